package org.talks.catalogue.importing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// What a source has, so that what it no longer has can be told. For one import.
final class Delivered {

    private final Map<String, Set<String>> conferencesBySource = new LinkedHashMap<>();
    private final Map<String, Set<String>> talkKeysBySource = new HashMap<>();
    private long known;

    /// A conference that was in the catalogue before.
    void conference(String source, String conferenceId) {
        conferencesBySource.computeIfAbsent(source, s -> new HashSet<>()).add(conferenceId);
    }

    void talk(String source, String key) {
        talkKeysBySource.computeIfAbsent(source, s -> new HashSet<>()).add(key);
    }

    /// The talk was in the catalogue before.
    void known() {
        known++;
    }

    /// How many of its talks were in the catalogue before.
    long knownTalks() {
        return known;
    }

    /// By source, in the order in which they were delivered.
    Map<String, Set<String>> conferences() {
        return conferencesBySource;
    }

    Set<String> talkKeys(String source) {
        return talkKeysBySource.getOrDefault(source, Set.of());
    }
}

package org.talks.catalogue.command;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talks.events.SourceKey;

/// A [Lookup] that knows what a test told it.
public final class KnownThings implements Lookup {

    private final Set<String> streams = new HashSet<>();
    private final Map<String, String> owners = new HashMap<>();
    private final Map<String, String> merged = new HashMap<>();

    public static KnownThings of(String... streams) {
        var things = new KnownThings();
        things.streams.addAll(List.of(streams));
        return things;
    }

    public KnownThings owning(String kind, SourceKey key, String stream) {
        owners.put(kind + " " + key, stream);
        return this;
    }

    public KnownThings merged(String speakerId, String intoSpeakerId) {
        merged.put(speakerId, intoSpeakerId);
        return this;
    }

    @Override
    public boolean exists(String stream) {
        return streams.contains(stream);
    }

    @Override
    public @Nullable String streamOf(String kind, SourceKey key) {
        return owners.get(kind + " " + key);
    }

    @Override
    public String canonicalSpeaker(String speakerId) {
        return merged.getOrDefault(speakerId, speakerId);
    }
}

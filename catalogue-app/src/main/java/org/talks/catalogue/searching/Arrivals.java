package org.talks.catalogue.searching;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.talks.catalogue.searching.Waiting.Arrival;
import org.talks.search.TalkIndex;

/// Puts talks on the lists of saved searches at the moment they come to match: the projection says which talks
/// are about to change and when readers see it, and only these are asked about, before and after. Nothing is
/// searched again otherwise. Events that are applied once more after a crash or a rebuild find the same talks,
/// which are on the lists already. Belongs to one projection, used by its thread.
final class Arrivals {

    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);

    private final TalkIndex index;
    private final Waiting searches;

    /// For each talk that changes, the searches that it matched before.
    private final Map<String, Set<String>> before = new LinkedHashMap<>();

    private final Map<String, Instant> changedAt = new HashMap<>();

    /// Ids of the searches that were asked when the first of these talks changed; a later one has seen none of
    /// it.
    private Set<String> asked = Set.of();

    /// Not on the lists yet, because the database refused.
    private final List<Arrival> unwritten = new ArrayList<>();

    Arrivals(TalkIndex index, Waiting searches) {
        this.index = index;
        this.searches = searches;
    }

    /// These talks are about to change; readers still see them as they were.
    void changing(Set<String> talkIds, Instant when) throws IOException {
        var all = searches.all();
        if (all.isEmpty()) {
            return;
        }
        if (before.isEmpty()) {
            asked = new HashSet<>();
            all.forEach(search -> asked.add(search.id()));
        }
        var fresh = new HashSet<>(talkIds);
        fresh.removeAll(before.keySet());
        fresh.forEach(id -> {
            before.put(id, new HashSet<>());
            changedAt.put(id, when);
        });
        for (var search : all) {
            for (var id : index.matching(search.request(), fresh)) {
                before.getOrDefault(id, new HashSet<>()).add(search.id());
            }
        }
    }

    /// Readers see now what has changed.
    void shown() throws IOException {
        if (!before.isEmpty()) {
            for (var search : searches.all()) {
                if (asked.contains(search.id())) {
                    for (var id : index.matching(search.request(), before.keySet())) {
                        if (!before.getOrDefault(id, Set.of()).contains(search.id())) {
                            unwritten.add(new Arrival(search.id(), id, changedAt.getOrDefault(id, search.created())));
                        }
                    }
                }
            }
            before.clear();
            changedAt.clear();
        }
        write();
    }

    /// A list that cannot be written must not hold up the index; what was found is tried again with the next
    /// change.
    private void write() {
        if (unwritten.isEmpty()) {
            return;
        }
        try {
            searches.add(unwritten);
            unwritten.clear();
        } catch (DataAccessException | TransactionException e) {
            LOG.error(
                    "{} talks cannot be put on the lists of saved searches now: {}", unwritten.size(), e.getMessage());
        }
    }
}

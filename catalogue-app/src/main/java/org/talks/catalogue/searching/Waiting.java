package org.talks.catalogue.searching;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/// The searches that wait for talks.
interface Waiting {

    /// Nobody waits.
    Waiting NOBODY = new Waiting() {
        @Override
        public List<SavedSearch> all() {
            return List.of();
        }

        @Override
        public void add(Collection<Arrival> arrivals) {
            // There is no list to put them on.
        }
    };

    /// A talk that has come to match a search.
    record Arrival(String searchId, String talkId, Instant found) {}

    /// All searches of all people; asked for each batch of changes.
    List<SavedSearch> all();

    /// Puts talks on the lists of their searches; those that are on them already stay as they are.
    void add(Collection<Arrival> arrivals);
}

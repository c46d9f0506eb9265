package org.talks.catalogue.searching;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.talks.search.Facet;
import org.talks.search.SearchRequest;
import org.talks.search.SearchRequest.Order;

/// A search that somebody keeps. Talks that come to match it are put on its list as they become visible.
///
/// @param id random; whoever knows it may read the list
/// @param name for its owner
/// @param text as typed; empty for any
/// @param chosen facet values
public record SavedSearch(
        String id, String accountId, String name, String text, Map<Facet, List<String>> chosen, Instant created) {

    public SavedSearch {
        var copy = new EnumMap<Facet, List<String>>(Facet.class);
        chosen.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                copy.put(facet, List.copyOf(values));
            }
        });
        chosen = copy;
    }

    /// A talk on the list.
    ///
    /// @param found when the event was recorded that made it match
    public record Found(String talkId, Instant found) {}

    SearchRequest request() {
        // Its last word is no unfinished one: who waits for Java does not wait for JavaScript.
        return new SearchRequest(text + " ", chosen, Set.of(), 0, Order.NEWEST, 0, null, false, false);
    }
}

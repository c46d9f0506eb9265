package org.talks.search;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One search. Nothing in it can make the index fail: text that means nothing special is just words, numbers are
/// brought within their limits.
///
/// @param text as typed; empty finds every talk
/// @param chosen facet values that narrow the result; ids for conference, series and speaker, `2016` for year,
///     `video`, `slides`, `notes`, `transcript` for has, `short` (< 15 min), `medium` (15-40), `long` (40-90),
///     `longer` for duration
/// @param facets the facets to count; counting costs more than finding, so ask for what is shown
/// @param facetSize values per facet, at most 1,000
/// @param size hits, 0 to 100
/// @param cursor [SearchResult#next] of an earlier answer, null for the first page
/// @param snippets whether to cut and mark passages
/// @param explain whether each hit says how its score came about
public record SearchRequest(
        String text,
        Map<Facet, List<String>> chosen,
        Set<Facet> facets,
        int facetSize,
        Order order,
        int size,
        @Nullable String cursor,
        boolean snippets,
        boolean explain) {

    /// How hits are ordered; ties always by id, so that pages never overlap.
    public enum Order {
        RELEVANCE,
        NEWEST,
        OLDEST,
        SHORTEST,
        LONGEST,
        RECENTLY_ADDED
    }

    public SearchRequest {
        chosen = Map.copyOf(chosen);
        facets = Set.copyOf(facets);
    }

    /// The first ten hits for a text, with snippets and no facets.
    public static SearchRequest forText(String text) {
        return new SearchRequest(text, Map.of(), Set.of(), 10, Order.RELEVANCE, 10, null, true, false);
    }
}

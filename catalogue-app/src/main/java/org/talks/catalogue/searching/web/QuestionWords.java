package org.talks.catalogue.searching.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.talks.catalogue.searching.TalkSearch;
import org.talks.search.Facet;
import org.talks.search.SearchRequest;
import org.talks.search.SearchResult.FacetCount;

/// Says in words what a search asks for.
final class QuestionWords {

    private QuestionWords() {}

    /// What was typed, in quotes, and what was chosen: `“python”`, `PyCon Ireland`, `2016`.
    static List<String> of(SearchUrl url, TalkSearch search) {
        var words = new ArrayList<String>();
        if (!url.text().isEmpty()) {
            words.add("“" + url.text() + "”");
        }
        if (!url.chosen().isEmpty()) {
            // The index knows the names behind ids.
            var counted = search.search(new SearchRequest(
                            url.text(),
                            url.chosen(),
                            EnumSet.copyOf(url.chosen().keySet()),
                            0,
                            url.effectiveOrder(),
                            0,
                            null,
                            false,
                            false))
                    .facets();
            url.chosen()
                    .forEach((facet, values) -> values.forEach(
                            value -> words.add(label(facet, value, counted.getOrDefault(facet, List.of())))));
        }
        return words;
    }

    private static String label(Facet facet, String value, List<FacetCount> counts) {
        return counts.stream()
                .filter(count -> count.value().equals(value))
                .map(count -> FacetGroups.valueLabel(facet, value, count.label()))
                .findFirst()
                .orElseGet(() -> FacetGroups.valueLabel(facet, value, value));
    }
}

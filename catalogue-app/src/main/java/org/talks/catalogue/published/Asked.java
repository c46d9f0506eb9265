package org.talks.catalogue.published;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.web.Paths;
import org.talks.search.Facet;
import org.talks.search.SearchRequest;

/// What a search asks for, by the parameters that the search page has: `q` and one per facet, several times for
/// several values. Whatever is beyond the limits is cut, as on the page.
public record Asked(String text, Map<Facet, List<String>> chosen) {

    /// As on the search page.
    private static final int TEXT_MAX = 500;

    private static final int VALUES_MAX = 50;
    private static final int VALUE_CHARACTERS_MAX = 200;

    public static Asked of(Map<String, ? extends List<String>> parameters) {
        var chosen = new EnumMap<Facet, List<String>>(Facet.class);
        for (var facet : Facet.values()) {
            var values = parameters.get(facet.parameter());
            var kept = values == null
                    ? List.<String>of()
                    : values.stream()
                            .filter(value -> !value.isBlank() && value.length() <= VALUE_CHARACTERS_MAX)
                            .distinct()
                            .limit(VALUES_MAX)
                            .toList();
            if (!kept.isEmpty()) {
                chosen.put(facet, kept);
            }
        }
        var q = parameters.get("q");
        var text = q == null || q.isEmpty() ? "" : q.getFirst().strip();
        return new Asked(text.length() > TEXT_MAX ? text.substring(0, TEXT_MAX) : text, chosen);
    }

    /// Without snippets and counts.
    public SearchRequest request(SearchRequest.Order order, int size, @Nullable String cursor) {
        return new SearchRequest(text, chosen, java.util.Set.of(), 0, order, size, cursor, false, false);
    }

    /// With its question mark; empty when nothing is asked. The same question always gives the same.
    public String query() {
        var query = new ArrayList<String>();
        if (!text.isEmpty()) {
            query.add("q=" + Paths.encoded(text));
        }
        chosen.forEach(
                (facet, values) -> values.forEach(value -> query.add(facet.parameter() + "=" + Paths.encoded(value))));
        return query.isEmpty() ? "" : "?" + String.join("&", query);
    }

    /// In words: `balanced team, 2016`.
    public String title() {
        var words = new ArrayList<String>();
        if (!text.isEmpty()) {
            words.add(text);
        }
        chosen.forEach((facet, values) -> {
            if (facet != Facet.CONFERENCE && facet != Facet.SPEAKER && facet != Facet.SERIES) {
                words.addAll(values);
            }
        });
        return words.isEmpty() ? "Talks" : words.stream().collect(Collectors.joining(", ", "Talks: ", ""));
    }
}

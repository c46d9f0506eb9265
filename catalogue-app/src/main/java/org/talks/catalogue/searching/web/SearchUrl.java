package org.talks.catalogue.searching.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.web.Paths;
import org.talks.search.Facet;
import org.talks.search.SearchRequest;
import org.talks.search.SearchRequest.Order;

/// What is asked, as the URL of the search page says it. Immutable; every change is a new URL, so that the page
/// works by links and forms alone and the back button needs no help.
///
/// @param text as typed, trimmed
/// @param chosen facet values, in the order of [Facet]
/// @param order null for the usual one: relevance with a text, newest without
/// @param cursor where the page starts, null for the first
/// @param asOf the moment of the past that is asked about, as typed; null for the present
public record SearchUrl(
        String text,
        Map<Facet, List<String>> chosen,
        @Nullable Order order,
        @Nullable String cursor,
        @Nullable String asOf) {

    /// More than any question needs; a pasted abstract is cut, not refused.
    public static final int MAX_TEXT = 500;

    /// More boxes than anybody ticks; the rest is dropped.
    public static final int MAX_VALUES = 50;

    private static final int MAX_VALUE_LENGTH = 200;
    private static final int MAX_CURSOR_LENGTH = 4_000;

    /// A moment with nanoseconds and an offset has 35.
    private static final int MAX_AS_OF_LENGTH = 40;

    /// About the present.
    public SearchUrl(String text, Map<Facet, List<String>> chosen, @Nullable Order order, @Nullable String cursor) {
        this(text, chosen, order, cursor, null);
    }

    public SearchUrl {
        var ordered = new EnumMap<Facet, List<String>>(Facet.class);
        chosen.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                ordered.put(facet, List.copyOf(values));
            }
        });
        chosen = java.util.Collections.unmodifiableMap(ordered);
    }

    /// Every talk, nothing asked.
    public static final SearchUrl EVERYTHING = new SearchUrl("", Map.of(), null, null);

    /// Reads the parameters of a request: `q`, `sort`, `cursor` and one per facet, several times for several
    /// values. Unknown parameters and values beyond the limits are ignored.
    public static SearchUrl of(Map<String, ? extends List<String>> parameters) {
        var chosen = new EnumMap<Facet, List<String>>(Facet.class);
        for (var facet : Facet.values()) {
            var values = parameters.get(facet.parameter());
            if (values != null) {
                chosen.put(
                        facet,
                        values.stream()
                                .filter(v -> !v.isBlank() && v.length() <= MAX_VALUE_LENGTH)
                                .distinct()
                                .limit(MAX_VALUES)
                                .toList());
            }
        }
        var cursor = first(parameters, "cursor");
        var order = order(first(parameters, "sort"));
        var asOf = first(parameters, "asOf").strip();
        return new SearchUrl(
                cut(first(parameters, "q").strip()),
                chosen,
                // With a text it is the usual order, without one it means nothing.
                order == Order.RELEVANCE ? null : order,
                cursor.isEmpty() || cursor.length() > MAX_CURSOR_LENGTH ? null : cursor,
                asOf.isEmpty() || asOf.length() > MAX_AS_OF_LENGTH ? null : asOf);
    }

    /// Whether anything is asked; if not, the home page is shown.
    public boolean asks() {
        return !text.isEmpty() || !chosen.isEmpty() || order != null;
    }

    public Order effectiveOrder() {
        return order != null ? order : text.isEmpty() ? Order.NEWEST : Order.RELEVANCE;
    }

    public SearchRequest request(Set<Facet> facets, int facetSize, int size) {
        return new SearchRequest(text, chosen, facets, facetSize, effectiveOrder(), size, cursor, true, false);
    }

    public SearchUrl asking(String other) {
        return new SearchUrl(other, chosen, order, null, asOf);
    }

    public SearchUrl sortedBy(Order other) {
        return new SearchUrl(text, chosen, other, null, asOf);
    }

    public SearchUrl from(String start) {
        return new SearchUrl(text, chosen, order, start, asOf);
    }

    public SearchUrl with(Facet facet, String value) {
        var values = new ArrayList<>(chosen.getOrDefault(facet, List.of()));
        if (!values.contains(value)) {
            values.add(value);
        }
        return choosing(facet, values);
    }

    public SearchUrl without(Facet facet, String value) {
        var values = new ArrayList<>(chosen.getOrDefault(facet, List.of()));
        values.remove(value);
        return choosing(facet, values);
    }

    public SearchUrl inThePresent() {
        return new SearchUrl(text, chosen, order, null);
    }

    public SearchUrl withoutAnyChosen() {
        return new SearchUrl(text, Map.of(), order, null, asOf);
    }

    /// Relative to the site's root; the same question always gives the same URL.
    public String href() {
        var query = new ArrayList<String>();
        if (!text.isEmpty()) {
            query.add("q=" + Paths.encoded(text).replace("%20", "+"));
        }
        chosen.forEach(
                (facet, values) -> values.forEach(value -> query.add(facet.parameter() + "=" + Paths.encoded(value))));
        if (order != null) {
            query.add("sort=" + parameter(order));
        }
        if (cursor != null) {
            query.add("cursor=" + Paths.encoded(cursor));
        }
        if (asOf != null) {
            query.add("asOf=" + Paths.encoded(asOf));
        }
        return query.isEmpty() ? "/" : "/?" + String.join("&", query);
    }

    /// What is asked without order and page, with its question mark; empty when nothing is.
    public String query() {
        return new SearchUrl(text, chosen, null, null).href().substring(1);
    }

    /// Name of an order in URLs: `recently-added`.
    public static String parameter(Order order) {
        return order.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private SearchUrl choosing(Facet facet, List<String> values) {
        var other = new EnumMap<Facet, List<String>>(Facet.class);
        other.putAll(chosen);
        other.put(facet, values);
        return new SearchUrl(text, other, order, null, asOf);
    }

    private static @Nullable Order order(String parameter) {
        for (var order : Order.values()) {
            if (parameter(order).equals(parameter)) {
                return order;
            }
        }
        return null;
    }

    private static String first(Map<String, ? extends List<String>> parameters, String name) {
        var values = parameters.get(name);
        return values == null || values.isEmpty() ? "" : values.getFirst();
    }

    private static String cut(String text) {
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
    }
}

package org.talks.catalogue.searching.web;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talks.catalogue.api.Describes;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.searching.TalkSearch;
import org.talks.search.Facet;
import org.talks.search.SearchRequest;
import org.talks.search.SearchRequest.Order;
import org.talks.search.SearchResult;

/// `GET /api/talks?q=&conference=&year=&speaker=&topic=&language=&kind=&has=&sort=&size=&cursor=`. Each facet may
/// be given several times; `facets=year,speaker` chooses what is counted, `facets=` counts nothing.
@RestController
final class SearchApi {

    private static final int SIZE_MAX = 100;
    private static final int FACET_SIZE = 10;
    private static final Set<Facet> COUNTED =
            EnumSet.complementOf(EnumSet.of(Facet.SERIES, Facet.DURATION, Facet.SOURCE));

    private final TalkSearch search;

    SearchApi(TalkSearch search) {
        this.search = search;
    }

    record Answer(
            long total,
            boolean totalIsLowerBound,
            String matching,
            List<SearchResult.Hit> hits,
            Map<String, List<SearchResult.FacetCount>> facets,
            @Nullable String next,
            boolean restarted,
            @Nullable String didYouMean,
            List<SearchResult.DroppedFacet> dropOne,
            List<String> warnings,
            boolean partial) {}

    @Describes("Searches; without words and choices, all talks, newest first.")
    @GetMapping("/api/talks")
    Answer talks(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "10") int size,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "true") boolean snippets,
            @RequestParam(defaultValue = "false") boolean explain) {
        return answer(search.search(request(parameters, q, sort, size, cursor, snippets, explain)));
    }

    static SearchRequest request(
            MultiValueMap<String, String> parameters,
            String q,
            @Nullable String sort,
            int size,
            @Nullable String cursor,
            boolean snippets,
            boolean explain) {
        return new SearchRequest(
                q,
                chosen(parameters),
                facets(parameters.getFirst("facets")),
                FACET_SIZE,
                order(sort, q),
                Math.clamp(size, 0, SIZE_MAX),
                cursor,
                snippets,
                explain);
    }

    static Answer answer(SearchResult result) {
        var facets = new LinkedHashMap<String, List<SearchResult.FacetCount>>();
        result.facets().forEach((facet, counts) -> facets.put(facet.parameter(), counts));
        return new Answer(
                result.total(),
                result.totalIsLowerBound(),
                result.matching().name().toLowerCase(Locale.ROOT),
                result.hits(),
                facets,
                result.next(),
                result.restarted(),
                result.didYouMean(),
                result.dropOne(),
                result.warnings(),
                result.partial());
    }

    private static Map<Facet, List<String>> chosen(MultiValueMap<String, String> parameters) {
        var chosen = new EnumMap<Facet, List<String>>(Facet.class);
        for (var facet : Facet.values()) {
            var values = parameters.getOrDefault(facet.parameter(), List.of()).stream()
                    .filter(v -> !v.isBlank())
                    .toList();
            if (!values.isEmpty()) {
                chosen.put(facet, values);
            }
        }
        return chosen;
    }

    private static Set<Facet> facets(@Nullable String wanted) {
        if (wanted == null) {
            return COUNTED;
        }
        var facets = EnumSet.noneOf(Facet.class);
        for (var facet : Facet.values()) {
            if (List.of(wanted.split(",", -1)).contains(facet.parameter())) {
                facets.add(facet);
            }
        }
        return facets;
    }

    private static Order order(@Nullable String sort, String text) {
        if (sort == null || sort.isBlank()) {
            return text.isBlank() ? Order.NEWEST : Order.RELEVANCE;
        }
        for (var order : Order.values()) {
            if (SearchUrl.parameter(order).equals(sort)) {
                return order;
            }
        }
        throw new Refused.Invalid("sort", "There is no order " + sort + ". Try relevance, newest or oldest.");
    }
}

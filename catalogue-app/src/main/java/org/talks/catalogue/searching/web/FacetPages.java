package org.talks.catalogue.searching.web;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.searching.TalkSearch;
import org.talks.catalogue.web.Counts;
import org.talks.catalogue.web.PageController;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;
import org.talks.search.Facet;
import org.talks.search.SearchRequest;

/// `/facets/{facet}`: all values of a facet under a question, and those that have some letters.
@PageController
final class FacetPages {

    /// As many as the index counts; nobody reads through more.
    private static final int VALUES_MAX = 1_000;

    /// What is found while somebody types.
    private static final int FOUND_MAX = 30;

    private static final int FIND_CHARACTERS_MAX = 100;

    private final TalkSearch search;

    FacetPages(TalkSearch search) {
        this.search = search;
    }

    static String path(Facet facet, SearchUrl url) {
        var href = url.href();
        return "/facets/" + facet.parameter() + href.substring(1);
    }

    @GetMapping("/facets/{facet}")
    FacetPage all(
            @PathVariable("facet") String name,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "") String find,
            Visit visit) {
        var facet = facet(name);
        var url = SearchUrl.of(parameters);
        var values = values(facet, url, find);
        return new FacetPage(
                visit,
                name,
                FacetGroups.label(facet),
                path(facet, url),
                url,
                url.asks() ? String.join(" · ", QuestionWords.of(url, search)) : "",
                find,
                Wording.text(
                        values.size() == VALUES_MAX ? "search.first-to-choose-from" : "search.to-choose-from",
                        Counts.of(values.size())),
                values.stream()
                        .map(value -> new FacetPage.Line(
                                (value.chosen() ? url.without(facet, value.value()) : url.with(facet, value.value()))
                                        .href(),
                                value))
                        .toList());
    }

    @GetMapping("/facets/{facet}/values")
    FacetPage.Found found(
            @PathVariable("facet") String name,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "") String find) {
        var facet = facet(name);
        // The chosen ones stay where they are, above.
        return new FacetPage.Found(
                name,
                values(facet, SearchUrl.of(parameters), find).stream()
                        .filter(value -> !value.chosen())
                        .limit(FOUND_MAX)
                        .toList());
    }

    private List<SearchPage.Value> values(Facet facet, SearchUrl url, String find) {
        var counts = search.search(new SearchRequest(
                        url.text(),
                        url.chosen(),
                        EnumSet.of(facet),
                        VALUES_MAX,
                        url.effectiveOrder(),
                        0,
                        null,
                        false,
                        false))
                .facets()
                .getOrDefault(facet, List.of());
        var wanted = folded(find.strip());
        return FacetGroups.values(facet, counts).stream()
                .filter(value -> folded(value.label()).contains(wanted))
                .toList();
    }

    private static Facet facet(String name) {
        for (var facet : Facet.values()) {
            if (facet.parameter().equals(name)) {
                return facet;
            }
        }
        throw new Refused.NotFound("There is no facet " + name + ".");
    }

    private static String folded(String text) {
        var cut = text.length() > FIND_CHARACTERS_MAX ? text.substring(0, FIND_CHARACTERS_MAX) : text;
        return Normalizer.normalize(cut, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}

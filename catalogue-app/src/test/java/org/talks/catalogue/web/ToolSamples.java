package org.talks.catalogue.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.talks.catalogue.searching.web.FacetPage;
import org.talks.catalogue.searching.web.SavedSearchPage;
import org.talks.catalogue.searching.web.SavedSearchesPage;
import org.talks.catalogue.searching.web.SearchPage;
import org.talks.catalogue.searching.web.SearchUrl;
import org.talks.catalogue.searching.web.SynonymsPage;
import org.talks.catalogue.speaker.web.MergesPage;
import org.talks.catalogue.talk.web.BookmarksPage;
import org.talks.catalogue.talk.web.StatisticsPage;

/// Pages around searching, and of the whole catalogue in numbers.
final class ToolSamples {

    private ToolSamples() {}

    static Map<String, Page> pages(Visit editor) {
        var pages = new LinkedHashMap<String, Page>();
        pages.put(
                "synonyms",
                new SynonymsPage(
                        Visit.READER,
                        List.of(List.of("k8s", "kubernetes")),
                        "k8s = kubernetes",
                        "v1",
                        null,
                        List.of()));
        pages.put(
                "synonyms-refused",
                new SynonymsPage(
                        editor,
                        List.of(),
                        SearchSamples.HOSTILE,
                        "v1",
                        "2 lines cannot be used as they are.",
                        List.of("Line 1: “" + SearchSamples.HOSTILE + "” stands alone.", "Line 2: too long.")));
        pages.put("saved-searches", new SavedSearchesPage(editor, List.of(row("Pairing"), row("Zeppelins")), null));
        pages.put(
                "saved-searches-refused",
                new SavedSearchesPage(
                        editor,
                        List.of(),
                        new SavedSearchesPage.Unsaved(
                                SearchUrl.of(Map.of("q", List.of(SearchSamples.HOSTILE), "year", List.of("2016"))),
                                SearchSamples.HOSTILE,
                                "“" + SearchSamples.HOSTILE + "”",
                                "Give the search a name.")));
        pages.put(
                "saved-search",
                new SavedSearchPage(
                        Visit.READER,
                        "/searches/x",
                        SearchSamples.HOSTILE,
                        "“pairing”",
                        "/?q=pairing",
                        "5 November 2016",
                        List.of(),
                        List.of(new Page.Alternate("application/atom+xml", "/searches/x.atom", "Feed"))));
        pages.put(
                "facet",
                new FacetPage(
                        Visit.READER,
                        "speaker",
                        "Speaker",
                        "/facets/speaker?q=pairing",
                        SearchUrl.of(Map.of("q", List.of("pairing"))),
                        "“pairing”",
                        "",
                        "1 to choose from",
                        List.of(new FacetPage.Line(
                                "/?q=pairing&speaker=1",
                                new SearchPage.Value("speaker-1", "1", SearchSamples.HOSTILE, 3, true)))));
        pages.put("bookmarks", new BookmarksPage(Visit.READER));
        pages.put("statistics", statistics());
        pages.put(
                "merges",
                new MergesPage(
                        editor,
                        List.of(List.of(person("Adam Stevko", "1"), person(SearchSamples.HOSTILE, "2"))),
                        true));
        return pages;
    }

    private static StatisticsPage statistics() {
        var years = BarRow.of(List.of(
                new BarRow.Entry("2016", "/?year=2016", 2_370),
                new BarRow.Entry("2018", "/?year=2018", 2_948),
                new BarRow.Entry("2019", "/?year=2019", 1)));
        return new StatisticsPage(
                Visit.READER,
                List.of("21,713 talks", "12,996 speakers"),
                years,
                BarRow.of(List.of(new BarRow.Entry("English", "/?language=en", 20_000))),
                List.of(),
                "Month",
                List.of(new StatisticsPage.Growth("November 2026", 21_713, 21_713)));
    }

    private static SavedSearchesPage.Row row(String name) {
        return new SavedSearchesPage.Row(
                name,
                name,
                "“" + name + "”",
                "/searches/" + name,
                "/searches/" + name + ".atom",
                "/?q=" + name,
                "3 talks");
    }

    private static MergesPage.Person person(String name, String id) {
        return new MergesPage.Person(
                new Ref("/speakers/" + id, name), "/speakers/" + id + "/edit/merge", 3, List.of("PyCon SK 2019"));
    }
}

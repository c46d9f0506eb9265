package org.talks.catalogue.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.searching.web.HomePage;
import org.talks.catalogue.searching.web.SearchPage;
import org.talks.catalogue.searching.web.SearchUrl;
import org.talks.catalogue.searching.web.Suggestions;
import org.talks.search.Facet;
import org.talks.search.SearchResult;
import org.talks.search.SearchResult.DroppedFacet;
import org.talks.search.SearchResult.FacetCount;
import org.talks.search.SearchResult.Hit;
import org.talks.search.SearchResult.Matching;
import org.talks.search.SearchResult.Named;
import org.talks.search.SearchResult.Snippet;

/// Search pages as they look with the starter talks.
final class SearchSamples {

    static final String HOSTILE = "<script>alert('x')</script> & \"Quoted\" <b>";

    private static final Named IAN = new Named("019-ian", "Ian Huston");
    private static final Named PYCON = new Named("019-pycon-ireland-2016", "PyCon Ireland 2016");
    private static final Named CF_SUMMIT = new Named("019-cf-summit", "Cloud Foundry Summit Europe 2016");

    private SearchSamples() {}

    static HomePage home(Visit visit) {
        return new HomePage(
                visit,
                new HomePage.Totals(21_713, 12_996, 540, 11_204),
                List.of(
                        line("Data Science in the Balanced Team", "Ian Huston", "PyCon Ireland 2016", "keynote"),
                        line("Snakes in a Buildpack", "Ian Huston", "Cloud Foundry Summit Europe 2016", "talk"),
                        line("Towards Cloud Native Data Science", "Ian Huston", "ODSC West 2016", "talk"),
                        line(
                                "Operationalising Data Science on Cloud Foundry",
                                "Ian Huston",
                                "Cloud Foundry Summit Europe 2016",
                                "talk"),
                        line(HOSTILE, "Zoë <Ångström>", "Conférence “Été”", "lightning")),
                List.of(
                        year("2019", 3, "PyCon Ireland 2019", "EuroPython 2019", "PyData London 2019", "PyCon DE 2019"),
                        year("2018", 0, "PyCon Ireland 2018", "SciPy 2018"),
                        year("2016", 12, "Cloud Foundry Summit Europe 2016", "ODSC West 2016", "PyCon Ireland 2016"),
                        year("Undated", 0, "Kiwi PyCon")),
                List.of(
                        topic("data science", 1204),
                        topic("testing", 918),
                        topic("asyncio", 611),
                        topic("django", 598),
                        topic("machine learning", 590),
                        topic("packaging", 344),
                        topic("community", 303),
                        topic("pandas", 287),
                        topic("type hints", 181),
                        topic("pairing", 12)));
    }

    static HomePage emptyHome() {
        return new HomePage(Visit.READER, new HomePage.Totals(0, 0, 0, 0), List.of(), List.of(), List.of());
    }

    static SearchPage found() {
        var url = new SearchUrl(
                "balanced team", Map.of(Facet.SERIES, List.of("019-pycon"), Facet.YEAR, List.of("2016")), null, null);
        return SearchPage.of(Visit.READER, url, result(hits(), null, null, List.of(), "next-page"), 3);
    }

    static SearchPage hostile() {
        var url = new SearchUrl(HOSTILE, Map.of(Facet.TOPIC, List.of(HOSTILE)), null, null);
        return SearchPage.of(
                Visit.READER,
                url,
                result(
                        List.of(hit("019-x", HOSTILE, IAN, new Named("c", HOSTILE), "talk", null, List.of(), true)),
                        HOSTILE,
                        HOSTILE,
                        List.of(),
                        null),
                12);
    }

    static SearchPage nothing() {
        var url = new SearchUrl(
                "balenced teem",
                Map.of(Facet.CONFERENCE, List.of("019-pycon"), Facet.YEAR, List.of("2011")),
                null,
                null);
        return SearchPage.of(
                Visit.READER,
                url,
                new SearchResult(
                        0,
                        false,
                        Matching.EXACT,
                        List.of(),
                        Map.of(Facet.YEAR, List.of(new FacetCount("2011", "2011", 0, true))),
                        null,
                        false,
                        "balanced team",
                        List.of(
                                new DroppedFacet(Facet.YEAR, "2011", "2011", 41),
                                new DroppedFacet(Facet.CONFERENCE, "019-pycon", "PyCon Ireland 2016", 3)),
                        List.of(),
                        false),
                2);
    }

    static Suggestions suggestions() {
        return new Suggestions(
                "balan",
                List.of(
                        new Suggestions.Group(
                                "Talks",
                                List.of(
                                        suggestion("Data Science in the <mark>Balan</mark>ced Team", "Ian Huston"),
                                        suggestion("Work-life <mark>balan</mark>ce for maintainers", "Ana Lima"),
                                        suggestion("Load <mark>balan</mark>cing without tears", "Jo Park"))),
                        new Suggestions.Group(
                                "Speakers", List.of(suggestion("Mircea <mark>Bălan</mark>escu", "2 talks"))),
                        new Suggestions.Group("Topics", List.of(suggestion("<mark>balan</mark>ced team", "4 talks")))));
    }

    private static List<Hit> hits() {
        return List.of(
                hit(
                        "019-balanced",
                        "Data Science in the <mark>Balanced</mark> <mark>Team</mark>",
                        IAN,
                        PYCON,
                        "keynote",
                        2064,
                        List.of(
                                new Snippet(
                                        "notes",
                                        "Things that worked",
                                        "things-that-worked",
                                        null,
                                        "…pair as data scientists when possible, and with designers: the <mark>balanced</mark> <mark>team</mark> learns what a model can and cannot say…"),
                                new Snippet(
                                        "transcript",
                                        null,
                                        null,
                                        724,
                                        "…so what does a <mark>balanced</mark> <mark>team</mark> owe to its designer, and what may the designer ask of it…")),
                        false),
                hit(
                        "019-snakes",
                        "Snakes in a Buildpack",
                        IAN,
                        CF_SUMMIT,
                        "talk",
                        1530,
                        List.of(
                                new Snippet(
                                        "summary",
                                        null,
                                        null,
                                        null,
                                        "How Conda became part of the Python buildpack, and how a small <mark>team</mark> kept its packages <mark>balanced</mark> between speed and size.")),
                        false),
                hit(
                        "019-cloud",
                        "Towards Cloud Native Data Science",
                        IAN,
                        new Named("019-odsc", "ODSC West 2016"),
                        "talk",
                        1820,
                        List.of(
                                new Snippet(
                                        "notes",
                                        "What the platform takes away, and what a long heading looks like here",
                                        "what-the-platform",
                                        95,
                                        "…an application that takes full advantage of the platform leaves the <mark>team</mark> free to…")),
                        true));
    }

    private static SearchResult result(
            List<Hit> hits,
            @Nullable String didYouMean,
            @Nullable String topicLabel,
            List<DroppedFacet> dropped,
            @Nullable String next) {
        var topics = new ArrayList<FacetCount>();
        if (topicLabel != null) {
            topics.add(new FacetCount(topicLabel, topicLabel, 1, true));
        }
        topics.add(new FacetCount("pairing", "pairing", 12, false));
        topics.add(new FacetCount("data science", "data science", 9, false));
        return new SearchResult(
                41,
                false,
                Matching.EXACT,
                hits,
                Map.of(
                        Facet.CONFERENCE,
                        List.of(
                                new FacetCount("019-pycon-2016", "PyCon Ireland 2016", 38, false),
                                new FacetCount("019-cf", "Cloud Foundry Summit Europe 2016", 2, false),
                                new FacetCount("019-odsc", "ODSC West 2016", 1, false)),
                        Facet.SERIES,
                        List.of(
                                new FacetCount("019-pycon", "PyCon Ireland", 38, true),
                                new FacetCount("019-cfs", "Cloud Foundry Summit Europe", 3, false)),
                        Facet.YEAR,
                        years(),
                        Facet.TOPIC,
                        topics,
                        Facet.LANGUAGE,
                        List.of(new FacetCount("en", "en", 40, false), new FacetCount("pt-BR", "pt-BR", 1, false)),
                        Facet.KIND,
                        List.of(
                                new FacetCount("talk", "talk", 31, false),
                                new FacetCount("keynote", "keynote", 10, false)),
                        Facet.DURATION,
                        List.of(
                                new FacetCount("medium", "medium", 33, false),
                                new FacetCount("short", "short", 8, false)),
                        Facet.HAS,
                        List.of(
                                new FacetCount("video", "video", 39, false),
                                new FacetCount("slides", "slides", 14, false),
                                new FacetCount("notes", "notes", 3, false))),
                next,
                false,
                didYouMean,
                dropped,
                List.of(),
                false);
    }

    private static List<FacetCount> years() {
        var counts = new int[] {3, 4, 9, 14, 22, 41, 33, 18, 11};
        var years = new ArrayList<FacetCount>();
        for (var i = 0; i < counts.length; i++) {
            var year = String.valueOf(2011 + i);
            years.add(new FacetCount(year, year, counts[i], year.equals("2016")));
        }
        return years;
    }

    private static Hit hit(
            String id,
            String title,
            Named speaker,
            Named conference,
            String kind,
            @Nullable Integer seconds,
            List<Snippet> snippets,
            boolean cancelled) {
        var html = title.contains("<mark>") ? title : SafeHtml.text(title).html();
        return new Hit(
                id,
                title.replaceAll("</?mark>", ""),
                html,
                List.of(speaker),
                conference,
                null,
                kind,
                "en",
                LocalDate.of(2016, 11, 5),
                seconds,
                true,
                true,
                !snippets.isEmpty(),
                false,
                cancelled,
                List.of(),
                snippets,
                1,
                null,
                List.of());
    }

    static TalkLine line(String title, String speaker, String conference, String kind) {
        return new TalkLine(
                Paths.talk("019-" + Integer.toHexString(title.hashCode()), title),
                title,
                List.of(new Ref(Paths.speaker("019-s", speaker), speaker)),
                new Ref(Paths.conference("019-c", conference), conference),
                "5 November 2016",
                TalkLine.facts(kind, "en", 2040, List.of()),
                false,
                null);
    }

    private static HomePage.Year year(String year, int more, String... conferences) {
        return new HomePage.Year(
                year,
                java.util.Arrays.stream(conferences)
                        .map(name -> new Ref(Paths.conference("019-" + name.hashCode(), name), name))
                        .toList(),
                more);
    }

    private static HomePage.Topic topic(String name, long talks) {
        return new HomePage.Topic(Paths.topic(name), name, talks);
    }

    private static Suggestions.Item suggestion(String html, String detail) {
        return new Suggestions.Item("/talks/019/x", SafeHtml.trusted(html), detail);
    }
}

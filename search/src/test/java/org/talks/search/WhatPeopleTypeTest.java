package org.talks.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.talks.search.TalkBuilder.talk;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.talks.search.SearchRequest.Order;
import org.talks.search.SearchResult.Snippet;

/// Each promise of the package documentation about queries and answers that no other test holds.
class WhatPeopleTypeTest extends IndexFixture {

    @Test
    void everyScriptIsFoundAsItIsWritten() throws IOException {
        put(
                talk("zh", "机器学习入门").language("zh"),
                talk("ja", "Pythonによる形態素解析").language("ja"),
                talk("ko", "파이썬 비동기 프로그래밍").language("ko"),
                talk("ru", "Асинхронное программирование").language("ru"),
                talk("uk", "Тестування їжака").language("uk"),
                talk("ar", "تعلم الآلة باستخدام بايثون").language("ar"),
                talk("el", "Εισαγωγή στη γλώσσα").language("el"));

        assertThat(find("机器学习")).containsExactly("zh");
        assertThat(find("形態素解析")).containsExactly("ja");
        assertThat(find("비동기")).containsExactly("ko");
        assertThat(find("программирование")).containsExactly("ru");
        assertThat(find("їжака")).containsExactly("uk");
        assertThat(find("الالة بايثون")).containsExactly("ar");
        assertThat(find("εισαγωγη")).containsExactly("el");
    }

    @Test
    void sharpSMayBeTypedEitherWay() throws IOException {
        put(talk("1", "Straßenkarten mit Python").language("de"));

        assertThat(find("strassenkarten")).containsExactly("1");
        assertThat(find("Straßenkarten")).containsExactly("1");
    }

    @Test
    void slashesAndDotsDoNotSplitWhatIsOneThing() throws IOException {
        put(talk("ci", "CI/CD for data"), talk("node", "Node.js streams"), talk("none", "CD players and nodes"));
        index.synonyms(Synonyms.NONE);

        assertThat(find("ci/cd ")).containsExactly("ci");
        assertThat(find("node.js streams")).containsExactly("node");
    }

    @Test
    void anUnknownFieldIsAWordAndAnEmptyOneToo() throws IOException {
        put(talk("1", "Flavour of pistachio"), talk("2", "Speaker identification"));

        assertThat(find("flavour:pistachio")).containsExactly("1");
        assertThat(find("speaker:")).containsExactly("2");
    }

    @Test
    void fieldsTakeValuesAndQuotedNames() throws IOException {
        put(
                talk("1", "One")
                        .by("Ian Huston")
                        .at("pycon-ie", "PyCon Ireland 2016")
                        .topics("data science")
                        .language("en")
                        .date(LocalDate.of(2016, 11, 5))
                        .minutes(25)
                        .slides(),
                talk("2", "Two")
                        .by("Huston Ian-Smith")
                        .at("ep", "EuroPython 2013")
                        .date(LocalDate.of(2013, 7, 1)));

        assertThat(find("conference:pycon")).containsExactly("1");
        assertThat(find("speaker:\"Ian Huston\" year:2014..2016 topic:\"data science\" duration:<30m has:slides"))
                .containsExactly("1");
        assertThat(find("year:2013")).containsExactly("2");
        assertThat(find("-conference:pycon huston")).containsExactly("2");
        assertThat(find("language:en one")).containsExactly("1");
    }

    @Test
    void aNewerTalkComesFirstAmongEqualsAndNeverBeforeABetterOne() throws IOException {
        for (var i = 0; i < 20; i++) {
            index.put(talk("x" + i, "Something else").build());
        }
        put(
                talk("old", "Asyncio in depth").date(LocalDate.of(2010, 1, 1)),
                talk("new", "Asyncio in depth").date(LocalDate.of(2024, 1, 1)),
                talk("newest", "Web servers").summary("with asyncio").date(LocalDate.of(2025, 1, 1)));

        assertThat(find("asyncio")).containsExactly("new", "old", "newest");
    }

    @Test
    void severalMomentsOfOneTalkAreShownBestFirst() throws IOException {
        put(talk("1", "Deploying")
                .cue(10, "we begin")
                .cue(724, "the conda buildpack")
                .cue(900, "a buildpack again"));

        var snippets = index.search(SearchRequest.forText("conda buildpack"))
                .hits()
                .getFirst()
                .snippets();

        assertThat(snippets).extracting(Snippet::field).containsOnly("transcript");
        assertThat(snippets).extracting(Snippet::second).containsExactly(724, 900);
    }

    @Test
    void theNewestInTheCatalogueCanComeFirst() throws IOException {
        put(talk("1", "First"));
        put(talk("2", "Second").added(java.time.Instant.parse("2030-01-01T00:00:00Z")));

        assertThat(ids(index.search(
                        new SearchRequest("", Map.of(), Set.of(), 0, Order.RECENTLY_ADDED, 10, null, false, false))))
                .containsExactly("2", "1");
    }

    @Test
    void seriesDurationAndSourceAreCounted() throws IOException {
        put(
                talk("1", "One").minutes(10),
                talk("2", "Two").minutes(30),
                talk("3", "Three").minutes(30));

        var facets =
                search("", Map.of(), Facet.DURATION, Facet.SOURCE, Facet.SERIES).facets();

        assertThat(facets.get(Facet.DURATION))
                .extracting(SearchResult.FacetCount::value, SearchResult.FacetCount::count)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("medium", 2L),
                        org.assertj.core.groups.Tuple.tuple("short", 1L));
        assertThat(facets).containsKeys(Facet.SOURCE, Facet.SERIES);
    }

    @Test
    void whatDroppingAChoiceWouldGiveIsToldWhenNothingIsFound() throws IOException {
        put(
                talk("1", "Django").topics("web").date(LocalDate.of(2015, 1, 1)),
                talk("2", "Flask").topics("micro").date(LocalDate.of(2016, 1, 1)));

        var result = search("django", Map.of(Facet.TOPIC, List.of("web"), Facet.YEAR, List.of("2016")), Facet.YEAR);

        assertThat(result.hits()).isEmpty();
        assertThat(result.dropOne()).containsExactly(new SearchResult.DroppedFacet(Facet.YEAR, "2016", "2016", 1));
    }

    @Test
    void whatTalksShareIsNeverAWordThatSaysNothing() throws IOException {
        for (var i = 0; i < 30; i++) {
            index.put(talk("x" + i, "Number " + i)
                    .summary("something else entirely")
                    .build());
        }
        put(
                talk("1", "Conda buildpack").summary("which that have been using their own"),
                talk("2", "Buildpack and conda").summary("which that have been using their own"));

        assertThat(index.similar("1", 1).getFirst().shares()).containsExactlyInAnyOrder("Conda", "buildpack");
    }

    @Test
    void aSpeakerIsSuggestedByAnAlias() throws IOException {
        put(talk("1", "One").alias("Guido van Rossum", "BDFL"));

        assertThat(index.suggest("bdf", 3))
                .filteredOn(suggestion -> suggestion.kind().equals("speaker"))
                .extracting(TalkIndex.Suggestion::text)
                .containsExactly("Guido van Rossum");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "((((((((((((((((((((((((",
                "-",
                "--x",
                "* *a* ?? /.*/ [a-z]* a* b* c* d* e* f*",
                "speaker:\" year: has: duration:999999h before:2016-02-30",
                "duration:999999h..999999h",
                "duration:>999999h",
                "year:999999",
                "title:( AND OR NOT && || ! ^9 ~2",
                "OR OR OR",
                "\uD800 \uDC00 \u0000 \u202E \uFFFF",
                "'; DROP TABLE talks; -- <script> ${x} {{7*7}}"
            })
    void nothingTypedIsAnErrorOrSlow(String hostile) throws IOException {
        put(talk("1", "Talk").cue(1, "said"));
        var processor = ManagementFactory.getThreadMXBean();
        for (var text : List.of(hostile, hostile.repeat(10_000 / hostile.length()), "talk " + hostile)) {
            index.search(SearchRequest.forText(text));
            index.suggest(text, 5);
            var begin = processor.getCurrentThreadCpuTime();
            index.search(SearchRequest.forText(text));
            index.suggest(text, 5);

            assertThat(processor.getCurrentThreadCpuTime() - begin).isLessThan(TimeUnit.MILLISECONDS.toNanos(250));
        }
    }
}

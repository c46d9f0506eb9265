package org.talks.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.talks.search.TalkBuilder.talk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.talks.search.UnusableIndexException.Reason;

class TalkIndexTest extends IndexFixture {

    @Test
    void wordsInAnyOrderFromDifferentPartsFindTheTalk() throws IOException {
        put(
                talk("1", "A gentle introduction to asyncio").by("Ann Smith").summary("Event loops and coroutines"),
                talk("2", "Asyncio in production").by("Bob Jones").summary("Deadlocks"));

        assertThat(find("smith coroutines asyncio")).containsExactly("1");
    }

    @Test
    void puttingATalkAgainReplacesItWithItsPassages() throws IOException {
        put(talk("1", "Old title").cue(0, "hippopotamus").cue(60, "giraffe"));
        put(talk("1", "New title"));

        assertThat(index.size()).isEqualTo(1);
        assertThat(find("hippopotamus")).isEmpty();
        assertThat(find("new title")).containsExactly("1");
    }

    @Test
    void aTalkPutAsNewIsReplacedByALaterPut() throws IOException {
        index.putNew(talk("1", "Old title").cue(0, "hippopotamus").build());
        index.putNew(talk("2", "Another").build());
        index.put(talk("1", "New title").build());
        index.refresh();

        assertThat(index.size()).isEqualTo(2);
        assertThat(find("hippopotamus")).isEmpty();
        assertThat(find("new title")).containsExactly("1");
    }

    @Test
    void aRemovedTalkIsNotFound() throws IOException {
        put(talk("1", "Something"), talk("2", "Something else"));

        index.remove("1");
        index.refresh();

        assertThat(find("something")).containsExactly("2");
        assertThat(index.size()).isEqualTo(1);
    }

    @Test
    void onlyWhatWasCommittedSurvivesTogetherWithItsUserData() throws IOException {
        index.put(talk("1", "Committed").build());
        index.commit(Map.of("position", "17"));
        index.put(talk("2", "Not committed").build());
        index.close();

        index = TalkIndex.open(directory, IndexSettings.live().existing());

        assertThat(index.committedUserData()).isEqualTo(Map.of("position", "17"));
        assertThat(find("committed")).containsExactly("1");
    }

    @Test
    void talksAreFoundByWhatTheyReferToBeforeARefresh() throws IOException {
        index.put(talk("1", "One").by("Ann Smith").build());
        index.put(talk("2", "Two").by("Ann Smith", "Bob Jones").build());

        assertThat(index.talksReferringTo("speaker:ann-smith")).containsExactlyInAnyOrder("1", "2");
        assertThat(index.talksReferringTo("speaker:bob-jones")).containsExactly("2");
        assertThat(index.talksReferringTo("nobody")).isEmpty();
    }

    @Test
    void theContentHashDependsOnTheTalksAndNotOnTheirOrder(@TempDir Path other) throws IOException {
        var one = talk("1", "One").cue(0, "said").build();
        var two = talk("2", "Two").build();
        index.put(one);
        index.put(two);
        try (var reversed = TalkIndex.open(other, IndexSettings.forRebuild())) {
            reversed.put(two);
            reversed.put(talk("1", "An older version").build());
            reversed.put(one);

            assertThat(reversed.contentHash()).isEqualTo(index.contentHash());

            reversed.put(talk("1", "One").cue(0, "said otherwise").build());
            assertThat(reversed.contentHash()).isNotEqualTo(index.contentHash());
        }
    }

    @Test
    void facetsCountSideways() throws IOException {
        put(
                talk("1", "Django one").topics("web").date(LocalDate.of(2015, 1, 1)),
                talk("2", "Django two").topics("web", "orm").date(LocalDate.of(2016, 1, 1)),
                talk("3", "Django three").topics("orm").date(LocalDate.of(2016, 2, 1)),
                talk("4", "Flask").topics("web").date(LocalDate.of(2016, 2, 1)));

        var result = search("django", Map.of(Facet.YEAR, List.of("2016")), Facet.YEAR, Facet.TOPIC);

        assertThat(ids(result)).containsExactlyInAnyOrder("2", "3");
        assertThat(result.total()).isEqualTo(2);
        assertThat(result.facets().get(Facet.YEAR))
                .extracting(
                        SearchResult.FacetCount::value, SearchResult.FacetCount::count, SearchResult.FacetCount::chosen)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("2016", 2L, true),
                        org.assertj.core.groups.Tuple.tuple("2015", 1L, false));
        assertThat(result.facets().get(Facet.TOPIC))
                .extracting(SearchResult.FacetCount::value, SearchResult.FacetCount::count)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("orm", 2L), org.assertj.core.groups.Tuple.tuple("web", 1L));
    }

    @Test
    void aChosenValueThatCountsNothingIsStillShown() throws IOException {
        put(talk("1", "Django").topics("web"), talk("2", "Flask").topics("micro"));

        var result = search("django", Map.of(Facet.TOPIC, List.of("micro")), Facet.TOPIC);

        assertThat(result.hits()).isEmpty();
        assertThat(result.facets().get(Facet.TOPIC))
                .extracting(SearchResult.FacetCount::value)
                .containsExactly("web", "micro");
        assertThat(result.dropOne()).containsExactly(new SearchResult.DroppedFacet(Facet.TOPIC, "micro", "micro", 1));
    }

    @Test
    void snippetsSayWhereAndAreSafe() throws IOException {
        put(talk("1", "Title")
                .summary("<script>alert('buildpack')</script>")
                .note("note-1-usage", "Usage", "How the buildpack is used", 75)
                .cue(720, "so this buildpack thing"));

        var snippets = index.search(SearchRequest.forText("buildpack"))
                .hits()
                .getFirst()
                .snippets();

        assertThat(snippets)
                .containsExactly(
                        new SearchResult.Snippet(
                                "summary",
                                null,
                                null,
                                null,
                                "&lt;script&gt;alert(&#39;<mark>buildpack</mark>&#39;)&lt;/script&gt;"),
                        new SearchResult.Snippet(
                                "notes", "Usage", "note-1-usage", 75, "How the <mark>buildpack</mark> is used"),
                        new SearchResult.Snippet(
                                "transcript", null, null, 720, "so this <mark>buildpack</mark> thing"));
    }

    @Test
    void aDirectoryWithoutAnIndexIsRefusedWhenOneIsExpected(@TempDir Path empty) {
        assertThatThrownBy(() -> TalkIndex.open(empty, IndexSettings.live().existing()))
                .isInstanceOfSatisfying(
                        UnusableIndexException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.MISSING));
    }

    @Test
    void aDamagedIndexIsRefused(@TempDir Path damaged) throws IOException {
        try (var written = TalkIndex.open(damaged, IndexSettings.live())) {
            written.put(talk("1", "One").build());
            written.commit(Map.of());
        }
        try (var files = Files.list(damaged)) {
            for (var file : files.filter(f -> f.toString().endsWith(".cfs")).toList()) {
                Files.write(file, new byte[100]);
            }
        }

        assertThatThrownBy(() -> {
                    try (var opened = TalkIndex.open(damaged, IndexSettings.live())) {
                        opened.search(SearchRequest.forText("one"));
                    }
                })
                .isInstanceOfSatisfying(
                        UnusableIndexException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.CORRUPT));
    }

    @Test
    void anIndexOfAnotherFormatIsRefused(@TempDir Path foreign) throws IOException {
        try (var directory = org.apache.lucene.store.FSDirectory.open(foreign);
                var writer = new org.apache.lucene.index.IndexWriter(
                        directory, new org.apache.lucene.index.IndexWriterConfig())) {
            writer.setLiveCommitData(Map.of("search.format", "0").entrySet());
            writer.commit();
        }

        assertThatThrownBy(() -> TalkIndex.open(foreign, IndexSettings.live()))
                .isInstanceOfSatisfying(
                        UnusableIndexException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.OTHER_FORMAT));
    }

    @Test
    void pagesNeverOverlapEvenWhenTheIndexChangesBetweenThem() throws IOException {
        for (var i = 10; i < 35; i++) {
            index.put(talk("t" + i, "Django number " + i).build());
        }
        index.refresh();
        var first = index.search(SearchRequest.forText("django"));
        put(talk("t00", "Django"));

        var second = index.search(after("django", first.next()));
        var third = index.search(after("django", second.next()));

        assertThat(second.restarted()).isFalse();
        assertThat(third.next()).isNull();
        assertThat(java.util.stream.Stream.of(first, second, third).flatMap(r -> ids(r).stream()))
                .hasSize(25)
                .doesNotHaveDuplicates()
                .doesNotContain("t00");
    }

    private static SearchRequest after(String text, @org.jspecify.annotations.Nullable String cursor) {
        return new SearchRequest(
                text, Map.of(), java.util.Set.of(), 0, SearchRequest.Order.RELEVANCE, 10, cursor, false, false);
    }

    @Test
    @Timeout(20)
    void tidyingMergesSegmentsAndLosesNothing() throws IOException {
        for (var number = 0; number < 6; number++) {
            put(talk("t" + number, "Talk " + number));
        }
        index.commit(Map.of("position", "6"));
        assertThat(segments()).isEqualTo(6);

        while (segments() > 2) {
            index.tidy();
        }

        assertThat(find("talk")).hasSize(6);
        assertThat(index.committedUserData()).containsEntry("position", "6");
    }

    private long segments() throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".si")).count();
        }
    }
}

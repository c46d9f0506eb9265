package org.talks.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Sixty made-up talks and queries with one right answer each, frozen: a change that loses one of them has to say
/// why.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RelevanceTest {

    private static final Pattern YEAR = Pattern.compile(".*(\\d{4})");

    private final TalkIndex index;

    // NullAway: JUnit opens the index before all tests.
    RelevanceTest(@TempDir Path directory) throws IOException {
        index = TalkIndex.open(directory, IndexSettings.live());
    }

    @BeforeAll
    void fill() throws IOException {
        for (var line : lines("talks.tsv")) {
            var columns = line.split("\t", -1);
            var year = YEAR.matcher(columns[3]);
            assertThat(year.matches()).as(line).isTrue();
            index.put(TalkBuilder.talk(columns[0], columns[1])
                    .by(columns[2])
                    .at(columns[3], columns[3])
                    .topics(columns[4].split(",", -1))
                    .summary(columns[5])
                    .date(java.time.LocalDate.of(Integer.parseInt(year.group(1)), 6, 1))
                    .build());
        }
        index.refresh();
    }

    @AfterAll
    void close() throws IOException {
        index.close();
    }

    record KnownItem(String set, String query, String id) {}

    static List<KnownItem> queries() {
        return lines("queries.tsv").stream()
                .map(line -> line.split("\t", -1))
                .map(columns -> new KnownItem(columns[0], columns[1], columns[2]))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void theRightTalkIsFound(KnownItem item) throws IOException {
        assertThat(IndexFixture.ids(index.search(SearchRequest.forText(item.query))))
                .contains(item.id);
    }

    @Test
    void theRightTalkIsNearlyAlwaysFirst() throws IOException {
        var first = 0;
        for (var item : queries()) {
            var ids = IndexFixture.ids(index.search(SearchRequest.forText(item.query)));
            first += !ids.isEmpty() && ids.getFirst().equals(item.id) ? 1 : 0;
        }

        assertThat(first).isGreaterThanOrEqualTo(FIRST);
    }

    /// How many of the queries have their talk in the first place, at the time of freezing.
    private static final int FIRST = 56;

    private static List<String> lines(String name) {
        try (var in = Objects.requireNonNull(RelevanceTest.class.getResourceAsStream("/relevance/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.talks.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

class QueryLawsTest {

    private static @Nullable TalkIndex index;

    @BeforeContainer
    static void open() throws IOException {
        var opened = TalkIndex.open(Files.createTempDirectory("laws"), IndexSettings.live());
        opened.put(TalkBuilder.talk("1", "Modern C++ and node.js")
                .by("Jürgen Müller")
                .summary("k8s, CI/CD and 日本語 in 2016")
                .cue(3, "said aloud")
                .build());
        opened.put(TalkBuilder.talk("2", "Django").topics("web").build());
        opened.refresh();
        index = opened;
    }

    @AfterContainer
    static void close() throws IOException {
        if (index != null) {
            index.close();
        }
    }

    @Property
    void everyStringIsAQueryWithinBounds(@ForAll("typed") String text) {
        var parsed = QueryParser.parse(text);

        assertThat(parsed.clauses()).hasSizeLessThanOrEqualTo(QueryParser.MOST_CLAUSES);
    }

    // Shrinking runs thousands of searches; the sample says enough.
    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void searchingAndSuggestingNeverFail(@ForAll("typed") String text, @ForAll String value, @ForAll int size)
            throws IOException {
        var opened = java.util.Objects.requireNonNull(index);
        var request = new SearchRequest(
                text,
                Map.of(Facet.TOPIC, List.of(value)),
                Set.of(Facet.TOPIC, Facet.SPEAKER),
                size,
                SearchRequest.Order.RELEVANCE,
                size,
                value,
                true,
                true);

        assertThat(opened.search(request).hits()).hasSizeLessThanOrEqualTo(Searching.MOST_HITS);
        assertThat(opened.search(SearchRequest.forText(text)).hits()).hasSizeLessThanOrEqualTo(2);
        assertThat(opened.suggest(text, size)).hasSizeLessThanOrEqualTo(80);
    }

    @Property
    void wordsLieInOrderWithinTheText(@ForAll("typed") String text) {
        var end = 0;
        for (var token : Analysis.tokens(text)) {
            assertThat(token.start()).isBetween(0, token.end() - 1);
            assertThat(token.end()).isBetween(end, Analysis.composed(text).length());
            assertThat(token.term()).isNotEmpty();
            end = token.end();
        }
    }

    @Property
    void composedAndDecomposedAccentsGiveTheSameWords(@ForAll("typed") String text) {
        assertThat(terms(java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFD)))
                .isEqualTo(terms(java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFC)));
    }

    @Property
    void markedTextWithoutItsMarksIsTheText(@ForAll("typed") String text) {
        var marks = new Marks();
        Analysis.tokens(text).stream().limit(3).forEach(token -> marks.word(token.term()));

        var html = new Highlighting(marks, null).whole(text).html();

        assertThat(html.replace("<mark>", "").replace("</mark>", "")).doesNotContain("<", ">", "\"", "'");
    }

    /// Full-width letters fold to plain ones, and are not taken for plain words on the way.
    @Property
    void plainWordsAreCutLikeAllOthers(@ForAll("plain") String text) {
        var wide = text.codePoints()
                .map(c -> Character.isLetter(c) ? c - '!' + '\uFF01' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();

        assertThat(Analysis.tokens(text)).isEqualTo(Analysis.tokens(wide));
    }

    @Provide
    Arbitrary<String> plain() {
        var pieces = Arbitraries.of(
                "data",
                "Go",
                "I",
                "s",
                "CI",
                "v2",
                "42",
                ".",
                "-",
                "_",
                "/",
                "&",
                "#",
                "+",
                "++",
                " ",
                ", ",
                ": ",
                "\n",
                "\"",
                ")",
                "(",
                "!",
                "word".repeat(17));
        return pieces.list().ofMaxSize(12).map(list -> String.join("", list));
    }

    private static List<String> terms(String text) {
        return Analysis.tokens(text).stream().map(Token::term).toList();
    }

    /// Half of it made of what means something, the other half anything.
    @Provide
    Arbitrary<String> typed() {
        var pieces = Arbitraries.of(
                "\"",
                "-",
                " ",
                ":",
                "OR",
                "speaker:",
                "year:",
                "2014..2016",
                "duration:<30m",
                "has:",
                "*",
                "c++",
                "k8s",
                "node.js",
                "Müller",
                "mu\u0308ller",
                "日本語",
                "said",
                "\\",
                "(",
                "[",
                "~2",
                "^",
                "AND",
                "before:2016-02-30",
                "\uD800",
                "\u0000",
                "django",
                "djagno",
                "modren",
                "'",
                ".",
                "/",
                "x");
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(60).map(list -> String.join("", list)),
                Arbitraries.strings().ofMaxLength(700));
    }
}

package org.talks.catalogue.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Prose is read without a parser; it must say exactly what the parser would.
class ProseTest {

    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    /// What texts are made of here: words, and all that is or might be markup somewhere.
    private static final List<String> PIECES = List.of(
            "word",
            "Zebra",
            "über",
            "naïve",
            "it’s",
            "a",
            "b",
            "don't",
            "e.g.",
            "x-ray",
            "3.14",
            "42",
            " ",
            " ",
            " ",
            " ",
            "  ",
            "\n",
            "\n",
            "\n\n",
            ".",
            ",",
            ":",
            "::",
            ";",
            "-",
            "--",
            "---",
            "===",
            "=",
            "+",
            "*",
            "_",
            "`",
            "``",
            "[",
            "](",
            ")",
            "(",
            "<",
            ">",
            "#",
            "&amp;",
            "&",
            "!",
            "|",
            "~~~",
            "^",
            "\\",
            "\t",
            "1.",
            "2)",
            "a)",
            "i.",
            "http://example.org/a_b",
            "\u00a0",
            "\u2028",
            "“quoted”",
            "—",
            "日本語",
            "$x$",
            "%",
            "@",
            "/",
            "?",
            "\"");

    @Test
    void whatIsReadAsProseSaysWhatTheParsersSay() {
        var random = new Random(20261123);
        int prose = 0;
        for (int i = 0; i < 100_000; i++) {
            var text = new StringBuilder();
            for (int pieces = random.nextInt(1, 14); pieces > 0; pieces--) {
                // Markup is seldom, so that many texts are free of it.
                text.append(PIECES.get(random.nextInt(random.nextInt(4) == 0 ? PIECES.size() : 20)));
            }
            var words = Prose.words(text.toString());
            if (words != null) {
                prose++;
                assertThat(words).as("Markdown: %s", text).isEqualTo(PlainText.of(PARSER.parse(text.toString())));
                assertThat(words)
                        .as("reStructuredText: %s", text)
                        .isEqualTo(PlainText.of(PARSER.parse(RestructuredText.toMarkdown(text.toString()))));
            }
        }
        assertThat(prose).isGreaterThan(1_000);
    }

    @Test
    void paragraphsStandOnLinesOfTheirOwnAndLinesRunOn() {
        assertThat(Prose.words("One line,\nand another.\n\n\nA second paragraph: short\n"))
                .isEqualTo("One line, and another.\nA second paragraph: short");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# A heading",
                "Title\n=====",
                "- item",
                "1. item",
                "a) item",
                "See `this`.",
                "A *word*",
                "[link](x)",
                "A line that ends  \nwith a break",
                "    indented",
                "Example::\n\n    code",
                "a | b\n--|--",
                "R&D"
            })
    void whatMayBeMarkupIsLeftToTheParser(String text) {
        assertThat(Prose.words(text)).isNull();
    }
}

package org.talks.catalogue.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.talks.catalogue.text.Texts.Section;
import org.talks.events.RichText;

/// The words of sections are read without HTML; they must be those that the page shows.
class PlainBlocksTest {

    private static final List<String> PIECES = List.of(
            "word",
            "über",
            "it’s",
            " ",
            " ",
            " ",
            "\n",
            "\n",
            "\n\n",
            ".",
            "a_b",
            "\n# ",
            "\n## Notes\n",
            "\n- ",
            "\n- ",
            "\n  - ",
            "\n1. ",
            "\n> ",
            "*",
            "**",
            "_",
            "`",
            "``",
            "[x](http://example.org)",
            "<b>",
            "<!--",
            "&amp;",
            "&nbsp;",
            "&",
            "|",
            "\t",
            "  \n",
            "\\",
            "\n    ",
            "\n---\n",
            "\n```\n",
            "\u00a0",
            "\u00ad",
            "\u200b",
            "\u2028",
            "日本語",
            "❤",
            "\n\n[x]: http://example.org\n",
            "![i](j)",
            "\ntitle\n=====\n",
            "Notes",
            "\n| a | b |\n|---|---|\n| c | d |\n");

    @Test
    void sectionsAreThoseOfThePage() {
        var random = new Random(20261123);
        var direct = 0;
        for (int i = 0; i < 30_000; i++) {
            var text = new StringBuilder();
            for (int pieces = random.nextInt(1, 16); pieces > 0; pieces--) {
                text.append(PIECES.get(random.nextInt(random.nextInt(3) == 0 ? PIECES.size() : 18)));
            }
            var markdown = RichText.markdown(text.toString());
            assertThat(Texts.plainSections(markdown, "n"))
                    .as("%s", text)
                    .isEqualTo(Texts.sections(markdown, "n").stream()
                            .map(section -> new Section(
                                    section.anchor(), section.heading(), section.level(), "", section.plain()))
                            .toList());
            direct += PlainBlocks.of(Parser.builder().build().parse(text.toString())) == null ? 0 : 1;
        }
        assertThat(direct).isGreaterThan(10_000);
    }

    @Test
    void aNoteIsCutAtItsHeadings() {
        assertThat(Texts.plainSections(
                        RichText.markdown("Before\n\n## A *word*\n\nOne\nline\n\n- a\n- b\n\n## A word\n\nx"), "n"))
                .containsExactly(
                        new Section("n-start", null, 0, "", "Before"),
                        new Section("n-a-word", "A word", 2, "", "One line\na b"),
                        new Section("n-a-word-2", "A word", 2, "", "x"));
    }

    @Test
    void aTextWithOtherBlocksIsLeftToTheHtml() {
        for (var text : List.of("```\ncode\n```", "a <b>tag</b>", "![picture](x)", "a line  \nbroken", "---")) {
            assertThat(PlainBlocks.of(Parser.builder().build().parse(text)))
                    .as(text)
                    .isNull();
        }
    }
}

package org.talks.catalogue.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.talks.events.RichText;

class ConvertedTextsTest {

    private static RichText rst(String text) {
        return new RichText(text, RichText.RST);
    }

    @Test
    void markdownBecomesCleanHtml() {
        assertThat(Texts.html(RichText.markdown("A **bold** <script>alert(1)</script> [link](javascript:alert(1))")))
                .contains("<strong>bold</strong>")
                .doesNotContain("script");
    }

    @Test
    void htmlFromOutsideLosesWhatCouldDoHarm() {
        assertThat(Texts.html(new RichText(
                        "<p onclick=\"x()\">Hi <img src=x onerror=x()> <a href=\"https://x.org\">there</a></p>",
                        RichText.HTML)))
                .contains("<a href=\"https://x.org\"")
                .doesNotContain("onclick")
                .doesNotContain("img");
    }

    @Test
    void plainTextIsEscapedAndKeepsItsParagraphs() {
        assertThat(Texts.html(new RichText("1 < 2\n\nnext", RichText.PLAIN))).isEqualTo("<p>1 &lt; 2</p><p>next</p>");
    }

    @Test
    void theSubsetOfRestructuredTextIsRead() {
        var html = Texts.html(rst("""
                Title
                =====

                See ``code`` and `the site <https://example.org/>`_, or `PyData`_.

                Like this::

                    x = 1

                .. _PyData: https://pydata.org
                """));
        assertThat(html)
                .contains("<h3>Title</h3>")
                .contains("<code>code</code>")
                .contains("<a href=\"https://example.org/\"")
                .contains("<a href=\"https://pydata.org\"")
                .contains("x = 1")
                .doesNotContain(".. _");
    }

    @Test
    void wordsKeepBlocksApartAndLeaveAddressesOut() {
        assertThat(Texts.plain(RichText.markdown("# One\n\nTwo [three](https://example.org) `four`\n- five")))
                .isEqualTo("One\nTwo three four\nfive");
    }

    @Test
    void sectionsFollowTheHeadingsAndHaveAnchorsOfTheirOwn() {
        var sections = Texts.sections(RichText.markdown("before\n\n## Same\n\na\n\n## Same\n\nb"), "note-1");
        assertThat(sections)
                .extracting(Texts.Section::anchor)
                .containsExactly("note-1-start", "note-1-same", "note-1-same-2");
        assertThat(sections).extracting(Texts.Section::plain).containsExactly("before", "a", "b");
    }
}

package org.talks.catalogue.web.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.talks.catalogue.web.SafeHtml;

class WordDifferenceTest {

    @Test
    void marksWhatWentAndWhatCame() {
        assertThat(html("Data Science in Teams of all kinds", "Data Science in Balanced Teams of all kinds"))
                .isEqualTo("Data Science in <ins>Balanced</ins> Teams of all kinds");
        assertThat(html("a team of many kinds", "a team of kinds")).isEqualTo("a team of <del>many</del> kinds");
        assertThat(html("one two three", "one 2 three")).isEqualTo("one <del>two</del> <ins>2</ins> three");
    }

    @Test
    void theSameTextHasNoMarks() {
        assertThat(html("the same", "the same")).isEqualTo("the same");
    }

    @Test
    void markupInTheTextsStaysText() {
        assertThat(html("a <b> c d", "a <i> c d")).isEqualTo("a <del>&lt;b&gt;</del> <ins>&lt;i&gt;</ins> c d");
    }

    @Test
    void withoutTheMarksEitherTextCanBeRead() {
        var before = "What a data scientist brings to a team, and may ask of it.";
        var after = "What a scientist owes to a balanced team, and may ask.";
        var html = Jsoup.parseBodyFragment(html(before, after));
        var old = html.clone();
        old.select("ins").remove();
        html.select("del").remove();
        assertThat(old.text()).isEqualTo(before);
        assertThat(html.text()).isEqualTo(after);
    }

    @Test
    void textsWithLittleInCommonAreNotCompared() {
        assertThat(WordDifference.between("one two three four five", "six seven eight nine ten"))
                .isNull();
    }

    @Test
    void longTextsAreNotCompared() {
        assertThat(WordDifference.between("word ".repeat(2_001), "word ".repeat(10)))
                .isNull();
    }

    private static String html(String before, String after) {
        @Nullable SafeHtml difference = WordDifference.between(before, after);
        assertThat(difference).isNotNull();
        return difference == null ? "" : difference.html();
    }
}

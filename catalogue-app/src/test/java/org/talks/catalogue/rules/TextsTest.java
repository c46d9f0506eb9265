package org.talks.catalogue.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;
import org.talks.events.RichText;

class TextsTest {

    @Test
    void aCleanTextIsHandedBackAsItIs() {
        var line = "Data Science – in the “Balanced” Team";
        assertThat(Texts.line(line)).isSameAs(line);
        var text = RichText.markdown("# One\n\n\t- two");
        assertThat(Texts.rich(text)).isSameAs(text);
    }

    @Test
    void lettersStayAsTheyWereWritten() {
        assertThat(Texts.line("Ste\u0301phane Stéphane 🎤 עברית")).isEqualTo("Ste\u0301phane Stéphane 🎤 עברית");
        assertThat(Texts.lines("🎤\r\n👩🏽‍💻")).isEqualTo("🎤\n👩🏽‍💻");
    }

    @Test
    void aLineHasNoBreaksTabsOrDoubleSpaces() {
        assertThat(Texts.line("\t a \r\n b\u2028c\u0085d  e\u0000")).isEqualTo("a b c d e");
    }

    @Test
    void whiteSpaceAloneIsNothing() {
        assertThat(Texts.lineOrNull(" \n\u0007")).isNull();
        assertThat(Texts.lineOrNull(null)).isNull();
        assertThat(Texts.rich(new RichText(" \r\n ", RichText.HTML))).isEqualTo(RichText.EMPTY);
    }

    @Test
    void lineEndsBecomeOneKind() {
        assertThat(Texts.lines("a\r\nb\rc\r\r\nd\n")).isEqualTo("a\nb\nc\n\nd");
    }

    @Property
    void cleaningTwiceChangesNothingMore(@ForAll @CharRange(from = '\u0000', to = '\uffff') String text) {
        assertThat(Texts.line(Texts.line(text))).isEqualTo(Texts.line(text));
        assertThat(Texts.lines(Texts.lines(text))).isEqualTo(Texts.lines(text));
    }

    @Property
    void whatIsStoredSurvivesUtf8AndHoldsNoControls(@ForAll @CharRange(from = '\u0000', to = '\uffff') String text) {
        var stored = Texts.lines(text);
        assertThat(new String(stored.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(stored);
        assertThat(stored.chars().filter(c -> c != '\n' && c != '\t')).noneMatch(Character::isISOControl);
        assertThat(Texts.line(text).chars()).noneMatch(Character::isISOControl);
    }
}

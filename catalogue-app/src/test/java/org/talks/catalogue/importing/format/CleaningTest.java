package org.talks.catalogue.importing.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.talks.events.RichText;

class CleaningTest {

    @Test
    void lineEndsControlCharactersAndDecompositionGo() {
        assertThat(Texts.text("a\r\nb\rc\u0000\u0007d\u001b\n")).isEqualTo("a\nb\ncd");
        assertThat(Texts.text("Ste\u0301phane")).isEqualTo("St\u00e9phane");
        assertThat(Texts.line(" one\n two\u00a0three\t")).isEqualTo("one two three");
        assertThat(Texts.line("txt\u202egpj.exe")).isEqualTo("txtgpj.exe");
        assertThat(Texts.text("a\ud800b \ud83d\ude00")).isEqualTo("ab \ud83d\ude00");
    }

    @Test
    void emailAddressesAreNotKept() {
        assertThat(Texts.text("Write to <jane.doe@example.org> or mailto:joe@mail.example.com."))
                .isEqualTo("Write to (e-mail removed) or (e-mail removed).");
        assertThat(Texts.text("[mail](mailto:jane@example.org)")).isEqualTo("[mail]((e-mail removed))");
    }

    @Test
    void whatOnlyLooksLikeAnAddressIsKept() {
        assertThat(Texts.text("git clone git@github.com:a/b and @handle and a @ b"))
                .isEqualTo("git clone git@github.com:a/b and @handle and a @ b");
        assertThat(Texts.text("https://medium.com/@jane.doe/x")).isEqualTo("https://medium.com/@jane.doe/x");
    }

    @Test
    void hugeFieldsAreCut() {
        assertThat(Texts.line("x".repeat(5_000_000))).hasSize(Texts.MAX_LINE).endsWith("…");
        assertThat(Texts.text("x".repeat(5_000_000))).hasSize(Texts.MAX_TEXT).endsWith("…");
    }

    @Test
    void htmlIsToldFromStrayBrackets() {
        assertThat(Texts.richOrHtml("<p>Hi</p>", RichText.MARKDOWN).format()).isEqualTo(RichText.HTML);
        assertThat(Texts.richOrHtml("a < b and List<String>", RichText.MARKDOWN).format())
                .isEqualTo(RichText.MARKDOWN);
        assertThat(Texts.richOrHtml(" ", RichText.MARKDOWN)).isEqualTo(RichText.EMPTY);
    }

    @Test
    void languagesBecomeTags() {
        assertThat(Languages.toBcp47("eng")).isEqualTo("en");
        assertThat(Languages.toBcp47("ger")).isEqualTo("de");
        assertThat(Languages.toBcp47("deu")).isEqualTo("de");
        assertThat(Languages.toBcp47("English")).isEqualTo("en");
        assertThat(Languages.toBcp47("Deutsch")).isEqualTo("de");
        assertThat(Languages.toBcp47("FRENCH")).isEqualTo("fr");
        assertThat(Languages.toBcp47("pt_BR")).isEqualTo("pt-BR");
        assertThat(Languages.toBcp47("de-formal")).isEqualTo("de");
        assertThat(Languages.toBcp47("zh-hans-cn")).isEqualTo("zh-Hans-CN");
        assertThat(Languages.toBcp47("heb")).isEqualTo("he");
        assertThat(Languages.toBcp47("jp")).isEqualTo("ja");
        assertThat(Languages.toBcp47("de, en")).isEqualTo("de");
        assertThat(Languages.severalIn("de, en")).isTrue();
        assertThat(Languages.toBcp47("")).isNull();
        assertThat(Languages.toBcp47("Klingon")).isNull();
        assertThat(Languages.toBcp47(",")).isNull();
    }

    @Test
    void everyThreeLetterCodeOfPyvideoIsKnown() {
        for (String code : "eng spa rus fra por kor jpn ita deu zho pol slk lit tha ces heb eus glg".split(" ", -1)) {
            assertThat(Languages.toBcp47(code)).as(code).hasSize(2);
        }
    }

    @Test
    void namesAreSplitOnlyWhereEveryPartIsAFullName() {
        assertThat(People.namesIn("Matt Hamilton & Ami Zou")).containsExactly("Matt Hamilton", "Ami Zou");
        assertThat(People.namesIn("Anna Spysz and Chase Douglas")).containsExactly("Anna Spysz", "Chase Douglas");
        assertThat(People.namesIn("Ben Doherty, Ishaan Varshney, Asha Sreedhar & Mark Charlesworth"))
                .containsExactly("Ben Doherty", "Ishaan Varshney", "Asha Sreedhar", "Mark Charlesworth");
        for (String one : new String[] {
            "Chu, Hua-Rong",
            "Richard D. Copeland, Jr.",
            "Aaron Hall, MBA",
            "Keira and Sky",
            "Fireside Chat with: Carl Meyer and Calvin Hendryx-Parker",
            "Amber Brown (\"HawkOwl\")",
            "知野 雄二/Yuji Chino"
        }) {
            assertThat(People.namesIn(one)).containsExactly(one);
        }
    }

    @Test
    void namesOfAListKeepWhatBelongsToThem() {
        assertThat(People.listed("Cher, Ida \"Fish\" Ruiz, Jr., Lars Holm, "))
                .containsExactly("Cher", "Ida \"Fish\" Ruiz, Jr.", "Lars Holm");
        assertThat(People.listed(" ")).isEmpty();
    }

    @Test
    void speakersGoFromTheEndOfATitleOnlyAfterADash() {
        List<String> names = List.of("Mina Okafor", "Lars Holm");
        assertThat(Titles.withoutSpeakers("Coasts - A Story - Lars Holm & Mina Okafor, Maps Inc.", names))
                .isEqualTo("Coasts - A Story");
        assertThat(Titles.withoutSpeakers("Coasts – MINA OKAFOR", names)).isEqualTo("Coasts");
        for (String title : new String[] {
            "Coasts - Mina Okafor's method",
            "Keynote: Mina Okafor, Maps Inc.",
            " - Mina Okafor",
            "Coasts - Ida Ruiz, Maps Inc.",
            "Coasts-Mina Okafor"
        }) {
            assertThat(Titles.withoutSpeakers(title, names)).isEqualTo(title);
        }
        assertThat(Titles.withoutSpeakers("Coasts - and lakes", List.of(""))).isEqualTo("Coasts - and lakes");
    }

    @Test
    void placeholdersNameNobody() {
        assertThat(People.isPlaceholder("Various Speakers ")).isTrue();
        assertThat(People.isPlaceholder("TBA")).isTrue();
        assertThat(People.isPlaceholder("Ada Lovelace")).isFalse();
    }

    @Test
    void marksOfCancellationAreTakenOffTitles() {
        for (String title : new String[] {
            "[CANCELED] On Maps", "CANCELLED: On Maps", "On Maps (cancelled)", "Canceled - On Maps", "CANCELED On Maps"
        }) {
            assertThat(Titles.cancellation(title)).as(title).isEqualTo(new Titles.Marked("On Maps", true));
        }
        for (String title : new String[] {"Cancelled flights and you", "Noise cancelling", "How cancelled tasks end"}) {
            assertThat(Titles.cancellation(title)).isEqualTo(new Titles.Marked(title, false));
        }
        assertThat(Titles.cancellation("[CANCELLED]")).isEqualTo(new Titles.Marked("[CANCELLED]", true));
    }

    @Test
    void seriesAreNamesWithoutEdition() {
        assertThat(Titles.series("PyCon Ireland 2016")).isEqualTo("PyCon Ireland");
        assertThat(Titles.series("31st Chaos Communication Congress")).isEqualTo("Chaos Communication Congress");
        assertThat(Titles.series("En attendant la PyConFr (2020-2021)")).isEqualTo("En attendant la PyConFr");
        assertThat(Titles.series("Plone Conference 2016 Boston")).isEqualTo("Plone Conference");
        assertThat(Titles.series("Google Python Class, circa 2010")).isEqualTo("Google Python Class");
        assertThat(Titles.series("ChiPy")).isNull();
        assertThat(Titles.series("2016")).isNull();
    }

    @Test
    void momentsKeepWhatIsSaidAndNoMore() {
        Moment date = moment("2016-02-18");
        assertThat(date.localTime()).isNull();
        Moment local = moment("2016-02-18 10:00:00.0");
        assertThat(local.localTime()).isEqualTo("10:00");
        assertThat(local.offset()).isNull();
        Moment offset = moment("2016-02-18T23:30:00.0000000Z");
        assertThat(offset.in(ZoneId.of("Asia/Tokyo")).date()).isEqualTo(LocalDate.of(2016, 2, 19));
        assertThat(offset.in(ZoneId.of("Asia/Tokyo")).localTime()).isEqualTo("08:30");
        assertThat(Moment.parse("2016-02-30")).isNull();
        assertThat(Moment.parse("20008-02-24")).isNull();
        assertThat(Moment.parse("tomorrow")).isNull();
        assertThat(Moment.parse(null)).isNull();
    }

    @Test
    void lengthsAreMeasuredAcrossDaylightSavingOnlyWithOffsets() {
        Moment start = moment("2019-10-27T02:30:00+02:00");
        Moment end = moment("2019-10-27T02:30:00+01:00");
        assertThat(start.secondsTo(end)).isEqualTo(3600);
        Moment local = moment("2019-10-27T02:30:00");
        assertThat(start.secondsTo(local)).isNull();
    }

    @Test
    void linksAreHttpOrNothing() {
        assertThat(Urls.http("https:/fosdem.org/x")).isEqualTo("https://fosdem.org/x");
        assertThat(Urls.http("http://example.org/a b|c")).isEqualTo("http://example.org/a%20b%7Cc");
        assertThat(Urls.http("www.example.org/x")).isEqualTo("http://www.example.org/x");
        assertThat(Urls.http("https://matrix.to/#/#a:b")).isEqualTo("https://matrix.to/#/%23a:b");
        assertThat(Urls.http("javascript:alert(1)")).isNull();
        assertThat(Urls.http("https://user:secret@example.org/")).isNull();
        assertThat(Urls.http("//example.org")).isNull();
        assertThat(Urls.http("http://")).isNull();
        assertThat(Urls.http("file:///etc/passwd")).isNull();
    }

    @Test
    void kindsAreToldFromWords() {
        assertThat(Kinds.ofTalk("Opening Keynote")).isEqualTo("keynote");
        assertThat(Kinds.ofTalk("Lightning talk")).isEqualTo("lightning");
        assertThat(Kinds.ofTalk("Talk 40 (30min +10 Q&A)")).isEqualTo("talk");
        assertThat(Kinds.ofTalk("lecture")).isEqualTo("talk");
        assertThat(Kinds.ofTalk("Hands-on Lab")).isEqualTo("workshop");
        assertThat(Kinds.ofTalk("other")).isEqualTo("other");
        assertThat(Kinds.ofTalk("Kurz und knapp")).isNull();
        assertThat(Kinds.ofTalk(null)).isNull();
    }

    @Test
    void resourcesAreToldFromLabelAndUrl() {
        assertThat(Kinds.ofResource("Conference slides (github)", "https://github.com/a/b"))
                .isEqualTo("slides");
        assertThat(Kinds.ofResource(null, "https://speakerdeck.com/a/b")).isEqualTo("slides");
        assertThat(Kinds.ofResource("Talk repository", "https://github.com/a/b"))
                .isEqualTo("code");
        assertThat(Kinds.ofResource("Video recording (WebM)", "https://video.fosdem.org/2025/a/b.webm"))
                .isEqualTo("video");
        assertThat(Kinds.ofResource("Conference schedule", "https://example.org/schedule"))
                .isEqualTo("link");
    }

    private static Moment moment(String raw) {
        return Objects.requireNonNull(Moment.parse(raw));
    }
}

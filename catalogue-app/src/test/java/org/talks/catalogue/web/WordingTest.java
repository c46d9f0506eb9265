package org.talks.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Dates, lengths, numbers and languages as people read them.
class WordingTest {

    private static final LocalDate DAY = LocalDate.of(2016, 11, 5);

    @Test
    void daysAreWrittenOut() {
        assertThat(Dates.day(DAY)).isEqualTo("5 November 2016");
        assertThat(Dates.dayOfWeek(DAY)).isEqualTo("Saturday 5 November");
    }

    @Test
    void rangesSayNothingTwice() {
        assertThat(Dates.range(DAY, DAY.plusDays(1))).isEqualTo("5–6 November 2016");
        assertThat(Dates.range(LocalDate.of(2016, 10, 30), LocalDate.of(2016, 11, 2)))
                .isEqualTo("30 October – 2 November 2016");
        assertThat(Dates.range(LocalDate.of(2016, 12, 31), LocalDate.of(2017, 1, 1)))
                .isEqualTo("31 December 2016 – 1 January 2017");
        assertThat(Dates.range(DAY, DAY)).isEqualTo("5 November 2016");
        assertThat(Dates.range(DAY, null)).isEqualTo("5 November 2016");
        assertThat(Dates.range(null, DAY)).isEqualTo("5 November 2016");
        assertThat(Dates.range(null, null)).isEmpty();
    }

    @Test
    void momentsAreOnTheWallClockOfTheZone() {
        assertThat(Dates.moment(Instant.parse("2021-05-03T13:02:40Z"), ZoneId.of("Europe/Dublin")))
                .isEqualTo("3 May 2021, 14:02");
    }

    @Test
    void zonesAreNamedAfterTheirPlace() {
        assertThat(Dates.zone(ZoneId.of("America/New_York"))).isEqualTo("New York time");
        assertThat(Dates.zone(ZoneId.of("UTC"))).isEqualTo("UTC");
        assertThat(Dates.zone(ZoneId.of("Etc/UTC"))).isEqualTo("UTC");
    }

    @Test
    void lengthsAreRoundedToMinutes() {
        assertThat(Durations.words(45)).isEqualTo("45 s");
        assertThat(Durations.words(60)).isEqualTo("1 min");
        assertThat(Durations.words(2064)).isEqualTo("34 min");
        assertThat(Durations.words(3599)).isEqualTo("1 h");
        assertThat(Durations.words(3900)).isEqualTo("1 h 5 min");
        assertThat(Durations.words(-3)).isEqualTo("0 s");
    }

    @Test
    void placesInARecordingReadLikeAPlayer() {
        assertThat(Durations.clock(0)).isEqualTo("0:00");
        assertThat(Durations.clock(724)).isEqualTo("12:04");
        assertThat(Durations.clock(3753)).isEqualTo("1:02:33");
        assertThat(Durations.clock(-1)).isEqualTo("0:00");
        assertThat(Durations.iso(724)).isEqualTo("PT12M4S");
    }

    @Test
    void countsAgreeWithTheirNoun() {
        assertThat(Counts.of(1, "talk", "talks")).isEqualTo("1 talk");
        assertThat(Counts.of(0, "talk", "talks")).isEqualTo("0 talks");
        assertThat(Counts.of(21_713, "talk", "talks")).isEqualTo("21,713 talks");
    }

    @Test
    void sizesAreInPowersOfTen() {
        assertThat(Counts.bytes(999)).isEqualTo("999 B");
        assertThat(Counts.bytes(58_084)).isEqualTo("58 kB");
        assertThat(Counts.bytes(12_400_000)).isEqualTo("12.4 MB");
        assertThat(Counts.bytes(2_000_000_000)).isEqualTo("2.0 GB");
    }

    @Test
    void languagesAreNamedAndUnknownOnesShown() {
        assertThat(Languages.name("pt-BR")).isEqualTo("Portuguese (Brazil)");
        assertThat(Languages.name("en")).isEqualTo("English");
        assertThat(Languages.name("_")).isEqualTo("_");
    }

    @Test
    void slugsAreWordsOfPlainLetters() {
        assertThat(Slug.of("Data Science in the Balanced Team")).isEqualTo("data-science-in-the-balanced-team");
        assertThat(Slug.of("  Où est l'été? -- ")).isEqualTo("ou-est-lete");
        assertThat(Slug.of("Straße & Øl: Łódź")).isEqualTo("strasse-ol-lodz");
        assertThat(Slug.of("don’t")).isEqualTo("dont");
        assertThat(Slug.of("昔話")).isEmpty();
        assertThat(Slug.of("")).isEmpty();
    }

    @Test
    void longSlugsEndWithAWholeWord() {
        var slug = Slug.of("word ".repeat(100));
        assertThat(slug).hasSizeLessThanOrEqualTo(72).endsWith("-word");
        assertThat(Slug.of("x".repeat(1000))).hasSize(72);
    }

    @Test
    void pathsHaveASlugWhereThereIsOne() {
        assertThat(Paths.talk("019", "Snakes in a Buildpack")).isEqualTo("/talks/019/snakes-in-a-buildpack");
        assertThat(Paths.talk("019", "昔話")).isEqualTo("/talks/019");
        assertThat(Paths.topic("data science")).isEqualTo("/topics/data%20science");
        assertThat(Paths.topic("CI/CD")).isEqualTo("/topics?name=CI%2FCD");
    }

    @Test
    void barsAreMeasuredAgainstTheLargest() {
        assertThat(BarRow.of(List.of(new BarRow.Entry("a", null, 5), new BarRow.Entry("b", null, 20))))
                .extracting(BarRow::share)
                .containsExactly(25.0, 100.0);
        assertThat(BarRow.of(List.of(new BarRow.Entry("a", null, 0))))
                .extracting(BarRow::share)
                .containsExactly(0.0);
    }

    @Test
    void aPlainTalkInEnglishNeedsNoWordForThat() {
        assertThat(TalkLine.facts("talk", "en", 2040, List.of("video"))).containsExactly("34 min", "video");
        assertThat(TalkLine.facts("keynote", "de", null, List.of())).containsExactly("keynote", "German");
    }

    @Test
    void textIsEscapedAndMarkupIsNot() {
        assertThat(SafeHtml.text("<a href=\"x\" id='y'>&").html())
                .isEqualTo("&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;");
        assertThat(SafeHtml.trusted("<mark>x</mark>").html()).isEqualTo("<mark>x</mark>");
    }

    @Test
    void assetsChangeTheirAddressWithTheirContent() {
        assertThat(Assets.href("catalogue.css")).matches("/assets/catalogue\\.css\\?v=[0-9a-f]{10}");
        assertThat(getClass().getResource("/META-INF/resources" + Assets.htmx()))
                .isNotNull();
    }
}

package org.talks.catalogue.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedsTest {

    private static final WebCatalogue CATALOGUE = Dublin.catalogue();
    private static final String OF_CONFERENCE = "/conferences/" + Dublin.CONFERENCE + "/talks.atom";

    private static Document feed(String path) {
        var answer = CATALOGUE.reader().get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body(), "", Parser.xmlParser());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/talks.atom", "/search.atom?q=team", "/search.atom?topic=pairing", "/conferences.atom"})
    void everyListIsAnAtomFeedWithWhatRfc4287Demands(String path) {
        var feed = feed(path);
        assertThat(feed.select("> feed")).hasSize(1);
        for (var part : feed.select("feed, entry")) {
            assertThat(part.select("> id").text()).startsWith("urn:uuid:");
            assertThat(part.select("> title").text()).isNotBlank();
            assertThat(Instant.parse(part.select("> updated").text())).isAfter(Instant.parse("2020-01-01T00:00:00Z"));
            assertThat(part.select("> link[rel=alternate]").attr("href")).startsWith("http://127.0.0.1:");
        }
        assertThat(feed.select("feed > link[rel=self]").attr("href")).endsWith(path);
        assertThat(feed.select("feed > author > name").text()).isNotBlank();
        assertThat(feed.select("entry")).isNotEmpty();
    }

    @Test
    void theFeedOfAConferenceHasItsTalksUnderTheirOwnIds() {
        var feed = feed(OF_CONFERENCE);
        assertThat(feed.select("entry > id").eachText())
                .containsExactlyInAnyOrder(
                        "urn:uuid:" + Dublin.TEAM,
                        "urn:uuid:" + Dublin.HOSTILE,
                        "urn:uuid:" + Dublin.CANCELLED,
                        "urn:uuid:" + Dublin.DAY_ONLY);
        var team = feed.select("entry:has(id:contains(" + Dublin.TEAM + "))");
        assertThat(team.select("author > name").eachText()).containsExactly("Ian Huston", "Ana Lima");
        assertThat(team.select("category").eachAttr("term")).containsExactly("balanced team", "pairing");
        assertThat(team.select("content").text()).contains("<em>data scientist</em>");
    }

    @Test
    void aChangeMovesUpdatedAndLeavesPublished() {
        var team = feed(OF_CONFERENCE).select("entry:has(id:contains(" + Dublin.TEAM + "))");
        assertThat(Instant.parse(team.select("updated").text()))
                .isAfter(Instant.parse(team.select("published").text()));
    }

    @Test
    void theFeedIsAsNewAsItsNewestEntry() {
        var feed = feed("/talks.atom");
        var newest = feed.select("entry > updated").eachText().stream()
                .map(Instant::parse)
                .max(Instant::compareTo)
                .orElseThrow();
        assertThat(Instant.parse(feed.select("feed > updated").text())).isEqualTo(newest);
    }

    @Test
    void markupInTitlesIsText() {
        var hostile = feed(OF_CONFERENCE).select("entry:has(id:contains(" + Dublin.HOSTILE + "))");
        assertThat(hostile.select("title").text()).isEqualTo(Dublin.HOSTILE_TITLE.replace("\u0007", "!"));
        assertThat(hostile.select("content").text()).doesNotContain("<script");
    }

    @Test
    void cancelledTalksSaySoAndHiddenOnesAreNotThere() {
        var body = CATALOGUE.reader().get("/talks.atom").body();
        assertThat(body)
                .contains("Cancelled: Never given")
                .doesNotContain("Withdrawn thoughts", "Secret matters", "Lost with its conference");
        assertThat(CATALOGUE
                        .reader()
                        .get("/conferences/" + Dublin.REMOVED + "/talks.atom")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void thePodcastHasWhatCanBeFetchedAndNothingElse() {
        var items = feed("/talks.rss").select("item");
        assertThat(items).hasSize(1);
        var enclosure = items.select("enclosure");
        assertThat(enclosure.attr("url")).isEqualTo("https://media.example.org/boese.mp3?a=1&b=2");
        assertThat(enclosure.attr("type")).isEqualTo("audio/mpeg");
        assertThat(items.select("guid").text()).isEqualTo("urn:uuid:" + Dublin.HOSTILE);
        assertThat(items.select("itunes|duration").text()).isEqualTo("1750");
        assertThat(items.select("pubDate").text()).matches("\\w{3}, \\d{2} \\w{3} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/talks.atom", "/talks.rss", "/conferences.atom"})
    void whoHasItAlreadyIsNotSentItAgain(String path) {
        var first = CATALOGUE.reader().get(path);
        var tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).startsWith("\"");
        var again = CATALOGUE.reader().get(path, "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void pagesNameTheirFeed() {
        var browser = CATALOGUE.reader();
        for (var path : new String[] {
            "/",
            "/?q=team",
            "/topics/pairing",
            "/conferences",
            "/conferences/" + Dublin.CONFERENCE,
            "/speakers/" + Dublin.IAN
        }) {
            var page = Jsoup.parse(browser.follow(browser.get(path)).body());
            var feeds = page.select("head link[rel=alternate][type=application/atom+xml]");
            assertThat(feeds).as(path).hasSize(1);
            assertThat(browser.get(feeds.attr("href")).statusCode()).as(path).isEqualTo(200);
        }
    }
}

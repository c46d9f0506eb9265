package org.talks.catalogue.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LinkedDataTest {

    private static final WebCatalogue CATALOGUE = Dublin.catalogue();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static Document page(String path) {
        var browser = CATALOGUE.reader();
        return Jsoup.parse(browser.follow(browser.get(path)).body());
    }

    private static JsonNode graph(String path) {
        var scripts = page(path).select("script[type=application/ld+json]");
        assertThat(scripts).hasSize(1);
        var data = JSON.readTree(scripts.getFirst().data());
        assertThat(data.get("@context").stringValue()).isEqualTo("https://schema.org");
        return data.get("@graph");
    }

    @Test
    void aTalkIsAnEventEachTimeItWasGivenWithItsVideo() {
        var graph = graph("/talks/" + Dublin.TEAM);
        var types = new ArrayList<String>();
        graph.forEach(thing -> types.add(thing.get("@type").stringValue()));
        assertThat(types).containsExactly("Event", "Event", "VideoObject");
        var first = graph.get(0);
        assertThat(first.get("startDate").stringValue()).isEqualTo("2016-11-05T11:45Z");
        assertThat(first.get("duration").stringValue()).isEqualTo("PT34M");
        assertThat(first.get("eventStatus").stringValue()).isEqualTo("https://schema.org/EventScheduled");
        assertThat(first.at("/performer/0/@type").stringValue()).isEqualTo("Person");
        assertThat(first.at("/performer/0/name").stringValue()).isEqualTo("Ian Huston");
        assertThat(first.at("/superEvent/name").stringValue()).isEqualTo("PyCon Ireland 2016");
        assertThat(first.at("/location/address/addressLocality").stringValue()).isEqualTo("Dublin");
        var video = graph.get(2);
        for (var required : List.of("name", "description", "thumbnailUrl", "uploadDate", "embedUrl", "duration")) {
            assertThat(video.get(required)).as(required).isNotNull();
        }
    }

    @Test
    void aCancelledTalkSaysSo() {
        assertThat(graph("/talks/" + Dublin.CANCELLED).get(0).get("eventStatus").stringValue())
                .isEqualTo("https://schema.org/EventCancelled");
    }

    @Test
    void aTitleCannotLeaveTheScriptItStandsIn() {
        var page = page("/talks/" + Dublin.HOSTILE);
        assertThat(page.select("head script:not([src])")).hasSize(1);
        assertThat(graph("/talks/" + Dublin.HOSTILE).get(0).get("name").stringValue())
                .isEqualTo(Dublin.HOSTILE_TITLE.replace("\u0007", "!"));
        assertThat(page.select("meta[property=og:title]").attr("content"))
                .isEqualTo(Dublin.HOSTILE_TITLE.replace("\u0007", "!"));
    }

    @Test
    void conferencesAreEventsAndSpeakersPersons() {
        var conference = graph("/conferences/" + Dublin.CONFERENCE).get(0);
        assertThat(conference.get("@type").stringValue()).isEqualTo("Event");
        assertThat(conference.get("startDate").stringValue()).isEqualTo("2016-11-05");
        var speaker = graph("/speakers/" + Dublin.IAN).get(0);
        assertThat(speaker.get("@type").stringValue()).isEqualTo("Person");
        assertThat(speaker.at("/sameAs/0").stringValue()).isEqualTo("https://ianhuston.net");
    }

    @Test
    void withdrawnTalksTellMachinesNothing() {
        var page = page("/talks/" + Dublin.WITHDRAWN);
        assertThat(page.select("script[type=application/ld+json], meta[property^=og:]"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/talks/", "/conferences/", "/speakers/"})
    void linksHaveAPreviewWithAPicture(String kind) throws Exception {
        var id = kind.equals("/talks/")
                ? Dublin.HOSTILE.value()
                : kind.equals("/speakers/") ? Dublin.ANA.value() : Dublin.CONFERENCE.value();
        var page = page(kind + id);
        assertThat(page.select("meta[property=og:url]").attr("content"))
                .startsWith("http://127.0.0.1:")
                .contains(kind + id + "/");
        var picture = page.select("meta[property=og:image]").attr("content");
        var bytes = CATALOGUE.reader().bytes(picture);
        var image = ImageIO.read(new ByteArrayInputStream(bytes));
        assertThat(image.getWidth()).isEqualTo(1200);
        assertThat(image.getHeight()).isEqualTo(630);
        // Something was written on the paper.
        var colours = new java.util.HashSet<Integer>();
        for (var x = 80; x < 1100; x++) {
            for (var y = 80; y < 220; y++) {
                colours.add(image.getRGB(x, y));
            }
        }
        assertThat(colours).hasSizeGreaterThan(10);
    }

    @Test
    void hiddenTalksHaveNoPicture() {
        for (var id : List.of(Dublin.SUPPRESSED, Dublin.WITHDRAWN, Dublin.OF_REMOVED)) {
            assertThat(CATALOGUE.reader().get("/talks/" + id + "/preview.png").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void aTalkWithAVideoIsEmbeddedAsOne() {
        var link = page("/talks/" + Dublin.TEAM)
                .select("link[type=application/json+oembed]")
                .attr("href");
        var embed = JSON.readTree(CATALOGUE.reader().get(link).body());
        assertThat(embed.get("type").stringValue()).isEqualTo("video");
        assertThat(embed.get("version").stringValue()).isEqualTo("1.0");
        assertThat(embed.get("author_name").stringValue()).isEqualTo("Ian Huston, Ana Lima");
        assertThat(embed.get("html").stringValue())
                .contains("https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=0", "width=\"640\"");
        var small = JSON.readTree(CATALOGUE.reader().get(link + "&maxwidth=320").body());
        assertThat(small.get("width").intValue()).isEqualTo(320);
        assertThat(small.has("thumbnail_url")).isFalse();
    }

    @Test
    void aTalkWithoutOneIsEmbeddedAsALinkAlsoInXml() {
        var link = page("/talks/" + Dublin.CANCELLED)
                .select("link[type=application/json+oembed]")
                .attr("href");
        var xml = CATALOGUE.reader().get(link.replace("format=json", "format=xml"));
        var embed = Jsoup.parse(xml.body(), "", Parser.xmlParser());
        assertThat(embed.select("oembed > type").text()).isEqualTo("link");
        assertThat(embed.select("oembed > title").text()).isEqualTo("Cancelled: Never given");
        assertThat(CATALOGUE
                        .reader()
                        .get(link.replace("format=json", "format=yaml"))
                        .statusCode())
                .isEqualTo(501);
    }

    @Test
    void otherAddressesAreNotEmbedded() {
        for (var url : List.of("https://elsewhere.example/talks/" + Dublin.TEAM, "javascript:alert(1)", "")) {
            assertThat(CATALOGUE
                            .reader()
                            .get("/oembed?url=" + java.net.URLEncoder.encode(url, StandardCharsets.UTF_8))
                            .statusCode())
                    .isEqualTo(404);
        }
    }
}

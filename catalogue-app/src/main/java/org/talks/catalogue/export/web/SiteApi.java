package org.talks.catalogue.export.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.conference.Conferences;
import org.talks.catalogue.speaker.Speakers;
import org.talks.catalogue.talk.TalkLists;
import org.talks.catalogue.web.Paths;
import org.talks.catalogue.web.Site;
import org.talks.catalogue.web.Tagged;
import org.talks.catalogue.web.XmlText;

/// What search engines and browsers ask a site for: its map (https://www.sitemaps.org/protocol.html), what robots
/// may read, and how it is searched (https://github.com/dewitt/opensearch).
@RestController
final class SiteApi {

    /// A part of a map may have no more.
    private static final int PART_MAX = 50_000;

    private static final String SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final MediaType OPENSEARCH = new MediaType("application", "opensearchdescription+xml");
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final TalkLists talks;
    private final Conferences conferences;
    private final Speakers speakers;
    private final Site site;

    SiteApi(TalkLists talks, Conferences conferences, Speakers speakers, Site site) {
        this.talks = talks;
        this.conferences = conferences;
        this.speakers = speakers;
        this.site = site;
    }

    @GetMapping("/sitemap.xml")
    ResponseEntity<byte[]> index() {
        var xml = new XmlText().open("sitemapindex", "xmlns", SITEMAPS);
        parts("talks", talks.totals().talks())
                .forEach(part -> xml.open("sitemap").text("loc", part).close());
        parts("speakers", speakers.count())
                .forEach(part -> xml.open("sitemap").text("loc", part).close());
        xml.open("sitemap").text("loc", site.url("/sitemaps/conferences-1.xml")).close();
        return Tagged.of(xml.bytes(), MediaType.APPLICATION_XML);
    }

    /// A part of the map, numbered from 1; the last is empty when it has just lost its only entry.
    @GetMapping("/sitemaps/{kind:talks|speakers|conferences}-{part:[1-9][0-9]{0,3}}.xml")
    ResponseEntity<byte[]> part(@PathVariable String kind, @PathVariable int part) {
        var paths = switch (kind) {
            case "talks" -> talkPaths(part);
            case "speakers" -> speakerPaths(part);
            default ->
                part > 1
                        ? List.<String>of()
                        : Stream.concat(
                                        Stream.of("/", "/conferences", "/speakers", "/topics"),
                                        conferences.all().stream().map(c -> Paths.conference(c.id(), c.name())))
                                .limit(PART_MAX)
                                .toList();
        };
        if (paths.isEmpty() && part > 1) {
            throw new Refused.NotFound("The map has no such part.");
        }
        var xml = new XmlText().open("urlset", "xmlns", SITEMAPS);
        var url = site.url();
        paths.forEach(path -> xml.open("url").text("loc", url + path).close());
        return Tagged.of(xml.bytes(), MediaType.APPLICATION_XML);
    }

    @GetMapping("/robots.txt")
    ResponseEntity<byte[]> robots() {
        // Results of searches are endless; what they lead to is in the map. Whole copies are for those who ask.
        var rules = String.join(
                "\n",
                "User-agent: *",
                "Disallow: /?",
                "Disallow: /search",
                "Disallow: /suggest",
                "Disallow: /api/",
                "Disallow: /dump.ndjson",
                "Disallow: /sign-in",
                "Sitemap: " + site.url("/sitemap.xml"),
                "");
        return Tagged.of(rules.getBytes(StandardCharsets.UTF_8), TEXT);
    }

    @GetMapping("/opensearch.xml")
    ResponseEntity<byte[]> openSearch() {
        var xml = new XmlText()
                .open("OpenSearchDescription", "xmlns", "http://a9.com/-/spec/opensearch/1.1/")
                .text("ShortName", "Talk Catalogue")
                .text("Description", "Talks, their speakers, notes and transcripts")
                .text("InputEncoding", "UTF-8")
                .empty("Url", "type", "text/html", "template", site.url("/?q={searchTerms}"))
                .empty("Url", "type", "application/atom+xml", "template", site.url("/search.atom?q={searchTerms}"))
                .empty("Url", "type", OPENSEARCH.toString(), "rel", "self", "template", site.url("/opensearch.xml"))
                .text("Image", site.url("/assets/icon.svg"), "type", "image/svg+xml");
        return Tagged.of(xml.bytes(), OPENSEARCH);
    }

    private List<String> parts(String kind, long count) {
        var parts = new ArrayList<String>();
        for (var part = 1; part <= Math.max(1, Math.ceilDiv(count, PART_MAX)); part++) {
            parts.add(site.url("/sitemaps/" + kind + "-" + part + ".xml"));
        }
        return parts;
    }

    private List<String> talkPaths(int part) {
        var shown = talks.shownAfter("", PART_MAX);
        for (var skipped = 1; skipped < part && !shown.isEmpty(); skipped++) {
            shown = talks.shownAfter(shown.getLast().id(), PART_MAX);
        }
        return shown.stream().map(talk -> Paths.talk(talk.id(), talk.title())).toList();
    }

    private List<String> speakerPaths(int part) {
        var shown = speakers.shownAfter("", PART_MAX);
        for (var skipped = 1; skipped < part && !shown.isEmpty(); skipped++) {
            shown = speakers.shownAfter(shown.getLast().id(), PART_MAX);
        }
        return shown.stream()
                .map(speaker -> Paths.speaker(speaker.id(), speaker.name()))
                .toList();
    }
}

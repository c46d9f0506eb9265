package org.talks.catalogue.feed;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.talks.catalogue.web.Page;
import org.talks.catalogue.web.Tagged;
import org.talks.catalogue.web.XmlText;

/// Writes the entries that have a recording as a podcast: RSS 2.0 with the `itunes` elements that players read
/// (https://help.apple.com/itc/podcasts_connect/#/itcb54353390). An item's recording is its first; RSS has room
/// for one.
public final class Podcast {

    public static final MediaType TYPE = new MediaType("application", "rss+xml");

    private static final DateTimeFormatter RFC_822 =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH);

    /// RSS demands a length in bytes; zero is what those write who do not know it.
    private static final String UNKNOWN_LENGTH = "0";

    private Podcast() {}

    public static Page.Alternate alternate(String href) {
        return new Page.Alternate(TYPE.toString(), href, "Podcast");
    }

    /// With an ETag.
    public static ResponseEntity<byte[]> answer(Feed feed) {
        return Tagged.of(bytes(feed), TYPE);
    }

    public static byte[] bytes(Feed feed) {
        var xml = new XmlText()
                .open(
                        "rss",
                        "version",
                        "2.0",
                        "xmlns:atom",
                        "http://www.w3.org/2005/Atom",
                        "xmlns:itunes",
                        "http://www.itunes.com/dtds/podcast-1.0.dtd")
                .open("channel")
                .text("title", feed.title())
                .text("link", feed.page())
                .text("description", feed.subtitle().isEmpty() ? feed.title() : feed.subtitle())
                .text("lastBuildDate", date(feed.updated()))
                .empty("atom:link", "rel", "self", "type", TYPE.toString(), "href", feed.self())
                .text("itunes:author", "Talk Catalogue")
                .text("itunes:explicit", "false");
        feed.entries().stream().filter(entry -> !entry.recordings().isEmpty()).forEach(entry -> item(xml, entry));
        return xml.bytes();
    }

    private static void item(XmlText xml, Feed.Entry entry) {
        var file = entry.recordings().getFirst();
        xml.open("item")
                .text("title", entry.title())
                .text("link", entry.href())
                .text("guid", entry.id(), "isPermaLink", "false")
                .text("pubDate", date(entry.published()))
                .text("itunes:author", entry.authors().isEmpty() ? null : String.join(", ", entry.authors()))
                .text("itunes:duration", file.seconds() == null ? null : String.valueOf(file.seconds()))
                .text("description", entry.html().isEmpty() ? null : entry.html())
                .empty("enclosure", "url", file.url(), "type", file.type(), "length", UNKNOWN_LENGTH)
                .close();
    }

    private static String date(java.time.Instant instant) {
        return RFC_822.format(instant.atOffset(ZoneOffset.UTC));
    }
}

package org.talks.catalogue.feed;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.talks.catalogue.web.Page;
import org.talks.catalogue.web.Tagged;
import org.talks.catalogue.web.XmlText;

/// Writes feeds as Atom (RFC 4287).
public final class Atom {

    public static final MediaType TYPE = new MediaType("application", "atom+xml");

    /// RFC 4287 wants an author for each entry; this one is the feed's, for entries that name none.
    private static final String CATALOGUE = "Talk Catalogue";

    private Atom() {}

    /// For the head and the links of the page with the same list.
    public static Page.Alternate alternate(String href) {
        return new Page.Alternate(TYPE.toString(), href, "Feed");
    }

    /// With an ETag.
    public static ResponseEntity<byte[]> answer(Feed feed) {
        return Tagged.of(bytes(feed), TYPE);
    }

    public static byte[] bytes(Feed feed) {
        var xml = new XmlText()
                .open("feed", "xmlns", "http://www.w3.org/2005/Atom")
                .text("id", feed.id())
                .text("title", feed.title())
                .text("subtitle", feed.subtitle().isEmpty() ? null : feed.subtitle())
                .text("updated", feed.updated().toString())
                .empty("link", "rel", "self", "type", TYPE.toString(), "href", feed.self())
                .empty("link", "rel", "alternate", "type", MediaType.TEXT_HTML_VALUE, "href", feed.page());
        if (feed.next() != null) {
            xml.empty("link", "rel", "next", "type", TYPE.toString(), "href", feed.next());
        }
        xml.open("author").text("name", CATALOGUE).close().text("generator", CATALOGUE);
        feed.entries().forEach(entry -> write(xml, entry));
        return xml.bytes();
    }

    private static void write(XmlText xml, Feed.Entry entry) {
        xml.open("entry")
                .text("id", entry.id())
                .text("title", entry.title())
                .text("published", entry.published().toString())
                .text("updated", entry.updated().toString())
                .empty("link", "rel", "alternate", "type", MediaType.TEXT_HTML_VALUE, "href", entry.href());
        entry.authors().forEach(name -> xml.open("author").text("name", name).close());
        entry.categories().forEach(term -> xml.empty("category", "term", term));
        entry.recordings()
                .forEach(file -> xml.empty("link", "rel", "enclosure", "type", file.type(), "href", file.url()));
        xml.text("content", entry.html().isEmpty() ? null : entry.html(), "type", "html");
        xml.close();
    }
}

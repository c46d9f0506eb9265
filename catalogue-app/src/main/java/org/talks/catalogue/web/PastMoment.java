package org.talks.catalogue.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The moment of the past that a page shows. Links of such a page lead to the same moment.
///
/// @param words with their preposition, to follow what was then: "at the end of 5 November 2026, UTC"
/// @param asked as it stands in addresses
public record PastMoment(String words, String asked) {

    /// A path, with parameters or a fragment or not, at this moment.
    public String href(String path) {
        var fragment = path.indexOf('#');
        var plain = fragment < 0 ? path : path.substring(0, fragment);
        return plain + (plain.contains("?") ? "&" : "?") + "asOf=" + Paths.encoded(asked)
                + (fragment < 0 ? "" : path.substring(fragment));
    }

    public Ref ref(Ref ref) {
        return new Ref(href(ref.href()), ref.text());
    }

    public @Nullable Ref refOrNull(@Nullable Ref ref) {
        return ref == null ? null : ref(ref);
    }

    public TalkLine line(TalkLine line) {
        return new TalkLine(
                href(line.href()),
                line.title(),
                line.speakers().stream().map(this::ref).toList(),
                refOrNull(line.conference()),
                line.when(),
                line.facts(),
                line.cancelled(),
                line.note());
    }

    /// The search among what was known then.
    public String search() {
        return href("/");
    }

    /// The talks with a topic among what was known then.
    public Ref topic(String topic) {
        return new Ref(href("/?topic=" + Paths.encoded(topic)), topic);
    }

    /// The same in other formats, as far as they can tell of the past: JSON.
    public List<Page.Alternate> alternates(List<Page.Alternate> alternates) {
        return alternates.stream()
                .filter(alternate -> alternate.type().equals("application/json"))
                .map(alternate -> new Page.Alternate(alternate.type(), href(alternate.href()), alternate.label()))
                .toList();
    }
}

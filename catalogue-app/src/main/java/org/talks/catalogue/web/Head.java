package org.talks.catalogue.web;

import java.util.List;

/// What the head of a page tells machines about what is on it, beyond what every page tells.
///
/// @param properties of the Open Graph protocol (https://ogp.me), in order
/// @param links to the same in other formats that people need not see
/// @param data schema.org data as JSON, safe within a `script` element; empty for none
public record Head(List<Property> properties, List<Page.Alternate> links, SafeHtml data) {

    public static final Head NONE = new Head(List.of(), List.of(), SafeHtml.EMPTY);

    public record Property(String name, String content) {}

    /// Makes heads of pages.
    @FunctionalInterface
    public interface Maker {
        Head of(Page page);
    }
}

package org.talks.catalogue.web;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/// HTML that a template may write as it is. The type tells markup from text: a `String` in a page model is always
/// text and is escaped, a `SafeHtml` never.
public final class SafeHtml implements Content {

    public static final SafeHtml EMPTY = new SafeHtml("");

    private final String html;

    private SafeHtml(String html) {
        this.html = html;
    }

    /// Takes over markup that our own code made and that is already clean: converted Markdown, the index's
    /// highlighting. Never call it with anything that came from outside as it came.
    public static SafeHtml trusted(String html) {
        return html.isEmpty() ? EMPTY : new SafeHtml(html);
    }

    /// Text, escaped.
    public static SafeHtml text(String text) {
        return trusted(text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;"));
    }

    public String html() {
        return html;
    }

    public boolean isEmpty() {
        return html.isEmpty();
    }

    @Override
    public boolean isEmptyContent() {
        return html.isEmpty();
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(html);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SafeHtml that && html.equals(that.html);
    }

    @Override
    public int hashCode() {
        return html.hashCode();
    }

    @Override
    public String toString() {
        return html;
    }
}

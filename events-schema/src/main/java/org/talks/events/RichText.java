package org.talks.events;

import com.fasterxml.jackson.annotation.JsonIgnore;

/// A text as it was read or typed, with the format it was in. Conversion to clean Markdown or HTML is left to the
/// views, so that a better converter is a rebuild and not a migration.
///
/// @param text never null, may be empty; line ends are `\n`
/// @param format one of [#MARKDOWN], [#HTML], [#RST], [#PLAIN]
public record RichText(String text, String format) {

    public static final String MARKDOWN = "markdown";
    public static final String HTML = "html";
    public static final String RST = "rst";
    public static final String PLAIN = "plain";

    public static final RichText EMPTY = new RichText("", PLAIN);

    public static RichText markdown(String text) {
        return new RichText(text, MARKDOWN);
    }

    /// Not part of the stored form.
    @JsonIgnore
    public boolean isBlank() {
        return text.isBlank();
    }
}

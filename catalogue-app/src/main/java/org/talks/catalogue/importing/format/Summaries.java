package org.talks.catalogue.importing.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talks.events.RichText;

/// Makes one summary of what sources keep in several places.
public final class Summaries {

    private static final Pattern MARKDOWN = Pattern.compile(
            "(?m)\\[[^\\]\\n]{1,200}\\]\\(\\s*(?:https?:|mailto:|/)|^#{1,6} \\S|^\\s{0,3}[*+-] \\S|\\*\\*\\S[^*\\n]*\\*\\*|^```|`[^`\\n]{1,100}`"
                    + "|^\\d{1,2}\\. \\S|^> \\S");

    private Summaries() {}

    /// Joins the texts in their order with a blank line between, leaving out what another one contains. Nothing is
    /// lost; where one part is HTML, all become it.
    ///
    /// @param format of parts that are not HTML
    public static RichText join(String format, @Nullable String... raw) {
        List<String> parts = new ArrayList<>();
        for (String value : raw) {
            String part = Texts.text(value);
            if (part.isEmpty() || isLiteralNone(part) || parts.stream().anyMatch(other -> other.contains(part))) {
                continue;
            }
            parts.removeIf(part::contains);
            parts.add(part);
        }
        if (parts.isEmpty()) {
            return RichText.EMPTY;
        }
        boolean html = parts.stream().anyMatch(Texts::looksLikeHtml);
        if (html) {
            parts.replaceAll(part -> Texts.looksLikeHtml(part) ? part : asHtml(part));
        }
        return new RichText(String.join("\n\n", parts), html ? RichText.HTML : format);
    }

    /// Markdown where the texts have its marks, otherwise plain; for sources that do not say what they keep.
    public static String guessFormat(@Nullable String... raw) {
        for (String value : raw) {
            if (value != null && MARKDOWN.matcher(value).find()) {
                return RichText.MARKDOWN;
            }
        }
        return RichText.PLAIN;
    }

    private static boolean isLiteralNone(String text) {
        return text.equals("None") || text.equals("null");
    }

    private static String asHtml(String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<p>" + escaped.replace("\n\n", "</p>\n<p>") + "</p>";
    }
}

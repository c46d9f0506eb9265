package org.talks.catalogue.importing.format;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talks.events.RichText;

/// Cleans text that came from outside: Unicode NFC, line ends `\n`, no control characters, no e-mail addresses.
public final class Texts {

    /// Titles, names, labels. The longest real title has 255 characters.
    public static final int MAX_LINE = 1_000;

    /// Summaries and biographies. The longest real one has 14,492 characters.
    public static final int MAX_TEXT = 100_000;

    /// Stands where an address was.
    public static final String NO_EMAIL = "(e-mail removed)";

    // `git@host:repo` and `user@host` within URLs are addresses of repositories, not of people.
    private static final Pattern EMAIL = Pattern.compile("<?(?:mailto:|(?<![\\p{L}\\p{N}._%+/:@-]))"
            + "(?!git@)[\\p{L}\\p{N}._%+-]{1,64}@(?:[\\p{L}\\p{N}-]{1,63}\\.){1,8}\\p{L}{2,24}(?![\\p{L}\\p{N}@])>?");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u2028\\u2029]+");
    private static final Pattern HTML =
            Pattern.compile("<(?:/?(?:p|br|ul|ol|li|div|a|b|i|em|strong|h[1-6]|span)(?:\\s[^<>]*)?/?)>");

    private Texts() {}

    /// Cleans a text of several lines; blanks at both ends and at line ends go.
    public static String text(@Nullable String raw) {
        if (raw == null || raw.isEmpty()) {
            return "";
        }
        String cleaned = withoutEmail(normalised(raw));
        return cut(cleaned.strip(), MAX_TEXT);
    }

    /// Cleans a text into one line, with single blanks.
    public static String line(@Nullable String raw) {
        if (raw == null || raw.isEmpty()) {
            return "";
        }
        String bounded = raw.length() > 4 * MAX_LINE ? raw.substring(0, 4 * MAX_LINE) : raw;
        String cleaned = withoutEmail(normalised(bounded));
        return cut(
                hasOnlySingleBlanks(cleaned)
                        ? cleaned
                        : SPACES.matcher(cleaned).replaceAll(" ").strip(),
                MAX_LINE);
    }

    /// As [#line], null for an empty one.
    public static @Nullable String lineOrNull(@Nullable String raw) {
        String line = line(raw);
        return line.isEmpty() ? null : line;
    }

    /// Cleans a text that stays in its format.
    public static RichText rich(@Nullable String raw, String format) {
        String text = text(raw);
        return text.isEmpty() ? RichText.EMPTY : new RichText(text, format);
    }

    /// HTML where the text has HTML's own elements, otherwise the given format.
    public static RichText richOrHtml(@Nullable String raw, String format) {
        String text = text(raw);
        if (text.isEmpty()) {
            return RichText.EMPTY;
        }
        return new RichText(text, looksLikeHtml(text) ? RichText.HTML : format);
    }

    /// Whether the text holds elements that people write in HTML, rather than a stray `<`.
    public static boolean looksLikeHtml(String text) {
        return text.indexOf('<') >= 0 && HTML.matcher(text).find();
    }

    /// For messages: at most so many characters.
    public static String shorten(String text, int max) {
        return cut(text, max);
    }

    private static boolean hasOnlySingleBlanks(String text) {
        boolean blankBefore = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c == ' ';
            if ((blank && blankBefore) || c < ' ' || c == 0xa0 || c == 0x2028 || c == 0x2029) {
                return false;
            }
            blankBefore = blank;
        }
        return text.isEmpty() || !blankBefore;
    }

    private static String withoutEmail(String text) {
        return text.indexOf('@') < 0 ? text : EMAIL.matcher(text).replaceAll(NO_EMAIL);
    }

    private static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(max - 2)) ? max - 2 : max - 1;
        return text.substring(0, end) + "…";
    }

    private static String normalised(String raw) {
        boolean plain = true;
        boolean ascii = true;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            plain &= (c >= ' ' && c < 0x7f) || c == '\n';
            ascii &= c < 0xc0;
        }
        String clean = plain ? raw : cleaned(raw);
        return ascii || Normalizer.isNormalized(clean, Normalizer.Form.NFC)
                ? clean
                : Normalizer.normalize(clean, Normalizer.Form.NFC);
    }

    private static String cleaned(String raw) {
        StringBuilder clean = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\r') {
                if (i + 1 >= raw.length() || raw.charAt(i + 1) != '\n') {
                    clean.append('\n');
                }
            } else if (c == '\n' || c == '\t' || isText(raw, i, c)) {
                clean.append(c);
            }
        }
        return clean.toString();
    }

    private static boolean isText(String raw, int at, char c) {
        if (Character.isHighSurrogate(c)) {
            return at + 1 < raw.length() && Character.isLowSurrogate(raw.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at > 0 && Character.isHighSurrogate(raw.charAt(at - 1));
        }
        // Overriding the direction of text can make a title look like another one.
        boolean directionOverride = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
        return !Character.isISOControl(c) && c != 0xfeff && c != 0xfffe && c != 0xffff && !directionOverride;
    }
}

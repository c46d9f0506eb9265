package org.talks.catalogue.rules;

import org.jspecify.annotations.Nullable;
import org.talks.events.RichText;

/// The stored form of texts. Everything that enters the log passes through here, so that two texts that look the
/// same compare the same, and so that nothing in the log can break a page, a log file or an XML export.
///
/// Control characters go, CRLF and CR become LF, half surrogate pairs become U+FFFD (UTF-8 has no form for them).
/// Letters are never touched: what is composed or decomposed stays as the source wrote it. Every method returns
/// the argument itself when there is nothing to change, and applying one twice changes nothing more.
public final class Texts {

    private Texts() {}

    /// One line: trimmed, every run of white space and control characters becomes one space.
    public static String line(String value) {
        return isCleanLine(value) ? value : cleanLine(value);
    }

    /// One line, or null when nothing is left of it.
    public static @Nullable String lineOrNull(@Nullable String value) {
        if (value == null) {
            return null;
        }
        var line = line(value);
        return line.isEmpty() ? null : line;
    }

    /// Several lines, without white space at the end; tabs and indentation stay.
    public static String lines(String value) {
        return (isCleanText(value) ? value : cleanText(value)).stripTrailing();
    }

    /// A formatted text; nothing but white space is [RichText#EMPTY], whatever its format.
    public static RichText rich(RichText value) {
        var text = lines(value.text());
        if (text.isBlank()) {
            return RichText.EMPTY;
        }
        return text.equals(value.text()) ? value : new RichText(text, value.format());
    }

    /// The beginning of a text from outside, fit to stand in a message.
    static String shown(String value, int charactersMax) {
        var head = value.length() > charactersMax ? value.substring(0, charactersMax) + "…" : value;
        return line(head);
    }

    private static boolean isCleanLine(String value) {
        boolean space = true;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == ' ') {
                if (space) {
                    return false;
                }
                space = true;
            } else if (isBlankOrControl(c) || Character.isSurrogate(c)) {
                return false;
            } else {
                space = false;
            }
        }
        return value.isEmpty() || !space;
    }

    private static String cleanLine(String value) {
        var clean = new StringBuilder(value.length());
        boolean space = false;
        for (int i = 0; i < value.length(); ) {
            int c = value.codePointAt(i);
            i += Character.charCount(c);
            if (isBlankOrControl(c)) {
                space = true;
                continue;
            }
            if (space && !clean.isEmpty()) {
                clean.append(' ');
            }
            space = false;
            clean.appendCodePoint(isHalfPair(c) ? '\uFFFD' : c);
        }
        return clean.toString();
    }

    private static boolean isCleanText(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((Character.isISOControl(c) && c != '\n' && c != '\t') || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private static String cleanText(String value) {
        var clean = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); ) {
            int c = value.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\r') {
                if (i >= value.length() || value.charAt(i) != '\n') {
                    clean.append('\n');
                }
            } else if (!Character.isISOControl(c) || c == '\n' || c == '\t') {
                clean.appendCodePoint(isHalfPair(c) ? '\uFFFD' : c);
            }
        }
        return clean.toString();
    }

    /// A no-break space stays: it is meant.
    private static boolean isBlankOrControl(int c) {
        return Character.isISOControl(c) || Character.isWhitespace(c);
    }

    private static boolean isHalfPair(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}

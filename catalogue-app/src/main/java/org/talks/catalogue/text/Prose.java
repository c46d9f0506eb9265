package org.talks.catalogue.text;

import org.jspecify.annotations.Nullable;

/// Reads texts without any markup, as most summaries are: Markdown and reStructuredText alike, they are
/// paragraphs of lines. What such a text says is known without parsing it, which took a twentieth of the time
/// that an index is built in.
final class Prose {

    /// What is markup in the middle of a line, in Markdown or in reStructuredText.
    private static final String MARKUP = "\\`*_[]<>#&!|~^{}";

    private Prose() {}

    /// The words as [PlainText] gives them, null for a text that may have markup. Careful rather than clever: a
    /// line that begins with anything but a letter is left to the parser.
    static @Nullable String words(String text) {
        var words = new StringBuilder(text.length());
        boolean paragraph = false;
        for (int from = 0; from < text.length(); ) {
            int newline = text.indexOf('\n', from);
            int end = newline < 0 ? text.length() : newline;
            if (from == end) {
                paragraph = false;
            } else if (!isProse(text, from, end)) {
                return null;
            } else {
                if (!words.isEmpty()) {
                    words.append(paragraph ? ' ' : '\n');
                }
                words.append(text, from, end);
                paragraph = true;
            }
            from = end + 1;
        }
        return words.toString();
    }

    private static boolean isProse(String text, int from, int end) {
        // A number or a letter with a point or bracket begins a list, blanks at the end may break the line, and a colon
        // there may begin a literal block.
        if (!Character.isLetter(text.charAt(from)) || end - from < 3) {
            return false;
        }
        char last = text.charAt(end - 1);
        if (last == ' ' || last == ':' || isListMark(text.charAt(from + 1))) {
            return false;
        }
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c < 0x7f ? c < ' ' || MARKUP.indexOf(c) >= 0 : c <= 0x9f || Character.isSpaceChar(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isListMark(char c) {
        return c == '.' || c == ')';
    }
}

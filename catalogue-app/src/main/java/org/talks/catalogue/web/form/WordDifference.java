package org.talks.catalogue.web.form;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.web.SafeHtml;

/// Compares two texts word by word, for people: the new text with `<ins>` and the words it lost in `<del>`.
public final class WordDifference {

    /// The table has one cell per pair of words; this keeps it at four million and a few milliseconds.
    private static final int MAX_WORDS = 2_000;

    /// A word together with the space after it.
    private static final Pattern WORD = Pattern.compile("\\S+\\s*|\\s+");

    private WordDifference() {}

    /// Null when one of the texts is too long to compare, or when they have so little in common that two texts
    /// one after the other are easier to read.
    public static @Nullable SafeHtml between(String before, String after) {
        var old = words(before);
        var now = words(after);
        if (old.length > MAX_WORDS || now.length > MAX_WORDS) {
            return null;
        }
        var common = common(old, now);
        if (common[0][0] * 4 < Math.max(old.length, now.length)) {
            return null;
        }
        return SafeHtml.trusted(marked(old, now, common));
    }

    private static String[] words(String text) {
        return WORD.matcher(text).results().map(r -> r.group()).toArray(String[]::new);
    }

    /// Length of the longest common subsequence of the tails that begin at each pair.
    private static int[][] common(String[] old, String[] now) {
        var common = new int[old.length + 1][now.length + 1];
        for (var i = old.length - 1; i >= 0; i--) {
            for (var j = now.length - 1; j >= 0; j--) {
                common[i][j] =
                        same(old[i], now[j]) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static String marked(String[] old, String[] now, int[][] common) {
        var html = new StringBuilder();
        var gone = new StringBuilder();
        var added = new StringBuilder();
        var i = 0;
        var j = 0;
        while (i < old.length || j < now.length) {
            if (i < old.length && j < now.length && same(old[i], now[j])) {
                flush(html, gone, added);
                html.append(SafeHtml.text(now[j]).html());
                i++;
                j++;
            } else if (j == now.length || (i < old.length && common[i + 1][j] >= common[i][j + 1])) {
                gone.append(old[i++]);
            } else {
                added.append(now[j++]);
            }
        }
        flush(html, gone, added);
        return html.toString();
    }

    private static boolean same(String one, String other) {
        return one.strip().equals(other.strip());
    }

    private static void flush(StringBuilder html, StringBuilder gone, StringBuilder added) {
        append(html, "del", gone);
        append(html, "ins", added);
    }

    private static void append(StringBuilder html, String element, StringBuilder text) {
        if (text.isEmpty()) {
            return;
        }
        var words = text.toString();
        var stripped = words.stripTrailing();
        html.append('<')
                .append(element)
                .append('>')
                .append(SafeHtml.text(stripped).html())
                .append("</")
                .append(element)
                .append('>')
                .append(words, stripped.length(), words.length());
        if (words.length() == stripped.length()) {
            html.append(' ');
        }
        text.setLength(0);
    }
}

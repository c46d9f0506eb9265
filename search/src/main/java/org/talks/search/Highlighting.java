package org.talks.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cuts the stretch of a text that has most of the words looked for, and marks them. The text is cut into words
/// again by the same analysis, so that whatever matched is marked: stems, foldings, misspellings.
final class Highlighting {

    /// Characters of a snippet, about two lines on a page.
    private static final int LENGTH = 200;

    /// Marked text and how much of the query it has.
    ///
    /// @param found different words of the query in it
    record Cut(String html, int found) {}

    private final Marks marks;
    private final String language;

    Highlighting(Marks marks, @Nullable String languageTag) {
        this.marks = marks;
        this.language = Stemming.language(languageTag);
    }

    /// The whole text.
    Cut whole(String written) {
        var text = Analysis.composed(written);
        var matches = matches(text);
        return new Cut(html(text, 0, text.length(), matches), distinct(matches, 0, matches.size()));
    }

    /// The best stretch, null when no word is in the text.
    @Nullable
    Cut best(String text) {
        var matches = matches(text);
        if (matches.isEmpty()) {
            return null;
        }
        var bestFirst = 0;
        var bestEnd = 0;
        var bestFound = 0;
        var end = 0;
        for (var first = 0; first < matches.size(); first++) {
            while (end < matches.size()
                    && matches.get(end).end() - matches.get(first).start() <= LENGTH) {
                end++;
            }
            end = Math.max(end, first + 1);
            var found = distinct(matches, first, end);
            if (found > bestFound) {
                bestFound = found;
                bestFirst = first;
                bestEnd = end;
            }
        }
        var from = matches.get(bestFirst).start();
        var to = matches.get(bestEnd - 1).end();
        return new Cut(around(text, from, to, matches), bestFound);
    }

    /// The beginning, for a text without any of the words.
    static String beginning(String text) {
        return new Highlighting(new Marks(), null).around(text, 0, 0, List.of());
    }

    private String around(String text, int from, int to, List<Token> matches) {
        var spare = Math.max(0, LENGTH - (to - from));
        var start = wordStart(text, Math.max(0, from - spare / 3), from);
        var end = wordEnd(text, Math.min(text.length(), start + Math.max(LENGTH, to - start)), to);
        var html = new StringBuilder();
        if (start > 0) {
            html.append("… ");
        }
        html.append(html(text, start, end, matches));
        if (end < text.length()) {
            html.append(" …");
        }
        return html.toString();
    }

    private static int wordStart(String text, int from, int latest) {
        if (from == 0) {
            return 0;
        }
        var i = from;
        while (i < latest && !Character.isWhitespace(text.charAt(i - 1))) {
            i++;
        }
        return i == latest && latest > from && Character.isLowSurrogate(text.charAt(i)) ? from : i;
    }

    private static int wordEnd(String text, int to, int earliest) {
        if (to == text.length()) {
            return to;
        }
        var i = to;
        while (i > earliest && !Character.isWhitespace(text.charAt(i))) {
            i--;
        }
        if (i > earliest) {
            return i;
        }
        // One long run without spaces, Japanese or an address.
        return to > 0 && Character.isHighSurrogate(text.charAt(to - 1)) ? to - 1 : to;
    }

    private List<Token> matches(String text) {
        if (marks.isEmpty()) {
            return List.of();
        }
        var matches = new ArrayList<Token>();
        for (var token : Analysis.tokens(text)) {
            if (marks.match(token, language)) {
                matches.add(token);
            }
        }
        return matches;
    }

    private static int distinct(List<Token> matches, int from, int to) {
        var terms = new HashSet<String>();
        for (var i = from; i < to; i++) {
            terms.add(matches.get(i).term());
        }
        return terms.size();
    }

    private static String html(String text, int from, int to, List<Token> matches) {
        var html = new StringBuilder(to - from + 32);
        var at = from;
        for (var match : matches) {
            if (match.start() < at || match.end() > to) {
                continue;
            }
            escape(text, at, match.start(), html);
            html.append("<mark>");
            escape(text, match.start(), match.end(), html);
            html.append("</mark>");
            at = match.end();
        }
        escape(text, at, to, html);
        return html.toString();
    }

    private static void escape(String text, int from, int to, StringBuilder html) {
        for (var i = from; i < to; i++) {
            var c = text.charAt(i);
            switch (c) {
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c < ' ' ? ' ' : c);
            }
        }
    }
}

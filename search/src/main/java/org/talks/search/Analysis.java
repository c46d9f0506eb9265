package org.talks.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Cuts text into words, the same way for documents and for queries.
///
/// Lucene's tokenizers lose what talks are about: `C++` and `C#` become `c`, `.NET` becomes `net`. This one keeps
/// them, and gives compounds both ways: `node.js` is `node` and `js` next to each other, and `nodejs` in the
/// place of the first. Scripts without spaces become pairs of characters.
///
/// One pass over the text, no regular expressions; total: any string has words, perhaps none.
final class Analysis {

    /// Longer runs are data, not words; the rest of such a run is skipped.
    static final int LONGEST_WORD = 64;
    /// A compound of more parts is prose with hyphens, or a path.
    private static final int MOST_PARTS = 4;

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int position;

    private Analysis(String text) {
        this.text = text;
    }

    /// The words of the text, with offsets into its [#composed(String)] form.
    static List<Token> tokens(String text) {
        var analysis = new Analysis(composed(text));
        analysis.run();
        return analysis.tokens;
    }

    /// Letters with their accents as one character; what almost every text is already.
    static String composed(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private void run() {
        var i = 0;
        while (i < text.length()) {
            var c = text.codePointAt(i);
            if (isUnspaced(c)) {
                i = unspaced(i);
            } else if (isWordPart(c)) {
                var end = plainWord(i);
                i = end > i ? end : compound(i);
            } else {
                i += Character.charCount(c);
            }
        }
    }

    /// A run of Chinese, Japanese, Korean or Thai: overlapping pairs, which match as a phrase.
    private int unspaced(int from) {
        var starts = new ArrayList<Integer>();
        var i = from;
        while (i < text.length() && isUnspaced(text.codePointAt(i))) {
            starts.add(i);
            i += Character.charCount(text.codePointAt(i));
        }
        starts.add(i);
        var pairs = Math.max(1, starts.size() - 2);
        for (var p = 0; p < pairs; p++) {
            int start = starts.get(p);
            int end = starts.get(Math.min(p + 2, starts.size() - 1));
            var compound = p == 0 && pairs > 1 ? new Token.Compound(null, pairs) : null;
            var term = Folding.fold(text.substring(start, end));
            tokens.add(new Token(term, null, position++, start, end, compound));
        }
        return i;
    }

    /// Takes a word of English letters that is joined to nothing, as most words are: what [#compound] would make of
    /// it, without its lists and buffers.
    ///
    /// @return its end, or `from` when it may be more than that
    private int plainWord(int from) {
        var capital = false;
        var end = from;
        for (; end < text.length(); end++) {
            var c = text.charAt(end);
            if (c >= 'A' && c <= 'Z') {
                capital = true;
            } else if (c < 'a' || c > 'z') {
                break;
            }
        }
        if (end - from > LONGEST_WORD || (from > 0 && text.charAt(from - 1) == '.') || isMoreAt(end)) {
            return from;
        }
        var written = text.substring(from, end);
        var term = capital ? written.toLowerCase(Locale.ROOT) : written;
        tokens.add(new Token(term, null, position++, from, end, null));
        return end;
    }

    /// Whether what stands after the letters of a word may belong to it.
    private boolean isMoreAt(int end) {
        if (end == text.length()) {
            return false;
        }
        var c = text.charAt(end);
        return switch (c) {
            case ' ', '\n', ',', ')', ':', '"' -> false;
            case '.', '-', '_', '/', '&', '\'' -> isWordAt(end + 1);
            case '#', '+' -> true;
            default -> c >= 0x80 || isWordPart(c);
        };
    }

    private record Part(String term, @Nullable String other, int start, int end) {}

    /// Words joined by `.`, `-`, `_`, `/`, `&` or an apostrophe.
    private int compound(int from) {
        var parts = new ArrayList<Part>();
        var joined = new StringBuilder();
        var shortParts = true;
        var slashed = false;
        var i = from;
        while (true) {
            var end = wordEnd(i);
            split(i, end, parts);
            shortParts &= end - i <= 4;
            joined.append(Folding.fold(text.substring(i, Math.min(end, i + LONGEST_WORD))));
            i = end;
            if (i + 1 >= text.length() || !isWordPart(text.codePointAt(i + 1)) || isUnspaced(text.codePointAt(i + 1))) {
                break;
            }
            var connector = text.charAt(i);
            if (connector == '/' || connector == '&') {
                slashed = true;
            } else if (connector == '.' && Character.isDigit(text.charAt(i - 1)) && isDigit(i + 1)) {
                joined.append('.');
            } else if (connector != '.' && connector != '-' && connector != '_' && !isApostrophe(connector)) {
                break;
            }
            if (isApostrophe(connector) && isPossessive(i)) {
                i += 2;
                break;
            }
            i++;
        }
        emit(parts, (!slashed || shortParts) && joined.length() <= LONGEST_WORD ? joined.toString() : null, from);
        return i;
    }

    private void emit(List<Part> parts, @Nullable String joined, int from) {
        // Nothing but accents on nothing.
        parts.removeIf(part -> part.term.isEmpty());
        var dotted = from > 0
                && text.charAt(from - 1) == '.'
                && (from == 1 || Character.isWhitespace(text.charAt(from - 2)) || text.charAt(from - 2) == '(');
        var many = parts.size() > 1 && parts.size() <= MOST_PARTS && joined != null;
        for (var p = 0; p < parts.size(); p++) {
            var part = parts.get(p);
            Token.Compound compound = null;
            if (p == 0 && many) {
                compound = new Token.Compound(joined, parts.size());
            } else if (p == 0 && dotted) {
                // .NET, .env: the dot belongs to the name, which is also found without it.
                compound = new Token.Compound("." + part.term, 1);
            }
            tokens.add(new Token(part.term, part.other, position++, part.start, part.end, compound));
        }
    }

    /// `python3` is also `python` and `3`; `k8s`, `s3` and `h264` stay whole.
    private void split(int start, int end, List<Part> parts) {
        var letters = start;
        while (letters < end && Character.isLetter(text.charAt(letters))) {
            letters++;
        }
        var digits = letters;
        while (digits < end && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        if (letters - start >= 3 && digits == end && letters < end) {
            parts.add(part(start, letters));
            parts.add(part(letters, end));
        } else {
            parts.add(part(start, end));
        }
    }

    private Part part(int start, int end) {
        var written = text.substring(start, Math.min(end, start + LONGEST_WORD));
        return new Part(Folding.fold(written), Folding.foldSpelledOut(written), start, end);
    }

    private int wordEnd(int from) {
        var i = from;
        while (i < text.length()) {
            var c = text.codePointAt(i);
            if (!isWordPart(c) || isUnspaced(c)) {
                break;
            }
            i += Character.charCount(c);
        }
        if (i - from <= 2 && i < text.length() && text.charAt(i) == '#' && !isWordAt(i + 1)) {
            return i + 1;
        }
        if (i + 1 < text.length() && text.charAt(i) == '+' && text.charAt(i + 1) == '+') {
            return i + 2;
        }
        return i;
    }

    private boolean isWordAt(int i) {
        return i < text.length() && isWordPart(text.codePointAt(i));
    }

    private boolean isDigit(int i) {
        return Character.isDigit(text.charAt(i));
    }

    private boolean isPossessive(int apostrophe) {
        var s = text.charAt(apostrophe + 1);
        return (s == 's' || s == 'S') && !isWordAt(apostrophe + 2);
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019';
    }

    private static boolean isWordPart(int c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }
        if (Character.isLetterOrDigit(c)) {
            return true;
        }
        var type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK || c == 0x00AD;
    }

    /// Scripts that do not put spaces between words.
    private static boolean isUnspaced(int c) {
        if (c < 0x0E00) {
            return false;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> isWordPart(c) || c == 'ー';
            default -> c == 'ー';
        };
    }
}

package org.talks.search;

import java.text.Normalizer;
import java.util.Locale;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.jspecify.annotations.Nullable;

/// Makes what people type and what is written meet: case, accents, full-width letters, Arabic and Hebrew points.
final class Folding {

    private Folding() {}

    /// The folded word; composed and decomposed accents give the same.
    static String fold(String word) {
        if (isPlain(word)) {
            return word;
        }
        if (isAscii(word)) {
            return word.toLowerCase(Locale.ROOT);
        }
        return letters(Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
    }

    /// The folding that spells umlauts out, null when it is no other word.
    static @Nullable String foldSpelledOut(String word) {
        if (isAscii(word)) {
            return null;
        }
        var lower = Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var out = new StringBuilder(lower.length() + 2);
        var changed = false;
        for (var i = 0; i < lower.length(); i++) {
            var spelled = switch (lower.charAt(i)) {
                case 'ä', 'æ' -> "ae";
                case 'ö', 'ø', 'œ' -> "oe";
                case 'ü' -> "ue";
                case 'å' -> "aa";
                default -> null;
            };
            changed |= spelled != null;
            if (spelled == null) {
                out.append(lower.charAt(i));
            } else {
                out.append(spelled);
            }
        }
        if (!changed) {
            return null;
        }
        var spelledOut = letters(out.toString());
        return spelledOut.equals(letters(lower)) ? null : spelledOut;
    }

    private static boolean isPlain(String word) {
        for (var i = 0; i < word.length(); i++) {
            var c = word.charAt(i);
            if (c >= 0x80 || (c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAscii(String word) {
        for (var i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String letters(String lower) {
        var in = lower.toCharArray();
        var kept = 0;
        for (var c : in) {
            if (!isDroppedMark(c)) {
                in[kept++] = plainLetter(c);
            }
        }
        // One letter becomes at most four: the longest ligatures.
        var out = new char[kept * 4];
        return new String(out, 0, ASCIIFoldingFilter.foldToASCII(in, 0, out, 0, kept));
    }

    private static boolean isDroppedMark(char c) {
        return (c >= 0x0300 && c <= 0x036F)
                || (c >= 0x0591 && c <= 0x05C7)
                || (c >= 0x064B && c <= 0x065F)
                || c == 0x0640
                || c == 0x0670
                || c == 0x00AD
                || (c >= 0x200B && c <= 0x200D);
    }

    private static char plainLetter(char c) {
        return switch (c) {
            case 'ё' -> 'е';
            case 'ά' -> 'α';
            case 'έ' -> 'ε';
            case 'ή' -> 'η';
            case 'ί', 'ϊ', 'ΐ' -> 'ι';
            case 'ό' -> 'ο';
            case 'ύ', 'ϋ', 'ΰ' -> 'υ';
            case 'ώ' -> 'ω';
            case 'ς' -> 'σ';
            case 'أ', 'إ', 'آ' -> 'ا';
            case 'ى' -> 'ي';
            default -> c;
        };
    }
}

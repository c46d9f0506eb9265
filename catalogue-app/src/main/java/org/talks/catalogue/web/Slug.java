package org.talks.catalogue.web;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// The readable tail of a URL. It decides nothing: the id before it does.
public final class Slug {

    /// Long enough to be read, short enough for a mail's line.
    private static final int MAX_LENGTH = 72;

    /// Titles are cut to this before any work is done on them.
    private static final int MAX_READ = 400;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final String APOSTROPHES = "'’ʼ`";

    private Slug() {}

    /// Lower-case ASCII words joined by hyphens; empty when the title has no letter that can be written so, as in
    /// Chinese.
    public static String of(String title) {
        var read = title.length() > MAX_READ ? title.substring(0, MAX_READ) : title;
        return cut(words(isAscii(read) ? read : plain(read)));
    }

    private static boolean isAscii(String title) {
        return title.chars().allMatch(c -> c < 128);
    }

    private static String plain(String title) {
        return MARKS.matcher(Normalizer.normalize(title, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace("ø", "o")
                .replace("đ", "d")
                .replace("ł", "l")
                .replace("ı", "i");
    }

    /// A page of results makes a hundred of these, so by hand.
    private static String words(String title) {
        var words = new StringBuilder(title.length());
        var between = false;
        for (var i = 0; i < title.length(); i++) {
            var c = Character.toLowerCase(title.charAt(i));
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                if (between && !words.isEmpty()) {
                    words.append('-');
                }
                words.append(c);
                between = false;
            } else if (APOSTROPHES.indexOf(c) < 0) {
                between = true;
            }
        }
        return words.toString();
    }

    private static String cut(String words) {
        if (words.length() <= MAX_LENGTH) {
            return words;
        }
        var end = words.lastIndexOf('-', MAX_LENGTH);
        return words.substring(0, end > 0 ? end : MAX_LENGTH);
    }
}

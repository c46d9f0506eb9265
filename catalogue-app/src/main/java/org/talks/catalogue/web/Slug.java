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
    private static final Pattern APOSTROPHES = Pattern.compile("['’ʼ`]");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");

    private Slug() {}

    /// Lower-case ASCII words joined by hyphens; empty when the title has no letter that can be written so, as in
    /// Chinese.
    public static String of(String title) {
        var read = title.length() > MAX_READ ? title.substring(0, MAX_READ) : title;
        var plain = MARKS.matcher(Normalizer.normalize(read, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace("ø", "o")
                .replace("đ", "d")
                .replace("ł", "l")
                .replace("ı", "i");
        var words = OTHER.matcher(APOSTROPHES.matcher(plain).replaceAll("")).replaceAll("-");
        return cut(strip(words));
    }

    private static String cut(String words) {
        if (words.length() <= MAX_LENGTH) {
            return words;
        }
        var end = words.lastIndexOf('-', MAX_LENGTH);
        return words.substring(0, end > 0 ? end : MAX_LENGTH);
    }

    private static String strip(String words) {
        var start = words.startsWith("-") ? 1 : 0;
        var end = words.endsWith("-") ? words.length() - 1 : words.length();
        return start < end ? words.substring(start, end) : "";
    }
}

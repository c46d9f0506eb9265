package org.talks.catalogue.importing.format;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Names as parts of keys.
public final class Slugs {

    private static final int MAX_LENGTH = 120;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Slugs() {}

    /// Lower case letters and digits of any script, with `-` between words; empty when there are none.
    public static String of(String text) {
        String bounded = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
        String plain = MARKS.matcher(Normalizer.normalize(bounded, Normalizer.Form.NFKD))
                .replaceAll("");
        String slug = OTHERS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-");
        return slug.replaceAll("^-|-$", "");
    }
}

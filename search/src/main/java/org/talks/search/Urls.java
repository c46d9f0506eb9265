package org.talks.search;

import java.util.Locale;
import java.util.regex.Pattern;

/// Addresses as they are compared: what people paste differs in ways that mean nothing.
final class Urls {

    private static final Pattern YOUTUBE = Pattern.compile(
            "(?i)(?:https?://)?(?:www\\.|m\\.)?(?:youtube(?:-nocookie)?\\.com/(?:watch\\?(?:[^#\\s]*&)?v=|embed/|v/|shorts/|live/)|youtu\\.be/)([A-Za-z0-9_-]{6,20}).*");
    private static final Pattern VIMEO =
            Pattern.compile("(?i)(?:https?://)?(?:www\\.|player\\.)?vimeo\\.com/(?:video/)?([0-9]{4,15}).*");
    /// Longer ones are cut, in the index and in the query alike.
    private static final int LONGEST = 1_000;

    private Urls() {}

    static boolean looksLikeOne(String text) {
        return text.startsWith("http://")
                || text.startsWith("https://")
                || text.startsWith("www.")
                || YOUTUBE.matcher(text).matches();
    }

    static String normal(String url) {
        var cut = url.strip();
        cut = cut.length() > LONGEST ? cut.substring(0, LONGEST) : cut;
        var youtube = YOUTUBE.matcher(cut);
        if (youtube.matches()) {
            return "youtube:" + youtube.group(1);
        }
        var vimeo = VIMEO.matcher(cut);
        if (vimeo.matches()) {
            return "vimeo:" + vimeo.group(1);
        }
        cut = cut.replaceFirst("(?i)^https?://", "").replaceFirst("(?i)^www\\.", "");
        var hash = cut.indexOf('#');
        cut = hash < 0 ? cut : cut.substring(0, hash);
        cut = cut.endsWith("/") ? cut.substring(0, cut.length() - 1) : cut;
        var slash = cut.indexOf('/');
        return slash < 0
                ? cut.toLowerCase(Locale.ROOT)
                : cut.substring(0, slash).toLowerCase(Locale.ROOT) + cut.substring(slash);
    }
}

package org.talks.catalogue.importing.format;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Links that came from outside.
public final class Urls {

    /// Browsers and servers refuse longer ones.
    private static final int MAX_LENGTH = 2_000;

    private static final Pattern ONE_SLASH = Pattern.compile("^(https?):/(?=[^/])");
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}\\s<>\"\\\\^`{|}]");

    private Urls() {}

    /// @return an absolute http or https URL without user information, with unsafe characters escaped; null when
    ///     the text is none
    public static @Nullable String http(@Nullable String raw) {
        if (raw == null || raw.length() > MAX_LENGTH) {
            return null;
        }
        String url = raw.strip();
        if (url.startsWith("www.")) {
            url = "http://" + url;
        }
        if (!url.regionMatches(true, 0, "http", 0, 4)) {
            return null;
        }
        if (!url.contains("://")) {
            url = ONE_SLASH.matcher(url).replaceFirst("$1://");
        }
        if (!url.regionMatches(true, 4, "://", 0, 3) && !url.regionMatches(true, 4, "s://", 0, 4)) {
            return null;
        }
        String escaped = isSafe(url) ? url : UNSAFE.matcher(url).replaceAll(match -> percent(match.group()));
        try {
            // Matrix rooms have a second `#`, which only the first may be.
            int fragment = escaped.indexOf('#');
            if (fragment >= 0) {
                escaped = escaped.substring(0, fragment + 1)
                        + escaped.substring(fragment + 1).replace("#", "%23");
            }
            URI uri = new URI(escaped.replace("[", "%5B").replace("]", "%5D"));
            boolean usable = uri.getRawAuthority() != null && uri.getRawUserInfo() == null;
            return usable && !uri.getRawAuthority().contains("@") ? uri.toString() : null;
        } catch (URISyntaxException malformed) {
            return null;
        }
    }

    /// Most are: letters, digits and punctuation that a URL may have. A pattern takes ten times as long to say so.
    private static boolean isSafe(String url) {
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c <= ' ' || c >= 0x7f || "<>\"\\^`{|}".indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static String percent(String character) {
        return "%" + HexFormat.of().withUpperCase().toHexDigits((byte) character.charAt(0));
    }
}

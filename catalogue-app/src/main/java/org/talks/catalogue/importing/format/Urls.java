package org.talks.catalogue.importing.format;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
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
        String url = ONE_SLASH.matcher(raw.strip()).replaceFirst("$1://");
        String lower = url.toLowerCase(Locale.ROOT);
        if (!lower.startsWith("http://") && !lower.startsWith("https://")) {
            return null;
        }
        String escaped = UNSAFE.matcher(url).replaceAll(match -> percent(match.group()));
        try {
            URI uri = new URI(escaped.replace("[", "%5B").replace("]", "%5D"));
            boolean usable = uri.getRawAuthority() != null && uri.getRawUserInfo() == null;
            return usable && !uri.getRawAuthority().contains("@") ? uri.toString() : null;
        } catch (URISyntaxException malformed) {
            return null;
        }
    }

    private static String percent(String character) {
        return "%" + String.format(Locale.ROOT, "%02X", character.codePointAt(0) & 0xff);
    }
}

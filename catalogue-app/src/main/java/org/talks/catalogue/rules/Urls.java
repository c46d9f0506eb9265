package org.talks.catalogue.rules;

/// Addresses that pages may link to.
public final class Urls {

    private Urls() {}

    /// Whether this is an absolute `http` or `https` address with a host. Letters of any script may stand in it
    /// (RFC 3987), but nothing that ends a link in HTML, text or a log, no user name (it disguises the host), and
    /// no backslash, which browsers take for a slash. Percent signs are not checked: browsers do not either.
    public static boolean isWebAddress(String url) {
        int host = schemeLength(url);
        if (host == 0) {
            return false;
        }
        int end = host;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        var authority = url.substring(host, end);
        return !authority.isEmpty()
                && authority.charAt(0) != ':'
                && authority.indexOf('@') < 0
                && !containsLinkEnd(url);
    }

    private static boolean containsLinkEnd(String url) {
        for (int i = 0; i < url.length(); i++) {
            if (endsLink(url.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static int schemeLength(String url) {
        if (url.regionMatches(true, 0, "https://", 0, 8)) {
            return 8;
        }
        return url.regionMatches(true, 0, "http://", 0, 7) ? 7 : 0;
    }

    private static boolean endsLink(char c) {
        if (c > ' ' && c < 0x7f) {
            return c == '<' || c == '>' || c == '"' || c == '\\' || c == '`';
        }
        return Character.isISOControl(c) || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}

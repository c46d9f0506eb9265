package org.talks.catalogue.account.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Where to go after signing in: a path of this catalogue and nothing else, whatever a link to the sign-in page
/// says, so that nobody can be led elsewhere through it.
final class ReturnPath {

    static final String PARAMETER = "next";

    private static final String HOME = "/";

    /// Longer ones are searches nobody typed.
    private static final int LENGTH_MAX = 2_000;

    private ReturnPath() {}

    /// The wanted path when it is one, otherwise the front page.
    static String of(@Nullable String wanted) {
        if (wanted == null || wanted.length() > LENGTH_MAX || !wanted.startsWith("/") || wanted.startsWith("//")) {
            return HOME;
        }
        // Browsers read a backslash as a slash, and drop tabs and line ends, which URI refuses both.
        try {
            var uri = new URI(wanted);
            return uri.getScheme() == null
                            && uri.getRawAuthority() == null
                            && uri.getRawPath().startsWith("/")
                            && !uri.getRawPath().startsWith("//")
                    ? wanted
                    : HOME;
        } catch (URISyntaxException _) {
            return HOME;
        }
    }

    static String of(HttpServletRequest request) {
        return of(request.getParameter(PARAMETER));
    }

    /// The sign-in page, to come back to this request afterwards where that can be repeated.
    static String signIn(HttpServletRequest request) {
        if (!"GET".equals(request.getMethod())) {
            return "/sign-in";
        }
        var query = request.getQueryString();
        return signIn(query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query);
    }

    static String signIn(String next) {
        return next.equals(HOME)
                ? "/sign-in"
                : "/sign-in?" + PARAMETER + "=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }
}

package org.talks.catalogue.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.talks.catalogue.web.Fragment;

/// Answers that are no page.
public final class Answers {

    private Answers() {}

    /// The answer to a form that was accepted.
    public static ResponseEntity<Fragment> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }

    /// The permanent way to the one true path, with the request's query; empty when the request came by it. It is
    /// asked for again each time, since a thing may get its old name back.
    public static Optional<ResponseEntity<Fragment>> unlessAt(String path, HttpServletRequest request) {
        if (decoded(request.getRequestURI()).equals(decoded(path))) {
            return Optional.empty();
        }
        var query = request.getQueryString();
        return Optional.of(ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                .location(URI.create(query == null ? path : path + "?" + query))
                .cacheControl(CacheControl.noCache())
                .build());
    }

    private static String decoded(String path) {
        return URLDecoder.decode(path, StandardCharsets.UTF_8);
    }
}

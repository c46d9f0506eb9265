package org.talks.catalogue.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.header.HeaderWriter;

/// What browsers and proxies may keep, where the answer does not say so itself. Pages look different to those who
/// are signed in, so nobody shares them, and their ETag makes asking again cheap. Pages about accounts are never
/// kept. (Spring Security's own default, `no-store` on everything, would make reading slow.)
final class CachingHeaders implements HeaderWriter {

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (response.getHeader(HttpHeaders.CACHE_CONTROL) == null) {
            var path = request.getRequestURI();
            var secret = path.startsWith("/account") || path.equals("/sign-in") || path.startsWith("/api/tokens");
            response.setHeader(HttpHeaders.CACHE_CONTROL, secret ? "no-store" : "private, no-cache");
        }
    }
}

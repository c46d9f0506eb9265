package org.talks.catalogue.account.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.talks.catalogue.account.ActorAuthentication;

/// Lets somebody whose password was made by somebody else do nothing but change it, or leave.
final class PasswordChangeFilter extends OncePerRequestFilter {

    static final String PAGE = "/account/password";

    private final ApiRefusals refusals;

    PasswordChangeFilter(ApiRefusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (!mustChange() || path.equals(PAGE) || path.equals("/sign-out") || isAsset(path)) {
            chain.doFilter(request, response);
        } else if (path.startsWith("/api/")) {
            refusals.passwordChangeRequired(response);
        } else {
            Redirects.to(PAGE, request, response);
        }
    }

    private static boolean mustChange() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof ActorAuthentication session
                && session.mustChange();
    }

    private static boolean isAsset(String path) {
        return path.startsWith("/assets/") || path.startsWith("/webjars/");
    }
}

package org.talks.catalogue.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.talks.catalogue.account.CurrentActor;

/// What a page's reader sees when a request is refused: the sign-in page, or the error page.
final class PageRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final CurrentActor currentActor;

    PageRefusals(CurrentActor currentActor) {
        this.currentActor = currentActor;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody) {
        Redirects.to(ReturnPath.signIn(request), request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (denied instanceof CsrfException && currentActor.actor().isEmpty()) {
            // The session, and the form's token with it, ended while the page was open.
            Redirects.to(ReturnPath.signIn(ReturnPath.of(request)), request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}

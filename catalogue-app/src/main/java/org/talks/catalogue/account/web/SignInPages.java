package org.talks.catalogue.account.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.talks.catalogue.web.Visit;

/// The page; Spring Security answers the form.
@RestController
final class SignInPages {

    @GetMapping(path = "/sign-in", produces = MediaType.TEXT_HTML_VALUE)
    SignInPage form(HttpServletRequest request, Visit visit, CsrfToken csrf) {
        var failure = SignInOutcome.take(request.getSession(false));
        // The only page that has a form for those who are not signed in.
        return new SignInPage(
                new Visit(visit.account(), csrf.getToken(), visit.flash()),
                ReturnPath.of(request),
                failure.map(SignInOutcome.Failure::name).orElse(""),
                failure.map(SignInOutcome.Failure::message).orElse(null));
    }
}

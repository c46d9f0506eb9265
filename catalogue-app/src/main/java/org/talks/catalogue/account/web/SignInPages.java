package org.talks.catalogue.account.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The page; Spring Security answers the form.
@RestController
final class SignInPages {

    private final AccountPages pages;

    SignInPages(AccountPages pages) {
        this.pages = pages;
    }

    @GetMapping(path = "/sign-in", produces = MediaType.TEXT_HTML_VALUE)
    String form(HttpServletRequest request, CsrfToken csrf) {
        var failure = SignInOutcome.take(request.getSession(false));
        return pages.signIn(new SignInPage(
                csrf.getToken(),
                ReturnPath.of(request),
                failure.map(SignInOutcome.Failure::name).orElse(""),
                failure.map(SignInOutcome.Failure::message).orElse(null)));
    }
}

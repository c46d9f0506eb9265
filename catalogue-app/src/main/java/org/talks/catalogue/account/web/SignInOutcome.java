package org.talks.catalogue.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/// Where a sign-in leads: back to where somebody came from, or once more to the form, which keeps the name.
final class SignInOutcome implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final String ATTRIBUTE = SignInOutcome.class.getName();

    /// Of what was typed; longer than any name.
    private static final int NAME_LENGTH_MAX = 100;

    /// A sign-in that failed just before.
    ///
    /// @param name as it was typed
    /// @param message a sentence
    record Failure(String name, String message) {}

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        Redirects.to(ReturnPath.of(request), request, response);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) {
        var name = Optional.ofNullable(request.getParameter("name")).orElse("");
        request.getSession()
                .setAttribute(
                        ATTRIBUTE,
                        new Failure(
                                name.substring(0, Math.min(name.length(), NAME_LENGTH_MAX)),
                                String.valueOf(failure.getMessage())));
        Redirects.to(ReturnPath.signIn(ReturnPath.of(request)), request, response);
    }

    /// The failure, once.
    static Optional<Failure> take(@Nullable HttpSession session) {
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof Failure failure)) {
            return Optional.empty();
        }
        session.removeAttribute(ATTRIBUTE);
        return Optional.of(failure);
    }
}

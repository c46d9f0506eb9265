package org.talks.catalogue.account.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.talks.catalogue.account.Account;
import org.talks.catalogue.account.Accounts;
import org.talks.catalogue.account.ActorAuthentication;

/// Looks the account of a session up again at each request: a changed role holds at once, and a session ends when
/// its account is disabled or gets another password. Costs one look-up by primary key.
final class SessionAccountFilter extends OncePerRequestFilter {

    private final Accounts accounts;

    SessionAccountFilter(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof ActorAuthentication session
                && session.passwordStamp() != null) {
            var account = accounts.find(session.getPrincipal().id())
                    .filter(Account::enabled)
                    .filter(current -> current.passwordStamp().equals(session.passwordStamp()));
            var context = SecurityContextHolder.createEmptyContext();
            account.ifPresentOrElse(
                    current -> context.setAuthentication(ActorAuthentication.signedIn(current)), () -> end(request));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }

    private static void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}

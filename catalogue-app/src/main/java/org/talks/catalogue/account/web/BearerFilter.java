package org.talks.catalogue.account.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.talks.catalogue.account.Actor;
import org.talks.catalogue.account.ActorAuthentication;
import org.talks.catalogue.account.Tokens;
import org.talks.catalogue.data.DataDirectory;

/// Bearer tokens (RFC 6750, header only): those of accounts, and the running server's own for whoever can read
/// its `server.json`, from this machine. A request with a token is its holder's and nobody else's: a wrong one is
/// refused even where reading is open, and a session cookie beside it counts for nothing.
final class BearerFilter extends OncePerRequestFilter {

    private static final String SCHEME = "bearer ";

    private final Tokens tokens;
    private final DataDirectory directory;
    private final ApiRefusals refusals;

    BearerFilter(Tokens tokens, DataDirectory directory, ApiRefusals refusals) {
        this.tokens = tokens;
        this.directory = directory;
        this.refusals = refusals;
    }

    /// Whether the request carries a token, a right or a wrong one.
    static boolean appliesTo(HttpServletRequest request) {
        return token(request).isPresent();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var token = token(request);
        if (token.isPresent()) {
            var actor = actor(token.get(), request);
            if (actor.isEmpty()) {
                refusals.invalidToken(response);
                return;
            }
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(ActorAuthentication.withToken(actor.get()));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }

    private Optional<Actor> actor(String token, HttpServletRequest request) {
        var server = directory.server();
        if (server.isPresent() && equal(server.get().token(), token)) {
            return fromThisMachine(request) ? Optional.of(Actor.LOCAL) : Optional.empty();
        }
        return tokens.actorOf(token);
    }

    private static boolean fromThisMachine(HttpServletRequest request) {
        try {
            return InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /// In the same time wherever they differ.
    private static boolean equal(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(SCHEME))
                .map(header -> header.substring(SCHEME.length()).strip());
    }
}

package org.talks.catalogue.api;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.talks.catalogue.account.Actor;
import org.talks.catalogue.account.CurrentActor;

/// Shares the API fairly: so many requests a minute for an account with a token, fewer for an address without
/// one. Every answer says in `RateLimit-Policy` and `RateLimit` what is allowed and left
/// (draft-ietf-httpapi-ratelimit-headers); beyond it is 429 with `Retry-After`.
///
/// Runs after the security filters, so that it knows who asks. Forgets at a restart.
@Component
@EnableConfigurationProperties(LimitProperties.class)
final class RateLimit extends OncePerRequestFilter {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    /// Clients known at once, about 300 bytes each; who did not ask for longest is forgotten first.
    private static final int CLIENTS_MAX = 10_000;

    private final LimitProperties limits;
    private final CurrentActor currentActor;
    private final ProblemWriter problems;

    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > CLIENTS_MAX;
        }
    };

    RateLimit(LimitProperties limits, CurrentActor currentActor, ProblemWriter problems) {
        this.limits = limits;
        this.currentActor = currentActor;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var actor = currentActor.actor();
        if (actor.map(Actor::isLocal).orElse(false) || fromThisMachine(request)) {
            chain.doFilter(request, response);
            return;
        }
        var most = actor.isPresent() ? limits.token() : limits.anonymous();
        var probe = bucket(actor.map(Actor::id).orElseGet(() -> network(request.getRemoteAddr())), most)
                .tryConsumeAndReturnRemaining(1);
        var resetSeconds = Math.ceilDiv(probe.getNanosToWaitForReset(), 1_000_000_000L);
        response.setHeader("RateLimit-Policy", "\"minute\";q=" + most + ";w=" + WINDOW.toSeconds());
        response.setHeader("RateLimit", "\"minute\";r=" + probe.getRemainingTokens() + ";t=" + resetSeconds);
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
            return;
        }
        var wait = Math.max(1, Math.ceilDiv(probe.getNanosToWaitForRefill(), 1_000_000_000L));
        response.setHeader("Retry-After", String.valueOf(wait));
        problems.write(
                request,
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                "Too many requests",
                "This client may ask " + most + " times a minute. Go on in " + wait
                        + (wait == 1 ? " second" : " seconds")
                        + (actor.isPresent() ? "." : ", or send a token, which may ask more often."));
    }

    private Bucket bucket(String client, int most) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(
                    client,
                    _ -> Bucket.builder()
                            .addLimit(Bandwidth.builder()
                                    .capacity(most)
                                    .refillGreedy(most, WINDOW)
                                    .build())
                            .build());
        }
    }

    /// A proxy on this machine adds one of these; what comes without is a program of the operator.
    private static boolean fromThisMachine(HttpServletRequest request) {
        return request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null
                && address(request.getRemoteAddr()).isLoopbackAddress();
    }

    /// IPv6 hands every customer 2^64 addresses, so the first half stands for all of them.
    private static String network(String remote) {
        var bytes = address(remote).getAddress();
        return HexFormat.of().formatHex(bytes, 0, bytes.length == 16 ? 8 : bytes.length);
    }

    private static InetAddress address(String remote) {
        try {
            return InetAddress.ofLiteral(remote);
        } catch (IllegalArgumentException e) {
            return InetAddress.ofLiteral("0.0.0.0");
        }
    }
}

package org.talks.catalogue.account;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/// An [Actor] who has proved to be one, as Spring Security keeps it.
public final class ActorAuthentication extends AbstractAuthenticationToken {

    /// Authority of [Actor#LOCAL] alone.
    public static final String LOCAL_OPERATOR = "LOCAL_OPERATOR";

    private final Actor actor;
    private final @Nullable String passwordStamp;
    private final boolean mustChange;

    private ActorAuthentication(Actor actor, @Nullable String passwordStamp, boolean mustChange) {
        super(authorities(actor));
        this.actor = actor;
        this.passwordStamp = passwordStamp;
        this.mustChange = mustChange;
        setAuthenticated(true);
    }

    /// Of somebody who signed in with a password.
    public static ActorAuthentication signedIn(Account account) {
        return new ActorAuthentication(account.actor(), account.passwordStamp(), account.mustChange());
    }

    /// Of a program with a token.
    public static ActorAuthentication withToken(Actor actor) {
        return new ActorAuthentication(actor, null, false);
    }

    /// The account's [Account#passwordStamp()] at sign-in, null with a token.
    public @Nullable String passwordStamp() {
        return passwordStamp;
    }

    /// Whether the password must be changed before anything else.
    public boolean mustChange() {
        return mustChange;
    }

    @Override
    public Actor getPrincipal() {
        return actor;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    private static List<GrantedAuthority> authorities(Actor actor) {
        var roles = Arrays.stream(Role.values())
                .filter(actor::may)
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role));
        return actor.isLocal()
                ? Stream.concat(roles, Stream.of(new SimpleGrantedAuthority(LOCAL_OPERATOR)))
                        .toList()
                : roles.toList();
    }
}

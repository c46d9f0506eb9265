package org.talks.catalogue.account;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/// Spring Security's way to [Accounts#signIn].
final class PasswordSignIn implements AuthenticationProvider {

    private final Accounts accounts;

    PasswordSignIn(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Authentication authenticate(Authentication request) {
        var password = request.getCredentials() instanceof String text ? text : "";
        return switch (accounts.signIn(request.getName(), password, address(request.getDetails()))) {
            case SignIn.Welcome(var account) -> ActorAuthentication.signedIn(account);
            case SignIn.Wrong _ -> throw new BadCredentialsException("The name or the password is not right.");
            case SignIn.TooMany(var delay) ->
                throw new LockedException("There were too many attempts. Try again in %d minutes."
                        .formatted(delay.plusSeconds(59).toMinutes()));
        };
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private static String address(@Nullable Object details) {
        return details instanceof WebAuthenticationDetails web && web.getRemoteAddress() != null
                ? web.getRemoteAddress()
                : "";
    }
}

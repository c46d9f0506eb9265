package org.talks.catalogue.account;

import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/// Who is behind the request that the calling thread answers. Threads of one's own start with nobody: take the
/// [Actor] along.
public final class CurrentActor {

    CurrentActor() {}

    /// Empty for readers who are not signed in.
    public Optional<Actor> actor() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Actor actor
                ? Optional.of(actor)
                : Optional.empty();
    }

    public boolean may(Role needed) {
        return actor().filter(actor -> actor.may(needed)).isPresent();
    }

    /// @throws AccessDeniedException when nobody is signed in, or not with this role; Spring Security answers it
    public Actor require(Role needed) {
        return actor().filter(actor -> actor.may(needed))
                .orElseThrow(() -> new AccessDeniedException("This needs the role " + needed + "."));
    }
}

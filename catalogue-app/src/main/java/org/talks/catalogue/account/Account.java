package org.talks.catalogue.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody who can sign in.
///
/// @param id `account:0198…`; the actor of the events that this person causes
/// @param name what they sign in with; upper and lower case are the same
/// @param mustChange whether the password was made by somebody else; until it is changed nothing else is possible
/// @param disabled since when, null while the account is in use
/// @param passwordStamp differs after every change of the password; a session that began with another one is over
public record Account(
        String id,
        String name,
        Role role,
        boolean mustChange,
        Instant created,
        @Nullable Instant disabled,
        String passwordStamp) {

    public boolean enabled() {
        return disabled == null;
    }

    public Actor actor() {
        return new Actor(id, name, role);
    }
}

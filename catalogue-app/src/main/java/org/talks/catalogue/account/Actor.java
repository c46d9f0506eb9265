package org.talks.catalogue.account;

import java.io.Serializable;
import java.security.Principal;

/// Who causes something: an account, or the operator at the command line.
///
/// @param id what events are marked with: an account's id or `local`
/// @param name for people
public record Actor(String id, String name, Role role) implements Principal, Serializable {

    /// Whoever can read the data directory of a running catalogue.
    public static final Actor LOCAL = new Actor("local", "local operator", Role.ADMINISTRATOR);

    public boolean may(Role needed) {
        return role.includes(needed);
    }

    /// Whether this is the operator at the command line, who has no account.
    public boolean isLocal() {
        return id.equals(LOCAL.id);
    }

    @Override
    public String getName() {
        return name;
    }
}

package org.talks.catalogue.account;

import java.util.Optional;

/// What the actors of events are called. Names are personal: show them to those who may edit, and to nobody else.
@FunctionalInterface
public interface AccountNames {

    /// @param actor what an event is marked with
    /// @return empty for an actor who is, or was, no account of this catalogue
    Optional<String> nameOf(String actor);
}

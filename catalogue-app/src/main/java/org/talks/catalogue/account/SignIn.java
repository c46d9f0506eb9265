package org.talks.catalogue.account;

import java.time.Duration;

/// How an attempt to sign in went.
public sealed interface SignIn {

    record Welcome(Account account) implements SignIn {}

    /// Name or password is wrong, or the account is disabled: which of them is nobody's business.
    record Wrong() implements SignIn {}

    /// Too many attempts; the password was not looked at.
    ///
    /// @param delay until the next attempt is taken
    record TooMany(Duration delay) implements SignIn {}
}

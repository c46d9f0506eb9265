package org.talks.catalogue.account;

/// What somebody may do. Each role may do what the ones before it may.
public enum Role {
    /// Read what is open to everybody, and have an account.
    READER,
    /// Change talks, conferences and speakers.
    EDITOR,
    /// Import, rebuild, and manage accounts.
    ADMINISTRATOR;

    /// Whether this role may do what `other` may.
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}

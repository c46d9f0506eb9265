package org.talks.catalogue.web;

import org.jspecify.annotations.Nullable;

/// What the layout must know of the request.
///
/// @param account who is signed in, null for a reader
/// @param csrf the token of this session, sent with every form; null on pages that are the same for every reader
/// @param flash the outcome of what was done just before
/// @param heads makes what a page's head tells machines
public record Visit(
        @Nullable Account account,
        @Nullable String csrf,
        @Nullable Flash flash,
        Head.Maker heads) {

    /// A reader who is not signed in.
    public static final Visit READER = new Visit(null, null, null);

    /// With heads that tell machines nothing.
    public Visit(@Nullable Account account, @Nullable String csrf, @Nullable Flash flash) {
        this(account, csrf, flash, page -> Head.NONE);
    }

    public Head head(Page page) {
        return heads.of(page);
    }

    public boolean mayEdit() {
        return account != null && account.role() != Role.READER;
    }

    public boolean mayAdminister() {
        return account != null && account.role() == Role.ADMINISTRATOR;
    }

    /// @param name as shown in the header
    public record Account(String name, Role role) {}

    /// What somebody may do.
    public enum Role {
        READER,
        EDITOR,
        ADMINISTRATOR
    }
}

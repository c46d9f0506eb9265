package org.talks.catalogue.account.web;

import org.jspecify.annotations.Nullable;
import org.talks.catalogue.web.Page;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

/// The form to change one's own password: posts `current`, `next`, `again` and `_csrf` to `/account/password`.
///
/// @param accountName whose
/// @param mustChange whether nothing else is possible before
/// @param changed whether it was changed just before
/// @param currentError a sentence about the field `current`, null when it is right
/// @param nextError about the field `next`
/// @param againError about the field `again`
/// @param lengthMin characters that a password has at least
public record PasswordPage(
        Visit visit,
        String accountName,
        boolean mustChange,
        boolean changed,
        @Nullable String currentError,
        @Nullable String nextError,
        @Nullable String againError,
        int lengthMin)
        implements Page {

    @Override
    public String template() {
        return "account/password";
    }

    @Override
    public String title() {
        return Wording.text("account.password");
    }

    @Override
    public boolean indexed() {
        return false;
    }
}

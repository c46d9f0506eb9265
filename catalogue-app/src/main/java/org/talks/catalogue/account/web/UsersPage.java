package org.talks.catalogue.account.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.account.Account;
import org.talks.catalogue.account.Accounts.WithPassword;
import org.talks.catalogue.account.Role;
import org.talks.catalogue.web.Page;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

/// The accounts, for an administrator, and a form to add one: posts `name`, `role` and `_csrf` to
/// `/account/users`. Each account but one's own has forms that post to `/account/users/{id}/` and `role` (with
/// `role`), `disable`, `enable` or `password`.
///
/// @param accounts by name
/// @param made an account that got a made-up password just before, shown this once; null otherwise
/// @param name as typed before, empty at first
/// @param error why nothing was done, a sentence; null otherwise
public record UsersPage(
        Visit visit,
        List<Row> accounts,
        @Nullable WithPassword made,
        String name,
        Role role,
        @Nullable String error) implements Page {

    @Override
    public String template() {
        return "account/users";
    }

    @Override
    public String title() {
        return Wording.text("account.accounts");
    }

    @Override
    public boolean indexed() {
        return false;
    }

    /// @param self whether it is the reader's own, which they cannot lock themselves out of
    public record Row(Account account, boolean self) {}

    public List<Role> roles() {
        return Arrays.asList(Role.values());
    }

    /// `editor`
    public static String label(Role role) {
        return Wording.word(role.name().toLowerCase(Locale.ROOT));
    }
}

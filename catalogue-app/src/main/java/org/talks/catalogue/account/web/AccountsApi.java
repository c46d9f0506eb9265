package org.talks.catalogue.account.web;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.talks.catalogue.account.Accounts;
import org.talks.catalogue.account.CurrentActor;
import org.talks.catalogue.account.Role;
import org.talks.catalogue.api.Describes;

/// `POST /api/accounts/{name}/password`: makes up a new password for an account, for the local operator only: a
/// token that leaked must not open an account.
@RestController
final class AccountsApi {

    private final Accounts accounts;
    private final CurrentActor currentActor;

    AccountsApi(Accounts accounts, CurrentActor currentActor) {
        this.accounts = accounts;
        this.currentActor = currentActor;
    }

    /// @param password shown this once; to be changed at the next sign-in
    /// @param enabled whether the account may sign in at all
    record Reset(String name, String password, boolean enabled) {}

    @Describes("Resets a password; for the operator of the machine only.")
    @PostMapping("/api/accounts/{name}/password")
    Reset resetPassword(@PathVariable String name) {
        if (!currentActor.require(Role.ADMINISTRATOR).isLocal()) {
            throw new AccessDeniedException("Only the operator of this machine may reset passwords this way.");
        }
        var reset = accounts.resetPasswordOf(name);
        return new Reset(
                reset.account().name(), reset.password(), reset.account().enabled());
    }
}

package org.talks.catalogue.account;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.data.StateDatabase;

/// Makes the account `admin` when a server starts and there is no account at all, before the server takes
/// requests.
final class FirstAdministrator implements SmartInitializingSingleton {

    /// Environment variable with the password to start with, for installations that nobody watches. Not printed.
    static final String PASSWORD_VARIABLE = "CATALOGUE_ADMIN_PASSWORD";

    static final String NAME = "admin";

    private final StateDatabase state;
    private final Accounts accounts;
    private final @Nullable String given;
    private final PrintStream terminal;

    /// @param given the password to start with, null to make one up
    /// @param terminal standard output and never a logger: logs are kept, copied and read by others
    FirstAdministrator(StateDatabase state, Accounts accounts, @Nullable String given, PrintStream terminal) {
        this.state = state;
        this.accounts = accounts;
        this.given = given;
        this.terminal = terminal;
    }

    @Override
    public void afterSingletonsInstantiated() {
        state.doInTransaction(_ -> {
            if (!accounts.isEmpty()) {
                return;
            }
            if (given == null || given.isEmpty()) {
                // Printed before it is stored for good: the other way round a crash could keep everybody out.
                print(accounts.add(NAME, Role.ADMINISTRATOR).password());
            } else {
                addWithGivenPassword(given);
            }
        });
    }

    private void addWithGivenPassword(String password) {
        try {
            accounts.add(NAME, Role.ADMINISTRATOR, password);
        } catch (Refused.Invalid e) {
            throw new IllegalStateException(
                    "The password in " + PASSWORD_VARIABLE + " cannot be used: " + e.getMessage(), e);
        }
    }

    private void print(String password) {
        terminal.printf("%nSign in as %s with the password %s%n", NAME, password);
        terminal.printf("It is shown this once and has to be changed at the first sign-in.%n%n");
        terminal.flush();
    }
}

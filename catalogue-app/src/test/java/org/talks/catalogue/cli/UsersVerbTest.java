package org.talks.catalogue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talks.catalogue.account.Account;
import org.talks.catalogue.account.Accounts;
import org.talks.catalogue.account.Role;
import org.talks.catalogue.account.SignIn;
import org.talks.catalogue.data.DataDirectory;
import org.talks.catalogue.data.StateDatabase;

/// A lost password, while no server runs.
class UsersVerbTest {

    @TempDir
    private Path data;

    private final Shell shell = new Shell();
    private String lost = "";

    @BeforeEach
    void accounts() {
        try (var directory = DataDirectory.open(data);
                var state = StateDatabase.open(directory)) {
            var accounts = Accounts.in(state);
            lost = accounts.add("admin", Role.ADMINISTRATOR).password();
            accounts.add("second", Role.ADMINISTRATOR);
            accounts.disable(accounts.named("second").map(Account::id).orElseThrow());
        }
    }

    private SignIn signIn(String password) {
        try (var directory = DataDirectory.open(data);
                var state = StateDatabase.open(directory)) {
            return Accounts.in(state).signIn("admin", password, "192.0.2.1");
        }
    }

    @Test
    void theNewPasswordIsPrintedAndMustBeChangedAndTheOldOneIsGone() {
        assertThat(shell.run("users", "reset-password", "Admin", "--data=" + data))
                .isEqualTo(Exit.OK);
        assertThat(shell.out()).matches("([2-9a-z]{5}-){3}[2-9a-z]{5}\n");
        assertThat(shell.err()).isEmpty();
        assertThat(signIn(lost)).isInstanceOf(SignIn.Wrong.class);
        assertThat(signIn(shell.out().strip()))
                .isInstanceOfSatisfying(
                        SignIn.Welcome.class,
                        welcome -> assertThat(welcome.account().mustChange()).isTrue());
    }

    @Test
    void asJson() {
        assertThat(shell.run("users", "reset-password", "admin", "--json", "--data=" + data))
                .isEqualTo(Exit.OK);
        assertThat(shell.out())
                .startsWith("{\"name\":\"admin\",\"password\":\"")
                .endsWith("\"enabled\":true}\n");
    }

    @Test
    void aDisabledAccountStaysSo() {
        assertThat(shell.run("users", "reset-password", "second", "--data=" + data))
                .isEqualTo(Exit.WITH_REMARKS);
        assertThat(shell.err()).contains("The account is disabled").hasLineCount(1);
    }

    @Test
    void anUnknownNameIsRefused() {
        assertThat(shell.run("users", "reset-password", "eve", "--data=" + data))
                .isEqualTo(Exit.CANNOT);
        assertThat(shell.err()).isEqualTo("catalogue: There is no account named eve.\n");
        assertThat(shell.run("users", "reset-password", "admin", "--data=" + data.resolve("nowhere")))
                .isEqualTo(Exit.CANNOT);
        assertThat(shell.err()).contains("There is no catalogue at");
    }
}

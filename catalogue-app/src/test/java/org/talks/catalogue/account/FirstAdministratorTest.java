package org.talks.catalogue.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talks.catalogue.data.DataDirectory;
import org.talks.catalogue.data.StateDatabase;

@SuppressWarnings("NullAway.Init")
class FirstAdministratorTest {

    @TempDir
    private Path temporary;

    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private DataDirectory directory;
    private StateDatabase state;
    private Accounts accounts;

    @BeforeEach
    void open() {
        directory = DataDirectory.open(temporary);
        state = StateDatabase.open(directory);
        accounts = new Accounts(state, Passwords.encoder(4), new SettableClock());
    }

    @AfterEach
    void close() {
        state.close();
        directory.close();
    }

    private String start(@Nullable String given) {
        terminal.reset();
        new FirstAdministrator(state, accounts, given, new PrintStream(terminal, true, StandardCharsets.UTF_8))
                .afterSingletonsInstantiated();
        return terminal.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aPasswordIsPrintedAtTheFirstStartAndNeverAgain() {
        var printed = start(null);
        var password = Pattern.compile("with the password (\\S+)").matcher(printed);
        assertThat(password.find()).isTrue();
        assertThat(accounts.signIn("admin", password.group(1), "192.0.2.1"))
                .isInstanceOfSatisfying(SignIn.Welcome.class, welcome -> {
                    assertThat(welcome.account().role()).isEqualTo(Role.ADMINISTRATOR);
                    assertThat(welcome.account().mustChange()).isTrue();
                });
        assertThat(start(null)).isEmpty();
        assertThat(accounts.all()).hasSize(1);
    }

    @Test
    void aGivenPasswordIsTakenAndNotPrinted() {
        assertThat(start("from the environment")).isEmpty();
        assertThat(accounts.signIn("admin", "from the environment", "192.0.2.1"))
                .isInstanceOfSatisfying(
                        SignIn.Welcome.class,
                        welcome -> assertThat(welcome.account().mustChange()).isTrue());
    }

    @Test
    void aGivenPasswordThatIsTooShortStopsTheStartAndIsNotRepeated() {
        assertThatThrownBy(() -> start("tooshort"))
                .hasMessageContaining("CATALOGUE_ADMIN_PASSWORD")
                .hasMessageContaining("12 characters")
                .hasMessageNotContaining("tooshort");
        assertThat(accounts.all()).isEmpty();
    }

    @Test
    void accountsThatAreThereAreLeftAlone() {
        accounts.add("ana", Role.EDITOR);
        assertThat(start("from the environment")).isEmpty();
        assertThat(accounts.all()).extracting(Account::name).containsExactly("ana");
    }
}

package org.talks.catalogue.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.talks.catalogue.account.SignIn.TooMany;
import org.talks.catalogue.account.SignIn.Welcome;
import org.talks.catalogue.account.SignIn.Wrong;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.data.DataDirectory;
import org.talks.catalogue.data.StateDatabase;

@SuppressWarnings("NullAway.Init")
class AccountsTest {

    private static final String HERE = "192.0.2.1";

    @TempDir
    private Path temporary;

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

    private Account ana() {
        return accounts.named("ana").orElseThrow();
    }

    @Test
    void aNewAccountSignsInWithItsGeneratedPasswordAndMustChangeIt() {
        var added = accounts.add("ana", Role.EDITOR);
        assertThat(added.account().mustChange()).isTrue();
        assertThat(added.account().id()).startsWith("account:");
        assertThat(added.password()).matches("([2-9a-z]{5}-){3}[2-9a-z]{5}");
        assertThat(added.toString()).doesNotContain(added.password());
        assertThat(accounts.signIn("Ana", added.password(), HERE)).isEqualTo(new Welcome(ana()));

        var changed = accounts.changePassword(added.account().id(), added.password(), "correct horse battery", HERE);
        assertThat(changed.mustChange()).isFalse();
        assertThat(accounts.signIn("ana", added.password(), HERE)).isEqualTo(new Wrong());
        assertThat(accounts.signIn("ana", "correct horse battery", HERE)).isEqualTo(new Welcome(changed));
    }

    @Test
    void passwordsAreStoredAsBcryptHashes() {
        var added = accounts.add("ana", Role.EDITOR);
        var hash = state.jdbc()
                .sql("select password_hash from account")
                .query(String.class)
                .single();
        assertThat(hash).startsWith("{bcrypt}$2a$").doesNotContain(added.password());
    }

    @Test
    void checkingAnUnknownNameCostsAsMuchAsAKnownOne() {
        assertThat(Passwords.encoder().upgradeEncoding(Passwords.NOBODYS_HASH)).isFalse();
        assertThat(Passwords.NOBODYS_HASH).startsWith("{bcrypt}$2a$12$");
        assertThat(Passwords.encoder().encode("a password of some kind")).startsWith("{bcrypt}$2a$12$");
    }

    @Test
    void unknownNamesAndWrongPasswordsAndDisabledAccountsAnswerTheSame() {
        accounts.add("admin", Role.ADMINISTRATOR);
        var added = accounts.add("ana", Role.EDITOR);
        assertThat(accounts.signIn("nobody", "x", HERE)).isEqualTo(new Wrong());
        assertThat(accounts.signIn("no such name at all", "x", HERE)).isEqualTo(new Wrong());
        assertThat(accounts.signIn("ana", "x", HERE)).isEqualTo(new Wrong());
        accounts.disable(added.account().id());
        assertThat(accounts.signIn("ana", added.password(), HERE)).isEqualTo(new Wrong());
        accounts.enable(added.account().id());
        assertThat(accounts.signIn("ana", added.password(), HERE)).isInstanceOf(Welcome.class);
    }

    @Test
    void guessingIsRefusedEvenWithTheRightPasswordInTheEnd() {
        var added = accounts.add("ana", Role.EDITOR);
        for (int i = 0; i < Throttle.PER_NAME_AND_ADDRESS_MAX; i++) {
            assertThat(accounts.signIn("ana", "guess" + i, HERE)).isEqualTo(new Wrong());
        }
        assertThat(accounts.signIn("ana", added.password(), HERE)).isInstanceOf(TooMany.class);
        assertThat(accounts.signIn("ana", added.password(), "192.0.2.2")).isInstanceOf(Welcome.class);
    }

    @Test
    void guessingTheCurrentPasswordIsRefusedToo() {
        var added = accounts.add("ana", Role.EDITOR);
        var id = added.account().id();
        for (int i = 0; i < Throttle.PER_NAME_AND_ADDRESS_MAX; i++) {
            assertThatThrownBy(() -> accounts.changePassword(id, "guess", "correct horse battery", HERE))
                    .hasMessageContaining("not the current password");
        }
        assertThatThrownBy(() -> accounts.changePassword(id, added.password(), "correct horse battery", HERE))
                .hasMessage("Too many attempts. Try again in 15 minutes.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "elevenchars", "aaaaaaaaaaaaaaaa", "ana.the.editor", "ANA.THE.EDITOR"})
    void weakPasswordsAreRefused(String weak) {
        var added = accounts.add("ana.the.editor", Role.EDITOR);
        assertThatThrownBy(() -> accounts.changePassword(added.account().id(), added.password(), weak, HERE))
                .isInstanceOfSatisfying(
                        Refused.Invalid.class,
                        e -> assertThat(e.fields())
                                .extracting(Refused.FieldError::field)
                                .containsExactly("next"));
    }

    @Test
    void aPasswordThatBcryptWouldCutOffIsRefused() {
        var added = accounts.add("ana", Role.EDITOR);
        assertThatThrownBy(() -> accounts.changePassword(added.account().id(), added.password(), "é1".repeat(25), HERE))
                .hasMessageContaining("72 bytes");
    }

    @Test
    void theGeneratedPasswordCannotBeKept() {
        var added = accounts.add("ana", Role.EDITOR);
        assertThatThrownBy(
                        () -> accounts.changePassword(added.account().id(), added.password(), added.password(), HERE))
                .hasMessageContaining("must differ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-ana", "a b", "ana\n", "<script>", "änne"})
    void namesAreOfPlainLettersAndDigits(String name) {
        assertThatThrownBy(() -> accounts.add(name, Role.EDITOR)).isInstanceOf(Refused.Invalid.class);
    }

    @Test
    void namesAreTakenInUpperAndLowerCase() {
        accounts.add("ana", Role.EDITOR);
        assertThatThrownBy(() -> accounts.add("ANA", Role.READER)).hasMessageContaining("already");
        assertThat(accounts.all()).hasSize(1);
    }

    @Test
    void everyChangeOfThePasswordChangesTheStamp() {
        accounts.add("ana", Role.EDITOR);
        var before = ana().passwordStamp();
        var reset = accounts.resetPassword(ana().id());
        assertThat(reset.account().mustChange()).isTrue();
        assertThat(ana().passwordStamp())
                .isNotEqualTo(before)
                .isEqualTo(reset.account().passwordStamp());
        assertThat(accounts.signIn("ana", reset.password(), HERE)).isInstanceOf(Welcome.class);
    }

    @Test
    void theLastAdministratorStays() {
        var admin = accounts.add("admin", Role.ADMINISTRATOR).account().id();
        assertThatThrownBy(() -> accounts.setRole(admin, Role.EDITOR)).isInstanceOf(Refused.NotNow.class);
        assertThatThrownBy(() -> accounts.disable(admin)).isInstanceOf(Refused.NotNow.class);

        var other = accounts.add("other", Role.ADMINISTRATOR).account().id();
        accounts.disable(other);
        assertThatThrownBy(() -> accounts.disable(admin)).isInstanceOf(Refused.NotNow.class);
        accounts.enable(other);
        accounts.disable(admin);
        assertThat(accounts.find(admin))
                .hasValueSatisfying(account -> assertThat(account.enabled()).isFalse());
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertThatThrownBy(() -> accounts.setRole("account:none", Role.EDITOR)).isInstanceOf(Refused.NotFound.class);
        assertThatThrownBy(() -> accounts.resetPassword("account:none")).isInstanceOf(Refused.NotFound.class);
        assertThatThrownBy(() -> accounts.enable("account:none")).isInstanceOf(Refused.NotFound.class);
    }
}

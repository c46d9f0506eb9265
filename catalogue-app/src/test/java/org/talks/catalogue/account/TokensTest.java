package org.talks.catalogue.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.data.DataDirectory;
import org.talks.catalogue.data.StateDatabase;

@SuppressWarnings("NullAway.Init")
class TokensTest {

    @TempDir
    private Path temporary;

    private final SettableClock clock = new SettableClock();
    private DataDirectory directory;
    private StateDatabase state;
    private Accounts accounts;
    private Tokens tokens;
    private String ana;

    @BeforeEach
    void open() {
        directory = DataDirectory.open(temporary);
        state = StateDatabase.open(directory);
        accounts = new Accounts(state, Passwords.encoder(4), clock);
        tokens = new Tokens(state, accounts, clock);
        accounts.add("admin", Role.ADMINISTRATOR);
        var added = accounts.add("ana", Role.EDITOR);
        ana = added.account().id();
        accounts.changePassword(ana, added.password(), "correct horse battery", "192.0.2.1");
    }

    @AfterEach
    void close() {
        state.close();
        directory.close();
    }

    @Test
    void aTokenStandsForItsAccountWithTheRoleOfTheMoment() {
        var made = tokens.create("ana", "ci");
        assertThat(made.secret()).matches("tc_[A-Za-z0-9_-]{43}");
        assertThat(tokens.actorOf(made.secret())).contains(new Actor(ana, "ana", Role.EDITOR));
        accounts.setRole(ana, Role.READER);
        assertThat(tokens.actorOf(made.secret())).contains(new Actor(ana, "ana", Role.READER));
    }

    @Test
    void onlyItsDigestIsStored() throws NoSuchAlgorithmException {
        var made = tokens.create("ana", "ci");
        var expected = MessageDigest.getInstance("SHA-256").digest(made.secret().getBytes(StandardCharsets.UTF_8));
        assertThat(state.jdbc()
                        .sql("select hash from token")
                        .query(String.class)
                        .list())
                .containsExactly(HexFormat.of().formatHex(expected));
        assertThat(state.jdbc().sql("select * from token").query().singleRow().values())
                .doesNotContain(made.secret());
        assertThat(made.toString()).doesNotContain(made.secret());
    }

    @Test
    void noTwoAreAlike() {
        assertThat(tokens.create("ana", "ci").secret())
                .isNotEqualTo(tokens.create("ana", "ci").secret());
    }

    @Test
    void wrongOnesStandForNobody() {
        var secret = tokens.create("ana", "ci").secret();
        assertThat(tokens.actorOf("")).isEmpty();
        assertThat(tokens.actorOf("tc_")).isEmpty();
        assertThat(tokens.actorOf(secret.substring(0, secret.length() - 1))).isEmpty();
        assertThat(tokens.actorOf(secret + "A")).isEmpty();
        assertThat(tokens.actorOf(secret.substring(Tokens.PREFIX.length()))).isEmpty();
    }

    @Test
    void anExpiredOneStandsForNobody() {
        var secret = tokens.createFor(ana, "ci", Duration.ofDays(30)).secret();
        clock.advance(Duration.ofDays(30).minusMillis(1));
        assertThat(tokens.actorOf(secret)).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(tokens.actorOf(secret)).isEmpty();
    }

    @Test
    void aRevokedOneStandsForNobody() {
        var made = tokens.create("ana", "ci");
        var admin = accounts.named("admin").orElseThrow().id();
        assertThatThrownBy(() -> tokens.revoke(admin, made.token().id())).isInstanceOf(Refused.NotFound.class);
        assertThat(tokens.actorOf(made.secret())).isPresent();
        tokens.revoke(ana, made.token().id());
        assertThat(tokens.actorOf(made.secret())).isEmpty();
        assertThat(tokens.of(ana)).isEmpty();
    }

    @Test
    void thoseOfADisabledAccountStandForNobodyUntilItIsEnabled() {
        var secret = tokens.create("ana", "ci").secret();
        accounts.disable(ana);
        assertThat(tokens.actorOf(secret)).isEmpty();
        assertThatThrownBy(() -> tokens.create("ana", "more")).isInstanceOf(Refused.NotFound.class);
        accounts.enable(ana);
        assertThat(tokens.actorOf(secret)).isPresent();
    }

    @Test
    void noneCanBeMadeOrUsedWhileThePasswordMustBeChanged() {
        var secret = tokens.create("ana", "ci").secret();
        accounts.resetPassword(ana);
        assertThatThrownBy(() -> tokens.create("ana", "more"))
                .isInstanceOf(Refused.NotNow.class)
                .hasMessageContaining("change it first");
        assertThat(tokens.actorOf(secret)).isEmpty();
    }

    @Test
    void theLastUseIsKeptToTheMinute() {
        var secret = tokens.create("ana", "ci").secret();
        var first = clock.instant();
        assertThat(tokens.of(ana))
                .singleElement()
                .extracting(Tokens.Token::lastUsed)
                .isNull();
        tokens.actorOf(secret);
        clock.advance(Duration.ofSeconds(30));
        tokens.actorOf(secret);
        assertThat(tokens.of(ana))
                .singleElement()
                .extracting(Tokens.Token::lastUsed)
                .isEqualTo(first);
        clock.advance(Duration.ofSeconds(31));
        tokens.actorOf(secret);
        assertThat(tokens.of(ana))
                .singleElement()
                .extracting(Tokens.Token::lastUsed)
                .isEqualTo(clock.instant());
    }

    @Test
    void aTokenHasANameAndAnAccountHasSoManyOfThem() {
        assertThatThrownBy(() -> tokens.create("ana", " ")).isInstanceOf(Refused.Invalid.class);
        assertThatThrownBy(() -> tokens.create("ana", "x".repeat(101))).isInstanceOf(Refused.Invalid.class);
        assertThatThrownBy(() -> tokens.create("nobody", "ci")).isInstanceOf(Refused.NotFound.class);
        for (int i = 0; i < Tokens.PER_ACCOUNT_MAX; i++) {
            tokens.create("ana", "ci" + i);
        }
        assertThatThrownBy(() -> tokens.create("ana", "one more")).isInstanceOf(Refused.NotNow.class);
    }
}

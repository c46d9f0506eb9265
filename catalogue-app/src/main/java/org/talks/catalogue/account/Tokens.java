package org.talks.catalogue.account;

import com.fasterxml.uuid.Generators;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.data.StateDatabase;

/// Bearer tokens with which programs write through the API in the name of an account. A token may what its
/// account may at that moment. Thread-safe.
public final class Tokens {

    /// What a token starts with, so that scanners of leaked secrets can know one.
    public static final String PREFIX = "tc_";

    /// 256 bits: nothing that could be guessed, which is why a fast hash is enough to store it.
    private static final int SECRET_BYTES = 32;

    static final int NAME_LENGTH_MAX = 100;

    /// So that a program which makes one per run is noticed.
    static final int PER_ACCOUNT_MAX = 50;

    /// A write per request for the time of the last use would cost more than the request.
    private static final Duration LAST_USED_PRECISION = Duration.ofMinutes(1);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final StateDatabase state;
    private final Accounts accounts;
    private final Clock clock;
    private final TokenStore store;

    Tokens(StateDatabase state, Accounts accounts, Clock clock) {
        this.state = state;
        this.accounts = accounts;
        this.clock = clock;
        this.store = new TokenStore(state.jdbc());
    }

    /// The tokens of a catalogue that no server works on, for the command line.
    public static Tokens in(StateDatabase state) {
        return new Tokens(state, Accounts.in(state), Clock.systemUTC());
    }

    /// What is kept of a token.
    ///
    /// @param lastUsed to the minute, null before the first use
    /// @param expires null when it does not
    public record Token(
            String id,
            String name,
            Instant created,
            @Nullable Instant lastUsed,
            @Nullable Instant expires) {}

    /// A token at the only moment at which its secret is known.
    ///
    /// @param secret what the program sends: `tc_…`
    public record NewToken(Token token, String secret) {
        /// Leaves the secret out.
        @Override
        public String toString() {
            return "NewToken[token=" + token + "]";
        }
    }

    /// Makes a token that does not expire, for the command line.
    ///
    /// @throws Refused when there is no such account, or it cannot have one
    public NewToken create(String accountName, String tokenName) {
        var account = accounts.named(accountName)
                .orElseThrow(() -> new Refused.NotFound("There is no account named " + accountName + "."));
        return createFor(account.id(), tokenName, null);
    }

    /// @param validFor null for a token that does not expire
    public NewToken createFor(String accountId, String tokenName, @Nullable Duration validFor) {
        var name = tokenName.strip();
        if (name.isEmpty() || name.length() > NAME_LENGTH_MAX) {
            throw new Refused.Invalid(
                    "name", "Name the token after what will use it, in 1 to " + NAME_LENGTH_MAX + " characters.");
        }
        var secret = newSecret();
        return state.inTransaction(_ -> {
            var account = accounts.find(accountId)
                    .filter(Account::enabled)
                    .orElseThrow(() -> new Refused.NotFound("There is no such account, or it is disabled."));
            if (account.mustChange()) {
                throw new Refused.NotNow("The password of " + account.name()
                        + " was made by somebody else. Sign in and change it first, then make a token.");
            }
            if (store.of(accountId).size() >= PER_ACCOUNT_MAX) {
                throw new Refused.NotNow(
                        "The account has " + PER_ACCOUNT_MAX + " tokens. Revoke those that nothing uses any more.");
            }
            var now = clock.instant();
            var token = new Token(
                    Generators.timeBasedEpochGenerator().generate().toString(),
                    name,
                    now,
                    null,
                    validFor == null ? null : now.plus(validFor));
            store.insert(accountId, token, hash(secret));
            return new NewToken(token, secret);
        });
    }

    /// Those of an account, newest first, expired ones too.
    public List<Token> of(String accountId) {
        return store.of(accountId);
    }

    /// @throws Refused.NotFound when the account has no such token
    public void revoke(String accountId, String tokenId) {
        if (!store.delete(accountId, tokenId)) {
            throw new Refused.NotFound("There is no such token; perhaps it was revoked already.");
        }
    }

    /// Whom a token stands for; empty when it is unknown, expired, or its account is disabled or waits for a
    /// change of the password.
    public Optional<Actor> actorOf(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return Optional.empty();
        }
        var now = clock.instant();
        return store.byHash(hash(secret))
                .filter(found -> found.token().expires() == null
                        || now.isBefore(found.token().expires()))
                .flatMap(found -> accounts.find(found.accountId())
                        .filter(Account::enabled)
                        .filter(account -> !account.mustChange())
                        .map(account -> {
                            noteUse(found.token(), now);
                            return account.actor();
                        }));
    }

    private void noteUse(Token token, Instant now) {
        var before = token.lastUsed();
        if (before == null || before.plus(LAST_USED_PRECISION).isBefore(now)) {
            store.used(token.id(), now);
        }
    }

    private static String newSecret() {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

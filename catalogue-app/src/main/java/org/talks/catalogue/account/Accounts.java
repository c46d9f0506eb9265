package org.talks.catalogue.account;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.talks.catalogue.account.AccountStore.Row;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.data.StateDatabase;

/// The people who can sign in. Thread-safe. Refusals are [Refused] with a sentence per field.
public final class Accounts {

    private static final Logger log = LoggerFactory.getLogger(Accounts.class);

    /// Plain ASCII: `state.db` compares names without regard to case, and knows how for these letters only.
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,59}");

    /// Characters that a password has at least.
    public static final int PASSWORD_LENGTH_MIN = Passwords.LENGTH_MIN;

    /// More than any catalogue will have; keeps the page of accounts readable.
    static final int ACCOUNTS_MAX = 1_000;

    private final StateDatabase state;
    private final PasswordEncoder encoder;
    private final Throttle throttle;
    private final Clock clock;
    private final AccountStore store;

    Accounts(StateDatabase state, PasswordEncoder encoder, Clock clock) {
        this.state = state;
        this.encoder = encoder;
        this.throttle = new Throttle(clock);
        this.clock = clock;
        this.store = new AccountStore(state.jdbc());
    }

    /// The accounts of a catalogue that no server works on, for the command line.
    public static Accounts in(StateDatabase state) {
        return new Accounts(state, Passwords.encoder(), Clock.systemUTC());
    }

    /// An account and the password that was made for it, which is kept nowhere and shown once.
    public record WithPassword(Account account, String password) {
        /// Leaves the password out.
        @Override
        public String toString() {
            return "WithPassword[account=" + account + "]";
        }
    }

    /// All of them, disabled ones too, by name.
    public List<Account> all() {
        return store.all().stream().map(Row::account).toList();
    }

    public Optional<Account> find(String id) {
        return store.find(id).map(Row::account);
    }

    /// @param name in upper or lower case
    public Optional<Account> named(String name) {
        return store.named(name).map(Row::account);
    }

    /// Adds an account with a made-up password that has to be changed at the first sign-in.
    public WithPassword add(String name, Role role) {
        return add(name, role, Passwords.generate());
    }

    WithPassword add(String name, Role role, String password) {
        if (!NAME.matcher(name).matches()) {
            throw new Refused.Invalid(
                    "name", "A name has 1 to 60 characters: letters from a to z, digits, and . _ @ - after the first.");
        }
        Passwords.check(password, name);
        var hash = encode(password);
        return state.inTransaction(_ -> {
            if (store.named(name).isPresent()) {
                throw new Refused.Invalid("name", "There is an account of that name already.");
            }
            if (store.all().size() >= ACCOUNTS_MAX) {
                throw new Refused.NotNow("There are " + ACCOUNTS_MAX + " accounts, and no more are possible.");
            }
            var id = "account:" + Generators.timeBasedEpochGenerator().generate();
            store.insert(id, name, hash, role, clock.instant());
            return new WithPassword(existing(id).account(), password);
        });
    }

    boolean isEmpty() {
        return store.isEmpty();
    }

    /// Signs in with a password.
    ///
    /// @param address where from, as an IP address; wrong passwords are counted by it
    public SignIn signIn(String name, String password, String address) {
        if (!NAME.matcher(name).matches()) {
            // No account can have it; still counted, so that nothing is learned from the wait.
            return checked(Optional.empty(), "", password, address);
        }
        return checked(store.named(name), name, password, address);
    }

    private SignIn checked(Optional<Row> row, String name, String password, String address) {
        var wait = throttle.attempt(name, address);
        if (!wait.isZero()) {
            log.warn("Sign-in from {} is refused for {} s after too many attempts.", address, wait.toSeconds());
            return new SignIn.TooMany(wait);
        }
        // bcrypt would look at the first 72 bytes only; longer ones were never set.
        var matches = encoder.matches(password, row.map(Row::passwordHash).orElse(Passwords.NOBODYS_HASH));
        if (row.isEmpty() || !matches || !row.get().account().enabled()) {
            return new SignIn.Wrong();
        }
        throttle.succeeded(name, address);
        return new SignIn.Welcome(row.get().account());
    }

    /// Changes one's own password; every other session of the account ends.
    ///
    /// @param address where from; wrong current passwords are counted like sign-ins
    /// @return the account as it is now
    public Account changePassword(String id, String current, String next, String address) {
        var row = existing(id);
        switch (checked(Optional.of(row), row.account().name(), current, address)) {
            case SignIn.Welcome _ -> {}
            case SignIn.Wrong _ -> throw new Refused.Invalid("current", "This is not the current password.");
            case SignIn.TooMany(var delay) ->
                throw new Refused.Invalid(
                        "current",
                        "Too many attempts. Try again in "
                                + delay.plusSeconds(59).toMinutes() + " minutes.");
        }
        if (next.equals(current)) {
            throw new Refused.Invalid("next", "The new password must differ from the current one.");
        }
        Passwords.check(next, row.account().name());
        store.setPassword(id, encode(next), false);
        return existing(id).account();
    }

    /// Makes up a new password that has to be changed at the next sign-in; every session of the account ends. Its
    /// tokens stay.
    public WithPassword resetPassword(String id) {
        existing(id);
        var password = Passwords.generate();
        store.setPassword(id, encode(password), true);
        return new WithPassword(existing(id).account(), password);
    }

    /// As [#resetPassword], by name in upper or lower case.
    ///
    /// @throws Refused.NotFound when there is no such account
    public WithPassword resetPasswordOf(String name) {
        return resetPassword(named(name)
                .orElseThrow(() -> new Refused.NotFound("There is no account named " + name + "."))
                .id());
    }

    /// Holds from the account's next request on.
    public void setRole(String id, Role role) {
        state.doInTransaction(_ -> {
            existing(id);
            if (role != Role.ADMINISTRATOR) {
                requireAnotherAdministrator(id);
            }
            store.setRole(id, role);
        });
    }

    /// Ends the account's sessions and the use of its tokens at once. What it recorded stays.
    public void disable(String id) {
        state.doInTransaction(_ -> {
            existing(id);
            requireAnotherAdministrator(id);
            store.disable(id, clock.instant());
        });
    }

    public void enable(String id) {
        existing(id);
        store.enable(id);
    }

    private void requireAnotherAdministrator(String id) {
        if (store.otherAdministrators(id) == 0) {
            throw new Refused.NotNow("This is the last administrator. Make somebody else one first.");
        }
    }

    private Row existing(String id) {
        return store.find(id).orElseThrow(() -> new Refused.NotFound("There is no such account."));
    }

    private String encode(String password) {
        var hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("The password encoder returned nothing.");
        }
        return hash;
    }
}

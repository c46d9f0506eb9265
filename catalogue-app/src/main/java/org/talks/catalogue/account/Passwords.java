package org.talks.catalogue.account;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.talks.catalogue.command.Refused;

/// What a password must be, how it is hashed and how one is made up.
///
/// Hashed with bcrypt: of what the class path has without another library it costs a guesser with graphics cards
/// most (PBKDF2 runs well on them; Argon2 would bring Bouncy Castle, 8 MB). The stored hash names its function,
/// so another one can follow without anybody's password being reset.
final class Passwords {

    /// 2^12 rounds, about a quarter of a second: the most that a sign-in may cost on two cores.
    private static final int STRENGTH = 12;

    /// Length alone decides, as NIST SP 800-63B advises; rules about characters make passwords worse.
    static final int LENGTH_MIN = 12;

    /// bcrypt looks at no more.
    static final int BYTES_MAX = 72;

    /// Without letters and digits that look alike.
    private static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";

    private static final int GENERATED_LENGTH = 20;
    private static final int GENERATED_GROUP = 5;

    /// Of a password that was thrown away. Checked when a name is unknown, so that the answer takes as long as
    /// for a known one.
    static final String NOBODYS_HASH = "{bcrypt}$2a$12$zfgo/kXTo9lwjDUvx587duxyy878Q6qpB2UUyfcIMidcb5SsplLma";

    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    static PasswordEncoder encoder() {
        return encoder(STRENGTH);
    }

    static PasswordEncoder encoder(int strength) {
        return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(strength)));
    }

    /// 99 bits in four groups that can be read out: `abcde-fghjk-mnpqr-stuvw`.
    static String generate() {
        var password = new StringBuilder();
        for (int i = 0; i < GENERATED_LENGTH; i++) {
            if (i > 0 && i % GENERATED_GROUP == 0) {
                password.append('-');
            }
            password.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }

    /// @param name of the account, which must not be the password
    /// @throws Refused.Invalid with a sentence about the field `next`
    static void check(String password, String name) {
        if (password.codePointCount(0, password.length()) < LENGTH_MIN) {
            throw new Refused.Invalid("next", "A password has at least " + LENGTH_MIN + " characters.");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > BYTES_MAX) {
            throw new Refused.Invalid("next", "A password has at most " + BYTES_MAX + " bytes.");
        }
        if (password.equalsIgnoreCase(name)) {
            throw new Refused.Invalid("next", "The password must not be the name.");
        }
        if (password.codePoints().distinct().count() == 1) {
            throw new Refused.Invalid("next", "The password must not be one character over and over.");
        }
    }
}

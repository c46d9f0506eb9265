package org.talks.catalogue.eventstore;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.command.Refused;

/// The rule of idempotency keys: the same key with the same command gives the same receipt, with another command
/// it is a mistake of the sender.
final class Idempotency {

    private Idempotency() {}

    static @Nullable Receipt replayed(Registries registries, String actor, CommandContext.IdempotencyKey idempotency) {
        var key = idempotency.key();
        if (key.isBlank() || key.length() > CommandContext.IdempotencyKey.KEY_MAX) {
            throw new Refused.Invalid(
                    "Idempotency-Key",
                    "The idempotency key must have 1 to " + CommandContext.IdempotencyKey.KEY_MAX + " characters.");
        }
        var stored = registries.receipt(actor, key);
        if (stored == null) {
            return null;
        }
        if (!stored.fingerprint().equals(digest(idempotency.fingerprint()))) {
            throw new Refused.Invalid(
                    "Idempotency-Key",
                    "This idempotency key was used for another command before. Use a new key for a new command.");
        }
        return stored.receipt();
    }

    static String digest(String fingerprint) {
        return HashChain.hex(new HashChain().digest(fingerprint.getBytes(StandardCharsets.UTF_8)));
    }
}

package org.talks.catalogue.eventstore;

import org.jspecify.annotations.Nullable;

/// Who sends a command, and under which conditions.
///
/// @param actor id of the account, `local`, or `starter`
/// @param correlationId the same for everything that one request or run causes
/// @param expectedVersion the version the sender saw; null takes any
/// @param idempotency the sender's own name for this command: sending it again gives the same receipt and records
///     nothing
/// @param origin the import that sends it, null for a person
public record CommandContext(
        String actor,
        String correlationId,
        @Nullable Long expectedVersion,
        @Nullable IdempotencyKey idempotency,
        @Nullable Origin origin) {

    /// @param key at most [#KEY_MAX] characters, unique per actor
    /// @param fingerprint what makes two requests the same; another one under the same key is refused
    public record IdempotencyKey(String key, String fingerprint) {

        public static final int KEY_MAX = 200;
    }

    /// The import run that a command comes from.
    ///
    /// @param delivered digest of the source's record, see [EventMetadata#delivered]
    public record Origin(
            String importId, String source, @Nullable String delivered) {}

    /// A command without conditions.
    public static CommandContext by(String actor, String correlationId) {
        return new CommandContext(actor, correlationId, null, null, null);
    }

    public CommandContext expecting(@Nullable Long version) {
        return new CommandContext(actor, correlationId, version, idempotency, origin);
    }
}

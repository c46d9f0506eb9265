package org.talks.catalogue.eventstore;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Who caused an event, and through what.
///
/// @param actor id of the account, `local` for the command line, `starter` for the built-in data
/// @param correlationId the same for everything that one request or run caused
/// @param causationId the command that was decided
/// @param importId the run that brought it, null when a person did
/// @param source the source of that run: `pyvideo`, `frab:38c3`
/// @param delivered digest of the source's record as it was delivered, so that an unchanged one is recognised
///     without looking at the talk
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventMetadata(
        String actor,
        String correlationId,
        @Nullable String causationId,
        @Nullable String importId,
        @Nullable String source,
        @Nullable String delivered) {

    /// Of events that were scanned without it.
    public static final EventMetadata NOT_READ = new EventMetadata("", "", null, null, null, null);
}

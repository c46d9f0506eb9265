package org.talks.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The scheduled slot of a talk. What is not known stays null; the instant is computed in views from date, time
/// and zone, never stored.
///
/// @param sessionId minted by whoever records it
/// @param localTime start as `HH:mm` on the wall clock of [#zone]
/// @param zone IANA zone as read or confirmed; null falls back to the conference's
/// @param durationSeconds planned length
/// @param room as the programme names it
public record Session(
        String sessionId,
        @Nullable LocalDate date,
        @Nullable String localTime,
        @Nullable String zone,
        @Nullable Integer durationSeconds,
        @Nullable String room) {}

package org.talks.catalogue.asof;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A moment of the past as somebody asked for it.
///
/// @param position the last position of the log that counts; 0 before the first event
/// @param asked as it stands in addresses: `2026-11-05`, `2026-11-05T12:00:00Z` or `4711`
/// @param words to follow what was then, with its preposition: "at the end of 5 November 2026, UTC"
/// @param recorded when the event at that position was recorded; null at position 0
public record AsOf(
        long position, String asked, String words, @Nullable Instant recorded) {}

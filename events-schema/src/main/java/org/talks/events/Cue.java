package org.talks.events;

import org.jspecify.annotations.Nullable;

/// One timed piece of a transcript.
///
/// @param startMillis from the start of the video, never negative
/// @param endMillis never before the start
/// @param voice who speaks, where the transcript says so
public record Cue(
        long startMillis, long endMillis, @Nullable String voice, String text) {}

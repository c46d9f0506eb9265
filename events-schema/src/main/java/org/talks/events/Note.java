package org.talks.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Somebody's notes on a talk or on a conference.
///
/// @param author who wrote them, as they wish to be named
/// @param heading shown above the text; null when the text brings its own headings
/// @param slide anchor: the slide these notes are about, from 1
/// @param second anchor: the second of the video these notes are about
/// @param writtenOn when they were written, which may be long before they were recorded here
public record Note(
        String noteId,
        String author,
        @Nullable String heading,
        RichText text,
        @Nullable Integer slide,
        @Nullable Integer second,
        @Nullable LocalDate writtenOn) {}

package org.talks.catalogue.talk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.speaker.SpeakerName;

/// A talk as lists show it.
///
/// @param durationSeconds of the first session, else of the recording
public record ListedTalk(
        String id,
        String title,
        String kind,
        @Nullable String language,
        String conferenceId,
        String conferenceName,
        @Nullable LocalDate date,
        @Nullable String localTime,
        @Nullable String room,
        @Nullable Integer durationSeconds,
        boolean cancelled,
        boolean hasVideo,
        boolean hasSlides,
        boolean hasNotes,
        List<SpeakerName> speakers) {}

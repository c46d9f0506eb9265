package org.talks.events;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that can be known of a talk when it is added; only conference and title must be.
///
/// @param kind `talk`, `keynote`, `tutorial`, `workshop`, `lightning`, `panel`, `poster` or `other`
/// @param level as the programme words it
/// @param language BCP 47 tag
/// @param speakers in billing order
/// @param sessions several when it was given several times, none when no date is known
public record TalkDetails(
        String conferenceId,
        String title,
        @Nullable String subtitle,
        RichText summary,
        String kind,
        @Nullable String level,
        @Nullable String language,
        @Nullable String track,

        @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.FAIL)
        List<String> topics,

        @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.FAIL)
        List<Credit> speakers,

        @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.FAIL)
        List<Session> sessions,

        @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.FAIL)
        List<Resource> resources,

        @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.FAIL)
        List<Note> notes) {

    public static final String KIND_TALK = "talk";

    public TalkDetails {
        topics = List.copyOf(topics);
        speakers = List.copyOf(speakers);
        sessions = List.copyOf(sessions);
        resources = List.copyOf(resources);
        notes = List.copyOf(notes);
    }

    /// A talk of which only conference and title are known.
    public static TalkDetails titled(String conferenceId, String title) {
        return new TalkDetails(
                conferenceId,
                title,
                null,
                RichText.EMPTY,
                KIND_TALK,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}

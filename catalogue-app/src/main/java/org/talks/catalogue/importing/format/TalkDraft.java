package org.talks.catalogue.importing.format;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.events.Link;
import org.talks.events.Note;
import org.talks.events.RichText;

/// A talk as one source tells it. Null and empty mean that the source does not say.
///
/// @param source as in the conference's draft
/// @param key the source's own key of the talk
/// @param conferenceKey key of a conference handed over before, same source
/// @param kind one of the catalogue's kinds, null when the source does not tell
/// @param language BCP 47 tag
/// @param cancelled the source marks it as cancelled (also in the title, whose mark is then taken off)
/// @param place where in the input it stands, for messages
public record TalkDraft(
        String source,
        String key,
        String conferenceKey,
        String title,
        @Nullable String subtitle,
        RichText summary,
        @Nullable String kind,
        @Nullable String level,
        @Nullable String language,
        @Nullable String track,
        List<String> topics,
        List<SpeakerDraft> speakers,
        List<SessionDraft> sessions,
        List<ResourceDraft> resources,
        List<Note> notes,
        boolean cancelled,
        String place) {

    public TalkDraft {
        topics = List.copyOf(topics);
        speakers = List.copyOf(speakers);
        sessions = List.copyOf(sessions);
        resources = List.copyOf(resources);
        notes = List.copyOf(notes);
    }

    /// A person on a talk.
    ///
    /// @param key the source's key of the person, null when it knows only names
    /// @param role `speaker`, `host`, …
    public record SpeakerDraft(
            @Nullable String key,
            String name,
            String role,
            RichText bio,
            @Nullable String affiliation,
            List<Link> links) {

        /// A speaker of whom only the name is known.
        public static SpeakerDraft named(String name) {
            return new SpeakerDraft(null, name, "speaker", RichText.EMPTY, null, List.of());
        }
    }

    /// A slot.
    ///
    /// @param key tells the slots of one talk apart and stays when one moves: a guid, else its rank
    /// @param localTime `HH:mm`
    public record SessionDraft(
            String key,
            @Nullable LocalDate date,
            @Nullable String localTime,
            @Nullable String zone,
            @Nullable Integer durationSeconds,
            @Nullable String room) {}

    /// A link with a kind; its URL is its key.
    public record ResourceDraft(
            String kind,
            String url,
            @Nullable String label,
            @Nullable String language,
            @Nullable String licence,
            boolean withSpeakerNotes,
            @Nullable Integer durationSeconds) {}
}

package org.talks.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that the index knows of one talk: complete and final, so that putting it twice changes nothing.
///
/// Facet values are ids ([Entity#id]); what people read is [Entity#name], which the index also searches.
///
/// @param id the talk's id, unique in the index
/// @param speakers in billing order; [Entity#also] holds their aliases
/// @param referredIds ids of everything this document was made from (speakers as credited before any merge, the
///     conference, the series): [TalkIndex#talksReferringTo] finds the talk by each of them
/// @param conference [Entity#also] holds acronym, city and the like
/// @param summary plain text, without markup
/// @param notes in reading order
/// @param transcript cues in time order; the index makes passages of them
/// @param date first day it was or will be given
/// @param addedAt when it entered the catalogue, for "recently added"
/// @param durationSeconds of the session, else of the video
/// @param language BCP 47 tag of the talk, null when unknown
/// @param urls of video and slides, so that a pasted one finds the talk
/// @param sources where it was imported from
/// @param sameAs the id of the talk that this is another giving of, or of their group; null when it stands alone
public record TalkDocument(
        String id,
        String title,
        @Nullable String subtitle,
        List<Entity> speakers,
        List<String> referredIds,
        Entity conference,
        @Nullable Entity series,
        String summary,
        List<NoteText> notes,
        List<TranscriptCue> transcript,
        List<String> topics,
        String kind,
        @Nullable String language,
        @Nullable LocalDate date,
        @Nullable Integer durationSeconds,
        boolean hasVideo,
        boolean hasSlides,
        boolean cancelled,
        Instant addedAt,
        List<String> urls,
        List<String> sources,
        @Nullable String sameAs) {

    public TalkDocument {
        speakers = List.copyOf(speakers);
        referredIds = List.copyOf(referredIds);
        notes = List.copyOf(notes);
        transcript = List.copyOf(transcript);
        topics = List.copyOf(topics);
        urls = List.copyOf(urls);
        sources = List.copyOf(sources);
    }

    /// A person, conference or series: its id, the name shown, and other names it is found by.
    public record Entity(String id, String name, List<String> also) {
        public Entity {
            also = List.copyOf(also);
        }
    }

    /// One note or section of a note, as plain text.
    ///
    /// @param anchor the fragment of the talk page that shows it, without `#`
    /// @param heading of the section, null when it has none
    /// @param second of the video it belongs to
    public record NoteText(
            String anchor,
            @Nullable String heading,
            String text,
            @Nullable Integer second) {}

    /// One timed piece of the transcript.
    public record TranscriptCue(int startSecond, String text) {}
}

package org.talks.events;

/// Something that happened in the catalogue. Immutable; stored for ever under the name that its [EventSchema]
/// gives.
public sealed interface CatalogueEvent permits TalkEvent, ConferenceEvent, SeriesEvent, SpeakerEvent, TranscriptEvent {

    /// The stream this event belongs to, with the kind of thing as prefix: `talk:0198…`, `conference:0198…`.
    String stream();

    /// The part of the thing that this event touches: `title`, `summary`, `note:0198…`. Two edits of different
    /// parts never conflict; two edits of the same part from the same version do.
    String part();
}

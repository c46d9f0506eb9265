/// The published language of the catalogue: every event it records, as records with JSON-native fields only.
///
/// Start at [CatalogueEvent]; the records of one kind of thing stand together in [TalkEvent], [ConferenceEvent],
/// [SeriesEvent], [SpeakerEvent] and [TranscriptEvent]. [EventTypes] maps the stored names to them, [EventJson]
/// reads and writes them. Anybody may depend on this package; it depends on nothing but Jackson.
@NullMarked
package org.talks.events;

import org.jspecify.annotations.NullMarked;

package org.talks.catalogue.eventstore;

import java.time.Instant;
import org.talks.events.CatalogueEvent;

/// An event as it stands in the log.
///
/// @param position place in the whole log, from 1, without gaps
/// @param sequence place in its stream, from 0, without gaps
/// @param time moment of appending; never decreases along the log
public record RecordedEvent(
        long position,
        String stream,
        long sequence,
        String eventId,
        Instant time,
        CatalogueEvent event,
        EventMetadata metadata) {

    /// The version of the stream after this event: how many events it has had.
    public long version() {
        return sequence + 1;
    }
}

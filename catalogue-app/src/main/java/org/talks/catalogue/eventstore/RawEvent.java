package org.talks.catalogue.eventstore;

import java.time.Instant;
import org.talks.events.EventJson;

/// A row of the log before its payload is read. [#decode] may run on any thread.
// Rows are moved, never compared.
@SuppressWarnings("ArrayRecordComponent")
public record RawEvent(
        long position,
        String stream,
        long sequence,
        String eventId,
        String type,
        int revision,
        long timeMillis,
        byte[] payload,
        byte[] meta) {

    /// @throws org.talks.events.UnreadableEventException naming the position, when it cannot be read
    public RecordedEvent decode() {
        return new RecordedEvent(
                position,
                stream,
                sequence,
                eventId,
                Instant.ofEpochMilli(timeMillis),
                EventJson.read(type, revision, payload),
                meta.length == 0 ? EventMetadata.NOT_READ : MetadataJson.read(meta));
    }
}

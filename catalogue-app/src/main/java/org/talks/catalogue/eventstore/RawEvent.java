package org.talks.catalogue.eventstore;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.talks.events.CatalogueEvent;
import org.talks.events.EventJson;

/// A row of the log before its payload is read. [#decode] may run on any thread.
///
/// @param known what [#decode] gives, when it was not read but is still there from being appended
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
        byte[] meta,
        @Nullable RecordedEvent known) {

    public RawEvent(
            long position,
            String stream,
            long sequence,
            String eventId,
            String type,
            int revision,
            long timeMillis,
            byte[] payload,
            byte[] meta) {
        this(position, stream, sequence, eventId, type, revision, timeMillis, payload, meta, null);
    }

    /// @throws org.talks.events.UnreadableEventException naming the position, when it cannot be read
    public RecordedEvent decode() {
        return known != null
                ? known
                : recorded(
                        EventJson.read(type, revision, payload),
                        meta.length == 0 ? EventMetadata.NOT_READ : MetadataJson.read(meta));
    }

    /// The same with what is in it already at hand.
    RawEvent knowing(CatalogueEvent event, EventMetadata metadata) {
        return new RawEvent(
                position,
                stream,
                sequence,
                eventId,
                type,
                revision,
                timeMillis,
                payload,
                meta,
                recorded(event, metadata));
    }

    private RecordedEvent recorded(CatalogueEvent event, EventMetadata metadata) {
        return new RecordedEvent(
                position, stream, sequence, eventId, Instant.ofEpochMilli(timeMillis), event, metadata);
    }
}

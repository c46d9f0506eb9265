package org.talks.catalogue.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;

/// A row of the log with all its columns.
///
/// @param payloadDigest of the payload as it was recorded
/// @param metaDigest of the metadata as it was recorded
/// @param chain link of the hash chain, over the row and all before it
// Rows are moved, never compared.
@SuppressWarnings("ArrayRecordComponent")
public record ChainedEvent(RawEvent event, byte[] payloadDigest, byte[] metaDigest, byte[] chain) {

    /// @param row with the columns in the order of the table
    static ChainedEvent of(ResultSet row) throws SQLException {
        return new ChainedEvent(EventRows.raw(row), row.getBytes(10), row.getBytes(11), row.getBytes(12));
    }

    ChainedEvent withPlace(String stream, long sequence) {
        return new ChainedEvent(
                new RawEvent(
                        event.position(),
                        stream,
                        sequence,
                        event.eventId(),
                        event.type(),
                        event.revision(),
                        event.timeMillis(),
                        event.payload(),
                        event.meta()),
                payloadDigest,
                metaDigest,
                chain);
    }

    ChainedEvent withType(String type, int revision) {
        return new ChainedEvent(
                new RawEvent(
                        event.position(),
                        event.stream(),
                        event.sequence(),
                        event.eventId(),
                        type,
                        revision,
                        event.timeMillis(),
                        event.payload(),
                        event.meta()),
                payloadDigest,
                metaDigest,
                chain);
    }

    ChainedEvent withDigests(byte[] ofPayload, byte[] ofMeta) {
        return new ChainedEvent(event, ofPayload, ofMeta, chain);
    }
}

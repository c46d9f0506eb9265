package org.talks.catalogue.eventstore;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The tables of the log, and events as their rows, in and out.
final class EventRows {

    static final String COLUMNS = "position, stream, sequence, event_id, type, revision, time_millis, payload, meta";

    static final String INSERT =
            "insert into event (" + COLUMNS + ", payload_digest, meta_digest, chain) values (?,?,?,?,?,?,?,?,?,?,?,?)";

    static final List<String> SCHEMA = List.of(
            """
            create table if not exists event (
              position integer primary key autoincrement,
              stream text not null,
              sequence integer not null,
              event_id text not null unique,
              type text not null,
              revision integer not null,
              time_millis integer not null,
              payload blob not null,
              meta blob not null,
              payload_digest blob not null,
              meta_digest blob not null,
              chain blob not null,
              unique (stream, sequence))""",
            "create table if not exists log_property (name text primary key, value text not null) without rowid",
            // What a person with an SQLite shell wants to read.
            """
            create view if not exists readable_event as
              select position, stream, sequence, type, revision,
                     strftime('%Y-%m-%dT%H:%M:%fZ', time_millis / 1000.0, 'unixepoch') as time,
                     cast(payload as text) as payload, cast(meta as text) as meta
              from event""");

    private EventRows() {}

    static void bind(PreparedStatement insert, RawEvent raw, byte[] payloadDigest, byte[] metaDigest, byte[] chain)
            throws SQLException {
        insert.setLong(1, raw.position());
        insert.setString(2, raw.stream());
        insert.setLong(3, raw.sequence());
        insert.setString(4, raw.eventId());
        insert.setString(5, raw.type());
        insert.setInt(6, raw.revision());
        insert.setLong(7, raw.timeMillis());
        insert.setBytes(8, raw.payload());
        insert.setBytes(9, raw.meta());
        insert.setBytes(10, payloadDigest);
        insert.setBytes(11, metaDigest);
        insert.setBytes(12, chain);
    }

    /// The first text after all that start with a prefix, so that a range of the index is read.
    static String endOf(String prefix) {
        var last = prefix.length() - 1;
        return prefix.substring(0, last) + (char) (prefix.charAt(last) + 1);
    }

    static List<RecordedEvent> decoded(PreparedStatement select) throws SQLException {
        var events = new ArrayList<RecordedEvent>();
        try (var rows = select.executeQuery()) {
            while (rows.next()) {
                events.add(raw(rows).decode());
            }
        }
        return events;
    }

    static Boolean feed(PreparedStatement select, Consumer<RawEvent> consumer) throws SQLException {
        try (var rows = select.executeQuery()) {
            while (rows.next()) {
                consumer.accept(raw(rows));
            }
        }
        return true;
    }

    static RawEvent raw(ResultSet row) throws SQLException {
        return new RawEvent(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getInt(6),
                row.getLong(7),
                row.getBytes(8),
                row.getBytes(9));
    }
}

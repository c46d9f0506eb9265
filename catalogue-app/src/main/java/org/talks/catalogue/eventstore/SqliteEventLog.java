package org.talks.catalogue.eventstore;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;
import org.talks.events.CatalogueEvent;
import org.talks.events.EventJson;
import org.talks.events.EventTypes;

/// The event log in one SQLite file, with all SQL on its events.
///
/// Positions have no gaps: there is one writer, and a transaction that is rolled back leaves none.
public final class SqliteEventLog implements EventLog, AutoCloseable {

    /// SQLite's primary result code of a violated constraint.
    private static final int SQLITE_CONSTRAINT = 19;

    private static final byte[] NO_META = {};

    private final Path file;
    private final Clock clock;
    private final LogTransactions transactions;
    private final LogReaders readers;
    private volatile String logId;
    private final HashChain writerChain = new HashChain();
    private final RecentEvents recent = new RecentEvents();
    /// What the transaction under way has appended; for the thread that is in it.
    private final List<RawEvent> appended = new ArrayList<>();

    private SqliteEventLog(Path file, Clock clock, LogTransactions transactions, LogReaders readers, String logId) {
        this.file = file;
        this.clock = clock;
        this.transactions = transactions;
        this.readers = readers;
        this.logId = logId;
        transactions.onRolledBack(appended::clear);
        transactions.onCommitted(() -> {
            recent.committed(appended);
            appended.clear();
        });
    }

    /// Opens the log, creating it when the file is not there.
    ///
    /// @throws EventLogException when the file is damaged, no log, or cannot be written durably
    public static SqliteEventLog open(Path file, Clock clock) {
        try {
            var writer = SqliteConnection.writer(file);
            refuseUnlessDurable(writer);
            for (var statement : EventRows.SCHEMA) {
                writer.execute(statement);
            }
            var transactions = new LogTransactions(writer);
            var logId = logId(writer);
            return new SqliteEventLog(file, clock, transactions, LogReaders.open(file), logId);
        } catch (SQLException e) {
            throw EventLogException.because(
                    file + " cannot be opened as an event log (restore a backup if it is damaged)", e);
        }
    }

    LogTransactions transactions() {
        return transactions;
    }

    /// Journal mode and synchronous level as the writer reports them, for the self-check at start.
    String durability() {
        var transaction = transactions.startTransaction();
        try {
            return transactions.writer().pragma("journal_mode") + "/"
                    + transactions.writer().pragma("synchronous");
        } catch (SQLException e) {
            throw EventLogException.because("The event log does not say how it writes", e);
        } finally {
            transaction.rollback();
        }
    }

    @Override
    public String logId() {
        return logId;
    }

    @Override
    public long head() {
        return readers.read(reader -> {
            try (var row = reader.prepared("select position from event order by position desc limit 1")
                    .executeQuery()) {
                return row.next() ? row.getLong(1) : 0L;
            }
        });
    }

    @Override
    public @Nullable String chainAt(long position) {
        if (position == 0) {
            return HashChain.hex(new HashChain().genesis(logId));
        }
        return readers.<@Nullable String>readNullable(reader -> {
            var select = reader.prepared("select chain from event where position = ?");
            select.setLong(1, position);
            try (var row = select.executeQuery()) {
                return row.next() ? HashChain.hex(row.getBytes(1)) : null;
            }
        });
    }

    @Override
    public List<RawEvent> after(long position, int limit) {
        var kept = recent.after(position, limit);
        return kept != null ? kept : readAfter(position, limit);
    }

    private List<RawEvent> readAfter(long position, int limit) {
        return readers.read(reader -> {
            var select = reader.prepared(
                    "select " + EventRows.COLUMNS + " from event where position > ? order by position limit ?");
            select.setLong(1, position);
            select.setInt(2, limit);
            var events = new ArrayList<RawEvent>();
            EventRows.feed(select, events::add);
            return events;
        });
    }

    @Override
    public List<RecordedEvent> stream(String stream, long upToPosition) {
        return readers.read(reader -> {
            var select = reader.prepared(
                    "select " + EventRows.COLUMNS + " from event where stream = ? and position <= ? order by sequence");
            select.setString(1, stream);
            select.setLong(2, upToPosition);
            return EventRows.decoded(select);
        });
    }

    @Override
    public List<RecordedEvent> latest(@Nullable Long beforePosition, int limit) {
        return readers.read(reader -> {
            var select = reader.prepared(
                    "select " + EventRows.COLUMNS + " from event where position < ? order by position desc limit ?");
            select.setLong(1, beforePosition == null ? Long.MAX_VALUE : beforePosition);
            select.setInt(2, limit);
            return EventRows.decoded(select);
        });
    }

    @Override
    public void scanStreams(String prefix, long upToPosition, Consumer<RawEvent> consumer) {
        readers.<Boolean>read(reader -> {
            var select = reader.prepared("select " + EventRows.COLUMNS
                    + " from event where stream >= ? and stream < ? and position <= ? order by stream, sequence");
            select.setString(1, prefix);
            select.setString(2, EventRows.endOf(prefix));
            select.setLong(3, upToPosition);
            return EventRows.feed(select, consumer);
        });
    }

    @Override
    public void scanContents(String prefix, long upToPosition, Consumer<RawEvent> consumer) {
        readers.<Boolean>read(reader -> {
            var select = reader.prepared("select position, stream, sequence, type, revision, time_millis, payload"
                    + " from event where stream >= ? and stream < ? and position <= ? order by stream, sequence");
            select.setString(1, prefix);
            select.setString(2, EventRows.endOf(prefix));
            select.setLong(3, upToPosition);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    consumer.accept(new RawEvent(
                            rows.getLong(1),
                            rows.getString(2),
                            rows.getLong(3),
                            "",
                            rows.getString(4),
                            rows.getInt(5),
                            rows.getLong(6),
                            rows.getBytes(7),
                            NO_META));
                }
            }
            return true;
        });
    }

    @Override
    public List<String> streams(String prefix, long upToPosition) {
        return readers.read(reader -> {
            var select = reader.prepared("select stream from event where stream >= ? and stream < ? and sequence = 0"
                    + " and position <= ? order by stream");
            select.setString(1, prefix);
            select.setString(2, EventRows.endOf(prefix));
            select.setLong(3, upToPosition);
            var streams = new ArrayList<String>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    streams.add(rows.getString(1));
                }
            }
            return streams;
        });
    }

    @Override
    public void scan(long afterPosition, long upToPosition, Consumer<RawEvent> consumer) {
        readers.<Boolean>read(reader -> {
            var select = reader.prepared("select " + EventRows.COLUMNS
                    + " from event where position > ? and position <= ? order by position");
            select.setLong(1, afterPosition);
            select.setLong(2, upToPosition);
            return EventRows.feed(select, consumer);
        });
    }

    @Override
    public void onAppended(Runnable listener) {
        transactions.onAppended(listener);
    }

    /// The events of a stream as the transaction of this thread sees them, its own appends included.
    List<RecordedEvent> streamInTransaction(String stream, long fromSequence) {
        try {
            var select = transactions
                    .writer()
                    .prepared("select " + EventRows.COLUMNS
                            + " from event where stream = ? and sequence >= ? order by sequence");
            select.setString(1, stream);
            select.setLong(2, fromSequence);
            return EventRows.decoded(select);
        } catch (SQLException e) {
            throw failedToRead(e);
        }
    }

    /// The last event as the transaction of this thread sees it, null in an empty log.
    @Nullable
    ChainedEvent last() throws SQLException {
        try (var row = transactions
                .writer()
                .prepared("select " + EventRows.COLUMNS
                        + ", payload_digest, meta_digest, chain from event order by position desc limit 1")
                .executeQuery()) {
            return row.next() ? ChainedEvent.of(row) : null;
        }
    }

    /// The sequence that the next event of a stream has, as the transaction of this thread sees it.
    long nextSequence(String stream) throws SQLException {
        var select = transactions
                .writer()
                .prepared("select sequence from event where stream = ? order by sequence desc limit 1");
        select.setString(1, stream);
        try (var row = select.executeQuery()) {
            return row.next() ? row.getLong(1) + 1 : 0;
        }
    }

    /// Appends an event with every column as it was recorded before, in the transaction of this thread. Whoever
    /// calls this has seen to it that the event follows.
    void appendAsRecorded(ChainedEvent event) throws SQLException {
        var insert = transactions.writer().prepared(EventRows.INSERT);
        EventRows.bind(insert, event.event(), event.payloadDigest(), event.metaDigest(), event.chain());
        insert.executeUpdate();
    }

    /// The identity that the file has from now on; said in the transaction that wrote it there.
    void identify(String identity) {
        logId = identity;
    }

    /// One event to be appended.
    record NewEvent(String eventId, String stream, long sequence, CatalogueEvent event, EventMetadata metadata) {}

    /// Appends events at the end, in the transaction of this thread.
    ///
    /// @return the position of the last one
    /// @throws ConcurrencyException when a stream already has an event with that sequence
    long append(List<NewEvent> events) {
        var writer = transactions.writer();
        try {
            long position;
            long timeMillis;
            byte[] chain;
            try (var last = writer.prepared(
                            "select position, time_millis, chain from event order by position desc limit 1")
                    .executeQuery()) {
                if (last.next()) {
                    position = last.getLong(1);
                    timeMillis = Math.max(last.getLong(2), clock.millis());
                    chain = last.getBytes(3);
                } else {
                    position = 0;
                    timeMillis = clock.millis();
                    chain = writerChain.genesis(logId);
                }
            }
            var insert = writer.prepared(EventRows.INSERT);
            for (var appendable : events) {
                position++;
                var type = EventTypes.of(appendable.event());
                var raw = new RawEvent(
                        position,
                        appendable.stream(),
                        appendable.sequence(),
                        appendable.eventId(),
                        type.name(),
                        type.revision(),
                        timeMillis,
                        EventJson.write(appendable.event()),
                        MetadataJson.write(appendable.metadata()));
                var payloadDigest = writerChain.digest(raw.payload());
                var metaDigest = writerChain.digest(raw.meta());
                chain = writerChain.link(chain, raw, payloadDigest, metaDigest);
                EventRows.bind(insert, raw, payloadDigest, metaDigest, chain);
                insert.executeUpdate();
                appended.add(raw.knowing(appendable.event(), appendable.metadata()));
            }
            transactions.markAppended();
            return position;
        } catch (SQLiteException e) {
            if ((e.getResultCode().code & 0xff) == SQLITE_CONSTRAINT) {
                throw new ConcurrencyException("Another change of the same thing was recorded first.", e);
            }
            throw EventLogException.because("The event log cannot be written", e);
        } catch (SQLException e) {
            throw EventLogException.because("The event log cannot be written", e);
        }
    }

    /// Reads what is committed.
    <T> T read(LogReaders.Reading<T> reading) {
        return readers.read(reading);
    }

    @Override
    public void close() {
        try {
            readers.close();
            transactions.close();
        } catch (SQLException e) {
            throw EventLogException.because("The event log could not be closed", e);
        }
    }

    private EventLogException failedToRead(SQLException e) {
        return EventLogException.because(file + " cannot be read", e);
    }

    /// A log that is lost with the page cache is no log. SQLite takes settings silently, so it is asked.
    private static void refuseUnlessDurable(SqliteConnection writer) throws SQLException {
        var journal = writer.pragma("journal_mode");
        var synchronous = writer.pragma("synchronous");
        if (!"wal".equals(journal) || !"2".equals(synchronous)) {
            throw new EventLogException("The event log would not be durable: SQLite reports journal_mode=" + journal
                    + " and synchronous=" + synchronous + " instead of wal and 2 (FULL). The file system may not"
                    + " support write-ahead logging (some network drives do not); choose a local disk.");
        }
    }

    private static String logId(SqliteConnection writer) throws SQLException {
        try (var row = writer.prepared("select value from log_property where name = 'log_id'")
                .executeQuery()) {
            if (row.next()) {
                return row.getString(1);
            }
        }
        var id = UUID.randomUUID().toString();
        var insert = writer.prepared("insert into log_property (name, value) values ('log_id', ?)");
        insert.setString(1, id);
        insert.executeUpdate();
        return id;
    }
}

package org.talks.catalogue.eventstore;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/// The file of an event log, read as it stands while its catalogue may go on writing. Nothing of it is changed.
/// For one thread at a time.
public final class LogFile implements AutoCloseable {

    private static final String ROWS = "select position, stream, sequence, event_id, type, revision, time_millis,"
            + " payload, meta, payload_digest, meta_digest, chain from event where position > ? order by position";

    private final Path file;
    private final SqliteConnection reader;
    private final String logId;

    private LogFile(Path file, SqliteConnection reader, String logId) {
        this.file = file;
        this.reader = reader;
        this.logId = logId;
    }

    /// @throws EventLogException when there is no log in the file, or it cannot be read
    public static LogFile open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new EventLogException("There is no event log at " + file + ".");
        }
        try {
            var reader = SqliteConnection.reader(file);
            try {
                return new LogFile(file, reader, logId(reader, file));
            } catch (SQLException | RuntimeException e) {
                reader.close();
                throw e;
            }
        } catch (SQLException e) {
            throw failed(file, e);
        }
    }

    private static String logId(SqliteConnection reader, Path file) throws SQLException {
        try (var row = reader.prepared("select value from log_property where name = 'log_id'")
                .executeQuery()) {
            if (!row.next()) {
                throw new EventLogException(file + " has no log in it.");
            }
            return row.getString(1);
        }
    }

    public String logId() {
        return logId;
    }

    /// Where a log ends.
    ///
    /// @param chain the hash chain at that position, hex
    public record End(long position, String chain) {}

    /// Takes events one after another.
    ///
    /// @param <E> what it may throw
    @FunctionalInterface
    public interface Taker<E extends Exception> {
        /// @param end of the log at the moment of reading, the same for all events
        void take(ChainedEvent event, End end) throws E;
    }

    /// Reads all events after a position in order, as they are at one moment. Memory does not grow with their
    /// number.
    ///
    /// @return the end of the log at that moment
    public <E extends Exception> End read(long after, Taker<E> taker) throws E {
        try {
            reader.execute("begin");
            try {
                var end = end();
                var select = reader.prepared(ROWS);
                select.setLong(1, after);
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        taker.take(ChainedEvent.of(rows), end);
                    }
                }
                return end;
            } finally {
                reader.execute("rollback");
            }
        } catch (SQLException e) {
            throw failed(file, e);
        }
    }

    /// The chain at a position, hex; that of the empty log for 0.
    ///
    /// @throws EventLogException when the log has no such position
    public String chainAt(long position) {
        if (position == 0) {
            return HashChain.hex(new HashChain().genesis(logId));
        }
        try {
            var select = reader.prepared("select chain from event where position = ?");
            select.setLong(1, position);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    throw new EventLogException("The log has no position " + position + ".");
                }
                return HashChain.hex(row.getBytes(1));
            }
        } catch (SQLException e) {
            throw failed(file, e);
        }
    }

    private End end() throws SQLException {
        try (var row = reader.prepared("select position, chain from event order by position desc limit 1")
                .executeQuery()) {
            return row.next() ? new End(row.getLong(1), HashChain.hex(row.getBytes(2))) : new End(0, chainAt(0));
        }
    }

    private static EventLogException failed(Path file, SQLException e) {
        return EventLogException.because(file + " cannot be read", e);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (SQLException e) {
            throw failed(file, e);
        }
    }
}

package org.talks.catalogue.eventstore;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.LinkedBlockingDeque;
import org.jspecify.annotations.Nullable;

/// The connections that only read the log, lent to one thread each. Safe for use by any number of threads.
final class LogReaders implements AutoCloseable {

    /// Connections that read at the same time; more readers wait.
    private static final int READERS = 8;

    private final Path file;
    private final LinkedBlockingDeque<SqliteConnection> readers = new LinkedBlockingDeque<>();
    private volatile boolean closed;

    private LogReaders(Path file) {
        this.file = file;
    }

    static LogReaders open(Path file) throws SQLException {
        var readers = new LogReaders(file);
        for (int i = 0; i < READERS; i++) {
            readers.readers.add(SqliteConnection.reader(file));
        }
        return readers;
    }

    /// Work on a connection that only reads.
    interface Reading<T extends @Nullable Object> {
        T with(SqliteConnection reader) throws SQLException;
    }

    <T> T read(Reading<T> reading) {
        return this.<T>readNullable(reading);
    }

    <T extends @Nullable Object> T readNullable(Reading<T> reading) {
        if (closed) {
            throw new EventLogException("The catalogue is shutting down.");
        }
        SqliteConnection reader;
        try {
            reader = readers.takeFirst();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EventLogException("Interrupted while waiting to read the event log.", e);
        }
        try {
            return reading.with(reader);
        } catch (SQLException e) {
            throw EventLogException.because(file + " cannot be read", e);
        } finally {
            readers.addFirst(reader);
        }
    }

    /// Waits for those who read.
    @Override
    public void close() throws SQLException {
        closed = true;
        try {
            for (int i = 0; i < READERS; i++) {
                readers.takeFirst().close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

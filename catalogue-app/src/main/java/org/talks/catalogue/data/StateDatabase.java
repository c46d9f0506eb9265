package org.talks.catalogue.data;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// `state.db`: what the catalogue keeps beside the event log. Backed up, never exported. Each feature keeps the
/// SQL of its own tables in its own package; the tables are in `db/state/`.
///
/// Safe for use by several threads. Transactions here are never part of one on the event log.
public final class StateDatabase implements Closeable {

    /// SQLite has one writer at a time; a few readers need not wait for a report of an import being written.
    private static final int CONNECTIONS_MAX = 4;

    /// How long a writer waits for another; far more than the longest transaction here.
    private static final Duration WAIT_FOR_WRITER = Duration.ofSeconds(10);

    /// What `pragma synchronous` answers for FULL, https://sqlite.org/pragma.html#pragma_synchronous
    private static final int SYNCHRONOUS_FULL = 2;

    private final HikariDataSource connections;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    private StateDatabase(HikariDataSource connections) {
        this.connections = connections;
        this.jdbc = JdbcClient.create(connections);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(connections));
    }

    /// Opens the database of a directory, creates it when it is not there, and brings its tables up to date.
    ///
    /// @throws DataDirectoryException when it cannot be opened, is damaged, or was written by a newer version
    public static StateDatabase open(DataDirectory directory) {
        return open(directory.state());
    }

    static StateDatabase open(Path file) {
        createForOwnerOnly(file);
        HikariDataSource connections = null;
        try {
            connections = new HikariDataSource(pool(file));
            requireDurable(connections, file);
            requireSound(connections);
            StateMigrations.apply(connections, file);
            return new StateDatabase(connections);
        } catch (RuntimeException e) {
            if (connections != null) {
                connections.close();
            }
            if (e instanceof DataDirectoryException) {
                throw e;
            }
            throw new DataDirectoryException(
                    "%s cannot be opened as a database: %s. Restore it from a backup, or move it away to start with no accounts; the talks are in the log."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    /// For single statements, and inside a transaction for its statements.
    public JdbcClient jdbc() {
        return jdbc;
    }

    /// Runs the work in a transaction and returns its result; an exception rolls back and goes through. A
    /// transaction inside a transaction is part of it.
    public <T> T inTransaction(Function<JdbcClient, T> work) {
        return Objects.requireNonNull(transactions.execute(_ -> work.apply(jdbc)));
    }

    /// As [#inTransaction(Function)], without a result.
    public void doInTransaction(Consumer<JdbcClient> work) {
        transactions.executeWithoutResult(_ -> work.accept(jdbc));
    }

    @Override
    public void close() {
        connections.close();
    }

    private static HikariConfig pool(Path file) {
        var settings = new SQLiteConfig();
        settings.setJournalMode(SQLiteConfig.JournalMode.WAL);
        settings.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        settings.enforceForeignKeys(true);
        settings.setBusyTimeout((int) WAIT_FOR_WRITER.toMillis());
        // A transaction that starts as a reader cannot always become a writer later; SQLite then fails at once
        // instead of waiting.
        settings.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        var source = new SQLiteDataSource(settings);
        source.setUrl("jdbc:sqlite:" + file);
        var pool = new HikariConfig();
        pool.setDataSource(source);
        pool.setPoolName("state");
        pool.setMaximumPoolSize(CONNECTIONS_MAX);
        pool.setMinimumIdle(1);
        return pool;
    }

    private static void requireDurable(HikariDataSource connections, Path file) {
        var jdbc = JdbcClient.create(connections);
        var journal = jdbc.sql("pragma journal_mode").query(String.class).single();
        var synchronous = jdbc.sql("pragma synchronous").query(Integer.class).single();
        if (!"wal".equals(journal) || synchronous != SYNCHRONOUS_FULL) {
            throw new DataDirectoryException(
                    "%s does not keep what it acknowledges (journal mode %s, synchronous %d). Put the data directory on a local disk."
                            .formatted(file, journal, synchronous),
                    null);
        }
    }

    /// Damage is to be known at the start, not when somebody signs in. The file is small, so looking costs nothing.
    private static void requireSound(HikariDataSource connections) {
        var found = JdbcClient.create(connections)
                .sql("pragma quick_check(1)")
                .query(String.class)
                .list();
        if (!found.equals(List.of("ok"))) {
            throw new IllegalStateException("it is damaged (" + String.join(" ", found) + ")");
        }
    }

    /// The file holds password hashes; SQLite gives its side files the same permissions.
    private static void createForOwnerOnly(Path file) {
        try {
            Files.createFile(file, SmallFile.ownerOnly());
        } catch (FileAlreadyExistsException _) {
            // Not the first start.
        } catch (IOException e) {
            throw DataDirectoryException.because(file, e);
        }
    }
}

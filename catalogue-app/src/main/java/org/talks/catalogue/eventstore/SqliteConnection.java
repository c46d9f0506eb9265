package org.talks.catalogue.eventstore;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;

/// One SQLite connection with its prepared statements, each prepared once. For one thread at a time.
final class SqliteConnection implements AutoCloseable {

    /// How long a statement waits for another process's lock; ours never wait for each other this long.
    private static final int BUSY_MILLIS = 10_000;
    /// Memory-mapped part of the file for readers: reads then share the page cache instead of copying.
    private static final long MMAP_BYTES = 1L << 30;

    private static final Logger LOG = LoggerFactory.getLogger(SqliteConnection.class);

    /// Pages (4 KiB each) in the write-ahead log before they are copied into the file. Each time costs two waits for
    /// the disk, so an import should not do it for every megabyte.
    private static final int PAGES_PER_CHECKPOINT = 8_000;

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    private SqliteConnection(Connection connection) {
        this.connection = connection;
    }

    /// The one connection that writes: write-ahead log, and a commit is on disk before it returns.
    static SqliteConnection writer(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setCacheSize(-32_000);
        config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, Integer.toString(PAGES_PER_CHECKPOINT));
        // Otherwise the driver asks for the last row id after every insert.
        config.setGetGeneratedKeys(false);
        return new SqliteConnection(DriverManager.getConnection("jdbc:sqlite:" + file, config.toProperties()));
    }

    /// A connection that cannot write, whatever it is told.
    static SqliteConnection reader(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, Long.toString(MMAP_BYTES));
        return new SqliteConnection(DriverManager.getConnection("jdbc:sqlite:" + file, config.toProperties()));
    }

    PreparedStatement prepared(String sql) throws SQLException {
        var statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        return statement;
    }

    /// Drops all prepared statements. After some failures (full disk) the driver has closed them behind our back.
    void forgetStatements() {
        for (var statement : statements.values()) {
            try {
                statement.close();
            } catch (SQLException e) {
                LOG.debug("A statement could not be closed after a failure", e);
            }
        }
        statements.clear();
    }

    /// Rows inserted, changed or deleted since the connection was opened; costs next to nothing.
    long changes() throws SQLException {
        return connection.unwrap(SQLiteConnection.class).getDatabase().total_changes();
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    String pragma(String name) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("pragma " + name)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    @Override
    public void close() throws SQLException {
        for (var statement : statements.values()) {
            statement.close();
        }
        connection.close();
    }
}

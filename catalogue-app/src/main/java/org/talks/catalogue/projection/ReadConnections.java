package org.talks.catalogue.projection;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// Connections to a view's file that only read, handed out one per query to any thread.
final class ReadConnections implements AutoCloseable {

    private static final int BUSY_MILLIS = 10_000;
    private static final int MOST = 8;
    private static final long MMAP_BYTES = 1L << 30;

    private final HikariDataSource pool = new HikariDataSource();
    private final JdbcClient client;

    /// Opens none before it is asked for one.
    ReadConnections(Path file) {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, Long.toString(MMAP_BYTES));
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        pool.setDataSource(source);
        // The pool sets this flag on each connection, and SQLite refuses to have it changed.
        pool.setReadOnly(true);
        pool.setMaximumPoolSize(MOST);
        pool.setMinimumIdle(0);
        pool.setInitializationFailTimeout(-1);
        pool.setPoolName("relational-views");
        client = JdbcClient.create(pool);
    }

    JdbcClient client() {
        return client;
    }

    @Override
    public void close() {
        pool.close();
    }
}

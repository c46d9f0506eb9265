package org.talks.catalogue.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.eventstore.SqliteTrouble;

/// Writes rows of a relational view on its one writing connection, each statement prepared once. For one thread.
public final class Rows {

    /// SQLite's primary result code of a violated constraint.
    private static final int SQLITE_CONSTRAINT = 19;

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    Rows(Connection connection) {
        this.connection = connection;
    }

    /// Runs a statement; parameters may be strings, numbers, byte arrays or null.
    public void update(String sql, @Nullable Object... parameters) {
        try {
            bound(sql, parameters).executeUpdate();
        } catch (SQLException e) {
            if ((e.getErrorCode() & 0xff) == SQLITE_CONSTRAINT) {
                // The fault of what is written, not of the disk.
                throw new IllegalArgumentException("it does not fit the relational views: " + e.getMessage(), e);
            }
            throw failed("written", e);
        }
    }

    interface Mapper<T extends @Nullable Object> {
        T map(ResultSet row) throws SQLException;
    }

    <T> @Nullable T first(String sql, Mapper<T> mapper, @Nullable Object... parameters) {
        try (var rows = bound(sql, parameters).executeQuery()) {
            return rows.next() ? mapper.map(rows) : null;
        } catch (SQLException e) {
            throw failed("read", e);
        }
    }

    void execute(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failed("written", e);
        }
    }

    /// Takes a transaction back because of a failure, which is what there is to be told.
    void rollBack(RuntimeException because) {
        try {
            execute("rollback");
        } catch (ViewStorageException e) {
            // SQLite rolls back by itself on some failures (full disk); then there is nothing left to undo.
            because.addSuppressed(e);
        }
    }

    /// After some failures (full disk) the driver has closed statements behind our back.
    private ViewStorageException failed(String what, SQLException failure) {
        for (var statement : statements.values()) {
            try {
                statement.close();
            } catch (SQLException e) {
                failure.addSuppressed(e);
            }
        }
        statements.clear();
        return new ViewStorageException(
                "The relational views cannot be " + what + ": " + SqliteTrouble.words(failure), failure);
    }

    private PreparedStatement bound(String sql, @Nullable Object[] parameters) throws SQLException {
        var statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}

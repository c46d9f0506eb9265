package org.talks.catalogue.eventstore;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Compares the registries, by which commands are decided, with those that the log gives, folded anew in a
/// database beside and thrown away. Both are of one moment, and writing goes on.
final class RegistryCheck {

    private static final String EVENTS = "select position, stream, sequence, event_id, type, revision, time_millis,"
            + " payload, meta from event order by position";

    /// One more that differs says nothing new: registries are rebuilt as a whole.
    private static final int DIFFERENCES_PER_TABLE = 1;

    private RegistryCheck() {}

    /// @param reader a connection of the log, whose events are known to be readable
    /// @param problems told the first difference of each table
    static void run(SqliteConnection reader, Consumer<String> problems) throws SQLException {
        try {
            var file = Files.createTempFile("registries", ".db");
            try (var scratch = SqliteConnection.writer(file)) {
                reader.execute("begin");
                try {
                    fold(reader, scratch);
                    for (var table : Registries.DERIVED) {
                        compare(table, reader, scratch, problems);
                    }
                } finally {
                    reader.execute("rollback");
                }
            } finally {
                for (var suffix : List.of("", "-wal", "-shm")) {
                    Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
                }
            }
        } catch (IOException e) {
            throw new EventLogException("The registries cannot be checked: " + e.getMessage(), e);
        }
    }

    private static void fold(SqliteConnection reader, SqliteConnection scratch) throws SQLException {
        // It is thrown away, so nothing of it need be durable.
        scratch.execute("pragma synchronous=off");
        var transactions = new LogTransactions(scratch);
        var registries = new Registries(transactions);
        var transaction = transactions.startTransaction();
        try (var rows = reader.prepared(EVENTS).executeQuery()) {
            while (rows.next()) {
                var recorded = EventRows.raw(rows).decode();
                registries.record(recorded.event(), recorded.metadata().delivered());
            }
            transaction.commit();
        } finally {
            // Does nothing after the commit.
            transaction.rollback();
        }
    }

    private static void compare(
            String table, SqliteConnection reader, SqliteConnection scratch, Consumer<String> problems)
            throws SQLException {
        // Without rowid, so a table is in the order of its key.
        var select = "select * from " + table;
        try (var stored = reader.prepared(select).executeQuery();
                var due = scratch.prepared(select).executeQuery()) {
            for (int found = 0; found < DIFFERENCES_PER_TABLE; ) {
                var row = next(stored);
                var dueRow = next(due);
                if (row == null && dueRow == null) {
                    return;
                }
                if (row == null || !row.equals(dueRow)) {
                    problems.accept("Registry " + table + ": it has " + (row == null ? "nothing" : row)
                            + " where the log gives " + (dueRow == null ? "nothing" : dueRow)
                            + ". Start once with --catalogue.rebuild-registries=true; no event is affected.");
                    found++;
                }
            }
        }
    }

    private static @Nullable List<String> next(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            return null;
        }
        var row = new ArrayList<String>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            row.add(String.valueOf(rows.getString(i)));
        }
        return row;
    }
}

package org.talks.catalogue.importing.table;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Rows with named values, whatever they were written in.
///
/// @param columns in the order of the file
/// @param rows at most [#MAX_ROWS]
public record Table(List<String> columns, List<Row> rows) {

    /// The longest real list of talks has a few thousand.
    static final int MAX_ROWS = 100_000;

    static final int MAX_COLUMNS = 300;

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// One record.
    ///
    /// @param place line or path in the file, for messages
    /// @param values by column; a cell of a table is one, a list in JSON several
    public record Row(String place, Map<String, List<String>> values) {

        public Row {
            values = Map.copyOf(values);
        }

        /// The first value of a column that is not blank.
        Optional<String> first(String column) {
            return values.getOrDefault(column, List.of()).stream()
                    .filter(value -> !value.isBlank())
                    .findFirst();
        }
    }

    /// The same for every file of a source that keeps its columns, whatever their order.
    public String fingerprint() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (String column : new TreeSet<>(columns)) {
                sha256.update(column.getBytes(StandardCharsets.UTF_8));
                sha256.update((byte) 0);
            }
            return HexFormat.of().formatHex(sha256.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /// The first few values of a column, for people who decide what it means.
    public List<String> samples(String column, int count) {
        return rows.stream()
                .flatMap(row -> row.values().getOrDefault(column, List.of()).stream())
                .filter(value -> !value.isBlank())
                .limit(count)
                .toList();
    }
}

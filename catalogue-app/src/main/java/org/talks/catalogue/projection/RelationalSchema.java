package org.talks.catalogue.projection;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The tables of the relational views: three of their own and those of the features.
///
/// @param tables of the features
record RelationalSchema(List<StreamTable<?>> tables) {

    private static final int FINGERPRINT_BYTES = 16;

    private static final List<String> OWN_TABLES = List.of(
            """
            create table content (
              stream text primary key, rec_version integer not null, rec_added integer not null,
              rec_changed integer not null, content blob not null) without rowid""",
            "create table parked (stream text primary key, position integer not null, reason text not null)"
                    + " without rowid",
            "create table view_property (name text primary key, value text not null) without rowid");

    /// What views written by this code look like; views of another format are built anew.
    String format() {
        return tables.stream()
                .map(t -> t.prefix() + "=" + t.revision())
                .sorted()
                .collect(Collectors.joining(",", "1:", ""));
    }

    /// What the tables look like. Views of the same tables can be read until they are built anew, although their rows
    /// may come out differently.
    String fingerprint() {
        var statements = Stream.concat(OWN_TABLES.stream(), tables.stream().flatMap(t -> t.tables().stream()))
                .sorted()
                .collect(Collectors.joining("\n"));
        var digest = RowHashes.sha256().digest(statements.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
    }

    /// Names of the tables that hold what is shown.
    Stream<String> contentTables() {
        return tables.stream().flatMap(t -> t.tableNames().stream());
    }

    void create(Rows rows) {
        OWN_TABLES.forEach(rows::execute);
        tables.forEach(table -> table.tables().forEach(rows::execute));
    }

    void createIndexes(Rows rows) {
        tables.forEach(table -> table.indexes().forEach(rows::execute));
    }
}

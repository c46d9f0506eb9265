package org.talks.catalogue.projection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/// SHA-256 over rows in the order of their values, without the columns `rec_…`, which tell when a row was
/// recorded and not what it says. Names of tables are of the code, and those of columns are asked of SQLite: nothing
/// that a request says becomes SQL.
final class RowHashes {

    private static final int SHORT_BYTES = 16;

    private final JdbcClient jdbc;

    RowHashes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /// One hash over whole tables, in the order given.
    ///
    String of(List<String> tables) {
        var sha256 = sha256();
        for (var table : tables) {
            sha256.update(table.getBytes(StandardCharsets.UTF_8));
            var columns = columns(table);
            jdbc.sql(inOrder(table, columns)).query((RowCallbackHandler) row -> add(sha256, row, columns.size()));
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    /// A hash for each value of the first column, over all rows with it.
    ///
    /// @param prefix of the keys
    void add(String table, String prefix, SortedMap<String, String> hashes) {
        var columns = columns(table);
        jdbc.sql(inOrder(table, columns)).query(row -> {
            var sha256 = sha256();
            var key = prefix + row.getString(1);
            sha256.update(hashes.getOrDefault(key, "").getBytes(StandardCharsets.UTF_8));
            add(sha256, row, columns.size());
            hashes.put(key, HexFormat.of().formatHex(sha256.digest(), 0, SHORT_BYTES));
        });
    }

    private static String inOrder(String table, List<String> columns) {
        var list = String.join(", ", columns);
        return "select " + list + " from " + table + " order by " + list;
    }

    private List<String> columns(String table) {
        return jdbc.sql("select name from pragma_table_info('" + table + "') where name not like 'rec\\_%' escape '\\'")
                .query((row, n) -> String.valueOf(row.getString(1)))
                .list();
    }

    private static void add(MessageDigest sha256, ResultSet row, int columns) throws SQLException {
        for (int i = 1; i <= columns; i++) {
            var value = row.getBytes(i);
            sha256.update((byte) (value == null ? 0 : 1));
            if (value != null) {
                sha256.update(Integer.toString(value.length).getBytes(StandardCharsets.UTF_8));
                sha256.update((byte) ':');
                sha256.update(value);
            }
        }
    }
}

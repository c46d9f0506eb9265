package org.talks.search.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// SQLite's full-text index as its manual recommends: Porter stems, no diacritics, weights for columns, prefixes
/// for the last word; all words first and any word when that finds nothing, which is better than either alone.
final class Fts5Engine implements Engine {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final String SEARCH =
            "SELECT id, title FROM talks WHERE talks MATCH ? ORDER BY bm25(talks, 0, 10, 1, 5, 3, 3) LIMIT 10";

    private final Connection connection;
    private final PreparedStatement search;

    Fts5Engine(Path directory) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("fts5.db"));
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    CREATE VIRTUAL TABLE talks USING fts5(id UNINDEXED, title, summary, speakers, tags, conference,
                        tokenize = 'porter unicode61 remove_diacritics 2', prefix = '2 3 4')""");
        }
        search = connection.prepareStatement(SEARCH);
    }

    @Override
    public String name() {
        return "SQLite FTS5";
    }

    @Override
    public void index(List<Talk> talks) throws SQLException {
        connection.setAutoCommit(false);
        try (var insert = connection.prepareStatement("INSERT INTO talks VALUES (?, ?, ?, ?, ?, ?)")) {
            for (var talk : talks) {
                insert.setString(1, talk.id());
                insert.setString(2, talk.title());
                insert.setString(3, talk.summary());
                insert.setString(4, String.join(", ", talk.speakers()));
                insert.setString(5, String.join(", ", talk.tags()));
                insert.setString(6, talk.conference());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        connection.commit();
    }

    @Override
    public List<Found> find(String query) throws SQLException {
        var words = Arrays.stream(NO_WORD.split(query))
                .filter(word -> !word.isEmpty())
                .map(word -> '"' + word + '"')
                .collect(Collectors.toCollection(ArrayList::new));
        if (words.isEmpty()) {
            return List.of();
        }
        words.add(words.removeLast() + "*");
        var all = matching(String.join(" AND ", words));
        return all.isEmpty() ? matching(String.join(" OR ", words)) : all;
    }

    private List<Found> matching(String match) throws SQLException {
        search.setString(1, match);
        var found = new ArrayList<Found>();
        try (var rows = search.executeQuery()) {
            while (rows.next()) {
                found.add(new Found(rows.getString(1), rows.getString(2)));
            }
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        try {
            search.close();
            connection.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}

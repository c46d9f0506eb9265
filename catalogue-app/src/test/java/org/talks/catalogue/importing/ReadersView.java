package org.talks.catalogue.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;

/// What readers can see of the relational views, as text, without times of recording. What was taken out of the
/// catalogue stays in the views for its history, and is not in here.
final class ReadersView {

    private static final String SHOWN =
            "select t.id from talk t join conference c on c.id = t.conference_id where t.shown = 1 and c.shown = 1";

    private static final List<String> QUERIES = List.of(
            "select 'talk', id, conference_id, title, kind, language, first_date, first_time, room, seconds,"
                    + " cancelled, has_video, has_slides, has_notes from talk where id in (" + SHOWN + ")",
            "select 'talk_speaker', * from talk_speaker where talk_id in (" + SHOWN + ")",
            "select 'talk_topic', talk_id, topic from talk_topic where talk_id in (" + SHOWN + ")",
            "select 'transcript', * from transcript where talk_id in (" + SHOWN + ")",
            "select 'conference', * from conference where shown = 1",
            "select 'speaker', * from speaker where shown = 1",
            "select 'series', * from series where shown = 1",
            "select 'content', stream, cast(content as text) from content where stream in (select 'talk:' || id from"
                    + " talk where id in (" + SHOWN + ") union select 'conference:' || id from conference where shown"
                    + " = 1 union select 'speaker:' || id from speaker where shown = 1 union select 'series:' || id"
                    + " from series where shown = 1)");

    private ReadersView() {}

    /// Rows in order; two catalogues that look the same have the same.
    static List<String> of(Path data) throws IOException, SQLException {
        var rows = new TreeMap<String, Integer>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file(data));
                var statement = connection.createStatement()) {
            for (var query : QUERIES) {
                try (var found = statement.executeQuery(query)) {
                    while (found.next()) {
                        var row = new StringBuilder();
                        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                            row.append(found.getString(i)).append('|');
                        }
                        rows.merge(row.toString(), 1, Integer::sum);
                    }
                }
            }
        }
        return List.copyOf(rows.keySet());
    }

    private static Path file(Path data) throws IOException {
        try (var files = Files.walk(data.resolve("views"))) {
            var found = files.filter(f -> f.endsWith("views.db")).toList();
            if (found.size() != 1) {
                throw new IOException("expected one generation in " + found);
            }
            return found.getFirst();
        }
    }
}

package org.talks.catalogue.benchmarks;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.talks.search.IndexSettings;
import org.talks.search.SearchRequest;
import org.talks.search.TalkDocument;
import org.talks.search.TalkDocument.Entity;
import org.talks.search.TalkIndex;

/// The import with nothing around it: reads the archive, inserts the talks into one SQLite table in one thread,
/// puts them meanwhile into a new index with the settings of a rebuild in another, and searches once. No events, no
/// registries, no rules, no plan, no report.
///
/// Arguments: the archive of pyvideo, an empty directory, and `raw` for documents that are less than the
/// catalogue's: [RawTalks].
final class BareImport {

    private static final int TALKS_PER_TRANSACTION = 5_000;

    private BareImport() {}

    public static void main(String[] arguments) throws Exception {
        var archive = Path.of(arguments[0]);
        var directory = Path.of(arguments[1]);
        var raw = arguments.length > 2 && arguments[2].equals("raw");
        var talks = raw ? RawTalks.read(archive) : BareTalks.read(archive);
        try (var index = TalkIndex.open(directory.resolve("index"), IndexSettings.forRebuild());
                var executor = Executors.newFixedThreadPool(2)) {
            Future<?> table = executor.submit(() -> {
                insert(directory.resolve("talks.db"), talks);
                return true;
            });
            for (var talk : talks) {
                index.put(talk);
            }
            index.refresh();
            index.commit(Map.of("position", Integer.toString(talks.size())));
            table.get();
            var found = index.search(SearchRequest.forText("python")).total();
            System.out.println(talks.size() + " talks, " + found + " found");
        }
    }

    private static void insert(Path database, List<TalkDocument> talks) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var settings = connection.createStatement()) {
            settings.execute("PRAGMA journal_mode = WAL");
            // As the event log does: what is acknowledged survives a power cut.
            settings.execute("PRAGMA synchronous = FULL");
            settings.execute("CREATE TABLE talk (id TEXT PRIMARY KEY, title TEXT, conference TEXT, speakers TEXT,"
                    + " summary TEXT, topics TEXT, language TEXT, date TEXT, seconds INTEGER, urls TEXT) STRICT");
            connection.setAutoCommit(false);
            try (var insert = connection.prepareStatement("INSERT INTO talk VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                int count = 0;
                for (var talk : talks) {
                    insert.setString(1, talk.id());
                    insert.setString(2, talk.title());
                    insert.setString(3, talk.conference().name());
                    insert.setString(
                            4, talk.speakers().stream().map(Entity::name).collect(Collectors.joining(", ")));
                    insert.setString(5, talk.summary());
                    insert.setString(6, String.join(", ", talk.topics()));
                    insert.setString(7, talk.language());
                    insert.setString(8, text(talk.date()));
                    insert.setObject(9, talk.durationSeconds());
                    insert.setString(10, String.join(" ", talk.urls()));
                    insert.executeUpdate();
                    if (++count % TALKS_PER_TRANSACTION == 0) {
                        connection.commit();
                    }
                }
                connection.commit();
            }
        }
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }
}

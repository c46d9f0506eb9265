package org.talks.catalogue.asof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.sqlite.SQLiteConfig;
import org.talks.catalogue.data.DataDirectory;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.eventstore.RawEvent;
import org.talks.catalogue.projection.ViewStorageException;
import org.talks.events.CatalogueEvent;
import org.talks.events.ConferenceEvent.ConferenceDetailsCorrected;
import org.talks.events.ConferenceEvent.ConferenceRegistered;
import org.talks.events.Credit;
import org.talks.events.EventTypes;
import org.talks.events.SpeakerEvent.SpeakerMergedInto;
import org.talks.events.TalkEvent.TalkAdded;
import org.talks.events.TalkEvent.TalkMoved;
import org.talks.events.TalkEvent.TalkSpeakersSet;
import org.talks.events.UnreadableEventException;

/// Which streams have ever named a thing: the talks of a conference and of a speaker, the editions of a series,
/// those who were merged into somebody. The views know only how it is now; who looks back needs those too that
/// have left since.
///
/// It is a small file beside the views that is brought up to the log whenever it is asked, and made anew when it
/// belongs to another log. Thread-safe.
@Component
public final class Mentions implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Mentions.class);

    /// The events that name something else; the rest of the log is passed over unread.
    private static final Set<String> NAMING = EventTypes.all().stream()
            .filter(type -> Set.of(
                            TalkAdded.class,
                            TalkMoved.class,
                            TalkSpeakersSet.class,
                            ConferenceRegistered.class,
                            ConferenceDetailsCorrected.class,
                            SpeakerMergedInto.class)
                    .contains(type.type()))
            .map(EventTypes.EventType::name)
            .collect(Collectors.toUnmodifiableSet());

    private final Path file;
    private final EventLog log;
    private @Nullable Connection connection;
    private long position;

    Mentions(DataDirectory directory, EventLog log) {
        this.file = directory.views().resolve("mentions.db");
        this.log = log;
    }

    /// The streams with a prefix, such as `talk:`, that have ever named a thing, in order.
    public synchronized List<String> of(String id, String prefix) {
        try {
            var open = caughtUp();
            try (var select = open.prepareStatement(
                    "select stream from mention where id = ? and stream >= ? and stream < ? order by stream")) {
                select.setString(1, id);
                select.setString(2, prefix);
                select.setString(3, prefix + "~");
                var streams = new ArrayList<String>();
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        streams.add(rows.getString(1));
                    }
                }
                return streams;
            }
        } catch (SQLException | IOException e) {
            throw new ViewStorageException(file + " cannot be used: " + e.getMessage(), e);
        }
    }

    private Connection caughtUp() throws SQLException, IOException {
        var open = connection;
        if (open == null) {
            open = open();
            connection = open;
        }
        var head = log.head();
        if (position < head) {
            advance(open, head);
        }
        return open;
    }

    private Connection open() throws SQLException, IOException {
        try {
            var existing = connect();
            if (belongs(existing)) {
                return existing;
            }
            existing.close();
        } catch (SQLException e) {
            LOG.warn("{} cannot be used and is made anew: {}", file, e.getMessage());
        }
        for (var suffix : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
        }
        var fresh = connect();
        position = 0;
        try (var statement = fresh.createStatement()) {
            statement.execute("create table mention (id text not null, stream text not null, primary key (id, stream))"
                    + " without rowid");
            statement.execute("create table upto (log_id text not null, position integer not null, chain text)");
        }
        return fresh;
    }

    private Connection connect() throws SQLException {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // What a lost page cache takes is read from the log again.
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        return DriverManager.getConnection("jdbc:sqlite:" + file, config.toProperties());
    }

    /// Whether the file is of this log, and of its present history.
    private boolean belongs(Connection open) throws SQLException {
        try (var statement = open.createStatement();
                var tables = statement.executeQuery("select count(*) from sqlite_master where name = 'upto'")) {
            if (!tables.next() || tables.getInt(1) == 0) {
                return false;
            }
        }
        try (var statement = open.createStatement();
                var row = statement.executeQuery("select log_id, position, chain from upto")) {
            if (!row.next() || !row.getString(1).equals(log.logId())) {
                return false;
            }
            var stored = row.getLong(2);
            if (!row.getString(3).equals(log.chainAt(stored))) {
                return false;
            }
            position = stored;
            return true;
        }
    }

    private void advance(Connection open, long head) throws SQLException {
        open.setAutoCommit(false);
        try (var insert = open.prepareStatement("insert or ignore into mention (id, stream) values (?,?)");
                var forget = open.prepareStatement("delete from upto");
                var remember = open.prepareStatement("insert into upto (log_id, position, chain) values (?,?,?)")) {
            log.scan(position, head, raw -> add(insert, raw));
            forget.executeUpdate();
            remember.setString(1, log.logId());
            remember.setLong(2, head);
            remember.setString(3, log.chainAt(head));
            remember.executeUpdate();
            open.commit();
            position = head;
        } catch (SQLException | RuntimeException e) {
            open.rollback();
            throw e;
        } finally {
            open.setAutoCommit(true);
        }
    }

    private static void add(PreparedStatement insert, RawEvent raw) {
        if (!NAMING.contains(raw.type())) {
            return;
        }
        try {
            for (var id : named(raw.decode().event())) {
                insert.setString(1, id);
                insert.setString(2, raw.stream());
                insert.executeUpdate();
            }
        } catch (UnreadableEventException _) {
            // The views park its stream and say so; nothing can be said of it here.
        } catch (SQLException e) {
            throw new ViewStorageException("What names what cannot be stored: " + e.getMessage(), e);
        }
    }

    private static List<String> named(CatalogueEvent event) {
        return switch (event) {
            case TalkAdded e -> {
                var ids = new ArrayList<String>();
                ids.add(e.details().conferenceId());
                e.details().speakers().forEach(credit -> ids.add(credit.speakerId()));
                yield ids;
            }
            case TalkMoved e -> List.of(e.conferenceId());
            case TalkSpeakersSet e ->
                e.speakers().stream().map(Credit::speakerId).toList();
            case ConferenceRegistered e -> series(e.details().seriesId());
            case ConferenceDetailsCorrected e -> series(e.details().seriesId());
            case SpeakerMergedInto e -> List.of(e.intoSpeakerId());
            default -> List.of();
        };
    }

    private static List<String> series(@Nullable String id) {
        return id == null ? List.of() : List.of(id);
    }

    @Override
    public synchronized void close() throws SQLException {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}

package org.talks.catalogue.projection;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sqlite.SQLiteConfig;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.eventstore.RecordedEvent;

/// The relational views: one SQLite file, one transaction per batch, the position in the same transaction. Each
/// stream's folded content is kept as JSON; the tables of the features hold what lists and look-ups need.
public final class RelationalProjection implements Projection {

    /// Pages (4 KiB each) in the write-ahead log before they are copied into the file: an import touches most pages
    /// again and again.
    private static final int PAGES_PER_CHECKPOINT = 8_000;

    private final Path file;
    private final EventLog log;
    private final RelationalSchema schema;
    private final Map<String, StreamTable<?>> tables;
    private final Connection writer;
    private final Rows rows;
    private final Contents contents;
    private final ReadConnections readers;
    private final Kept kept = new Kept();
    private final Map<String, ParkedStream> parked = new ConcurrentHashMap<>();
    private volatile long position;
    private volatile @Nullable String outdated;

    private RelationalProjection(Path file, EventLog log, List<StreamTable<?>> tables, Connection writer) {
        this.file = file;
        this.log = log;
        this.schema = new RelationalSchema(tables);
        this.tables = tables.stream().collect(Collectors.toUnmodifiableMap(StreamTable::prefix, t -> t));
        this.writer = writer;
        this.rows = new Rows(writer);
        this.contents = new Contents(rows);
        this.readers = new ReadConnections(file);
    }

    static Path file(Path directory) {
        return directory.resolve("views.db");
    }

    static RelationalProjection open(Path directory, EventLog log, List<StreamTable<?>> tables)
            throws UnusableViewException {
        var file = file(directory);
        var exists = Files.exists(file);
        if (!exists && log.head() > 0) {
            throw new UnusableViewException("The relational views are missing: there is no " + file + ".");
        }
        try {
            Files.createDirectories(directory);
            var projection = new RelationalProjection(file, log, tables, writer(file));
            try {
                if (exists) {
                    projection.readPosition();
                } else {
                    projection.create();
                    projection.schema.createIndexes(projection.rows);
                }
                return projection;
            } catch (UnusableViewException | RuntimeException e) {
                projection.close();
                throw e;
            }
        } catch (SQLException | IOException | ViewStorageException e) {
            throw new UnusableViewException(file + " cannot be opened: " + e.getMessage(), e);
        }
    }

    /// Opens an empty view for a build: without indexes, which are faster made at the end, in one transaction without
    /// a journal, because an unfinished build is thrown away.
    static RelationalProjection forBuild(Path directory, EventLog log, List<StreamTable<?>> tables)
            throws UnusableViewException {
        try {
            Files.createDirectories(directory);
            var projection = new RelationalProjection(file(directory), log, tables, writer(file(directory)));
            projection.rows.execute("pragma journal_mode=off");
            projection.rows.execute("pragma synchronous=off");
            projection.create();
            return projection;
        } catch (SQLException | IOException | ViewStorageException e) {
            throw new UnusableViewException(file(directory) + " cannot be created: " + e.getMessage(), e);
        }
    }

    /// Makes the indexes and everything durable, and goes over to transactions.
    void finishBuild(long upToPosition) {
        schema.createIndexes(rows);
        storePosition(upToPosition);
        rows.execute("commit");
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException e) {
            throw new ViewStorageException(file + " cannot be made durable: " + e.getMessage(), e);
        }
        rows.execute("pragma journal_mode=wal");
        rows.execute("pragma synchronous=normal");
        position = upToPosition;
    }

    void begin() {
        rows.execute("begin immediate");
    }

    private static Connection writer(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // A crash of the process loses nothing; a lost page cache loses the last transactions, position included, and
        // the log still has their events.
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setBusyTimeout(10_000);
        config.setCacheSize(-32_000);
        config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, Integer.toString(PAGES_PER_CHECKPOINT));
        // Otherwise the driver asks for the last row id after every insert.
        config.setGetGeneratedKeys(false);
        return DriverManager.getConnection("jdbc:sqlite:" + file, config.toProperties());
    }

    private void create() {
        rows.execute("begin");
        schema.create(rows);
        property("format", schema.format());
        property("schema", schema.fingerprint());
        property("log", log.logId());
        storePosition(0);
        rows.execute("commit");
    }

    private void readPosition() throws UnusableViewException {
        var format = property("format");
        var expected = schema.format();
        if (!expected.equals(format)) {
            outdated = "The relational views were built by an earlier version (format " + format + ", now " + expected
                    + "); what they show may differ a little until they are built anew.";
        }
        if (!schema.fingerprint().equals(property("schema")) || !contents.areReadable(tables.values())) {
            throw new UnusableViewException(
                    "The relational views have format " + format + ", this version needs " + expected + ".");
        }
        if (!log.logId().equals(property("log"))) {
            throw new UnusableViewException("The relational views belong to another event log.");
        }
        var stored = Long.parseLong(String.valueOf(property("position")));
        if (!String.valueOf(property("chain")).equals(log.chainAt(stored))) {
            throw new UnusableViewException("The relational views stand at position " + stored
                    + " of a log that has another history; the log was restored or altered.");
        }
        position = stored;
        readParked();
    }

    @Override
    public @Nullable String outdated() {
        return outdated;
    }

    private void readParked() {
        jdbc().sql("select stream, position, reason from parked")
                .query((row, n) -> new ParkedStream(row.getString(1), row.getLong(2), row.getString(3)))
                .list()
                .forEach(p -> parked.put(p.stream(), p));
    }

    /// Reads of this view, each on a connection of its own for its time.
    public JdbcClient jdbc() {
        return readers.client();
    }

    /// What is counted over all of the view, once for each state of it.
    ///
    /// @param name tells figures apart; of the code, never of a request
    /// @param counting gives something that does not change
    public <T> T kept(String name, Function<JdbcClient, T> counting) {
        return kept.get(name, () -> counting.apply(jdbc()));
    }

    /// The folded content of a stream as readers see it, null when there is none.
    public <S> @Nullable StreamState<S> content(String stream, Class<S> type) {
        return Contents.find(jdbc(), stream, type);
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void apply(List<RecordedEvent> batch) {
        if (batch.isEmpty()) {
            return;
        }
        rows.execute("begin immediate");
        try {
            var touched = new TreeMap<String, List<RecordedEvent>>();
            for (var event : batch) {
                if (!parked.containsKey(event.stream())) {
                    touched.computeIfAbsent(event.stream(), s -> new ArrayList<>())
                            .add(event);
                }
            }
            touched.forEach(this::fold);
            var last = batch.getLast().position();
            storePosition(last);
            rows.execute("commit");
            kept.forget();
            position = last;
        } catch (RuntimeException e) {
            rows.rollBack(e);
            throw e;
        }
    }

    /// Folds events of one stream into its content and writes its rows.
    private void fold(String stream, List<RecordedEvent> events) {
        var table = tables.get(stream.substring(0, stream.indexOf(':')));
        if (table != null) {
            contents.write(contents.folded(table, stream, events));
        }
    }

    /// A stream from its first event on, ready to be written.
    ///
    /// @throws IllegalArgumentException for a stream that this view does not show
    Contents.Folded<?> folded(List<RecordedEvent> events) {
        var stream = events.getFirst().stream();
        var table = tables.get(stream.substring(0, stream.indexOf(':')));
        if (table == null || events.getFirst().sequence() > 0) {
            throw new IllegalArgumentException(stream + " is not shown, or does not begin with its first event");
        }
        return contents.folded(table, stream, events);
    }

    void write(Contents.Folded<?> folded) {
        contents.write(folded);
    }

    @Override
    public void park(ParkedStream stream) {
        rows.execute("begin immediate");
        try {
            rows.update(
                    "insert or replace into parked (stream, position, reason) values (?,?,?)",
                    stream.stream(),
                    stream.position(),
                    stream.reason());
            storePosition(Math.max(position, stream.position()));
            rows.execute("commit");
        } catch (RuntimeException e) {
            rows.rollBack(e);
            throw e;
        }
        parked.put(stream.stream(), stream);
        position = Math.max(position, stream.position());
    }

    @Override
    public void refold(String stream) {
        var table = tables.get(stream.substring(0, stream.indexOf(':')));
        if (table == null) {
            return;
        }
        var events = log.stream(stream, position);
        rows.execute("begin immediate");
        try {
            contents.delete(table, stream);
            rows.update("delete from parked where stream = ?", stream);
            if (!events.isEmpty()) {
                contents.write(contents.folded(table, stream, events));
            }
            rows.execute("commit");
            kept.forget();
        } catch (RuntimeException e) {
            rows.rollBack(e);
            throw e;
        }
        parked.remove(stream);
    }

    @Override
    public List<ParkedStream> parked() {
        return List.copyOf(parked.values());
    }

    @Override
    public String contentHash() {
        return new RowHashes(jdbc())
                .of(Stream.concat(Stream.of("content"), schema.contentTables().sorted())
                        .toList());
    }

    @Override
    public SortedMap<String, String> contentHashes() {
        var hashes = new TreeMap<String, String>();
        var rowHashes = new RowHashes(jdbc());
        rowHashes.add("content", "", hashes);
        schema.contentTables().forEach(name -> rowHashes.add(name, "row of " + name + " ", hashes));
        return hashes;
    }

    @Override
    public @Nullable String shown(String key) {
        return Contents.shown(jdbc(), key);
    }

    @Override
    public String damage() {
        try {
            return jdbc().sql("pragma integrity_check(1)").query(String.class).list().stream()
                    .filter(line -> !line.equals("ok"))
                    .findFirst()
                    .orElse("");
        } catch (DataAccessException e) {
            return String.valueOf(e.getMostSpecificCause().getMessage());
        }
    }

    @Override
    public void flush() {
        // Each batch is a transaction; there is nothing to hold back.
    }

    @Override
    public void close() {
        try {
            readers.close();
            writer.close();
        } catch (SQLException e) {
            throw new ViewStorageException(file + " cannot be closed: " + e.getMessage(), e);
        }
    }

    private void storePosition(long newPosition) {
        property("position", Long.toString(newPosition));
        // An empty log may take on the identity of one that is imported into it.
        property("log", log.logId());
        var chain = log.chainAt(newPosition);
        if (chain == null) {
            throw new IllegalStateException("the log has no position " + newPosition);
        }
        property("chain", chain);
    }

    private void property(String name, String value) {
        rows.update("insert or replace into view_property (name, value) values (?,?)", name, value);
    }

    private @Nullable String property(String name) {
        return rows.first("select value from view_property where name = ?", row -> row.getString(1), name);
    }

    /// All prefixes this view shows.
    Set<String> prefixes() {
        return tables.keySet();
    }
}

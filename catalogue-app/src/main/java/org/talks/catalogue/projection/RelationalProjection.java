package org.talks.catalogue.projection;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
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
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.eventstore.RecordedEvent;
import tools.jackson.databind.json.JsonMapper;

/// The relational views: one SQLite file, one transaction per batch, the position in the same transaction. Each
/// stream's folded content is kept as JSON; the tables of the features hold what lists and look-ups need.
public final class RelationalProjection implements Projection {

    /// Pages (4 KiB each) in the write-ahead log before they are copied into the file: an import touches most pages
    /// again and again.
    private static final int PAGES_PER_CHECKPOINT = 8_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<String> OWN_TABLES = List.of(
            """
            create table content (
              stream text primary key, rec_version integer not null, rec_added integer not null,
              rec_changed integer not null, content blob not null) without rowid""",
            "create table parked (stream text primary key, position integer not null, reason text not null)"
                    + " without rowid",
            "create table view_property (name text primary key, value text not null) without rowid");

    private final Path file;
    private final EventLog log;
    private final Map<String, StreamTable<?>> tables;
    private final Connection writer;
    private final Rows rows;
    private final ReadConnections readers;
    private final Kept kept = new Kept();
    private final Map<String, ParkedStream> parked = new ConcurrentHashMap<>();
    private volatile long position;
    private volatile @Nullable String outdated;

    private RelationalProjection(Path file, EventLog log, List<StreamTable<?>> tables, Connection writer) {
        this.file = file;
        this.log = log;
        this.tables = tables.stream().collect(Collectors.toUnmodifiableMap(StreamTable::prefix, t -> t));
        this.writer = writer;
        this.rows = new Rows(writer);
        this.readers = new ReadConnections(file);
    }

    static Path file(Path directory) {
        return directory.resolve("views.db");
    }

    /// What views written by this code look like; views of another format are built anew.
    static String format(List<StreamTable<?>> tables) {
        return tables.stream()
                .map(t -> t.prefix() + "=" + t.revision())
                .sorted()
                .collect(Collectors.joining(",", "1:", ""));
    }

    /// What the tables look like. Views of the same tables can be read until they are built anew, although their rows
    /// may come out differently.
    private static String schema(List<StreamTable<?>> tables) {
        var statements = Stream.concat(OWN_TABLES.stream(), tables.stream().flatMap(t -> t.tables().stream()))
                .sorted()
                .collect(Collectors.joining("\n"));
        return HexFormat.of().formatHex(sha256().digest(statements.getBytes(StandardCharsets.UTF_8)), 0, 16);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
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
                    projection.create(tables);
                    projection.createIndexes(tables);
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
            projection.create(tables);
            return projection;
        } catch (SQLException | IOException | ViewStorageException e) {
            throw new UnusableViewException(file(directory) + " cannot be created: " + e.getMessage(), e);
        }
    }

    /// Makes the indexes and everything durable, and goes over to transactions.
    void finishBuild(List<StreamTable<?>> allTables, long upToPosition) {
        createIndexes(allTables);
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

    private void create(List<StreamTable<?>> allTables) {
        rows.execute("begin");
        OWN_TABLES.forEach(rows::execute);
        allTables.forEach(table -> table.tables().forEach(rows::execute));
        property("format", format(allTables));
        property("schema", schema(allTables));
        property("log", log.logId());
        storePosition(0);
        rows.execute("commit");
    }

    private void createIndexes(List<StreamTable<?>> allTables) {
        allTables.forEach(table -> table.indexes().forEach(rows::execute));
    }

    private void readPosition() throws UnusableViewException {
        var format = property("format");
        var expected = format(List.copyOf(tables.values()));
        if (!expected.equals(format)) {
            outdated = "The relational views were built by an earlier version (format " + format + ", now " + expected
                    + "); what they show may differ a little until they are built anew.";
        }
        if (!schema(List.copyOf(tables.values())).equals(property("schema")) || !isReadable()) {
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

    /// Whether this version reads the contents that are there; one of each kind is tried.
    private boolean isReadable() {
        for (var table : tables.values()) {
            var json = rows.first(
                    "select content from content where stream > ? and stream < ? limit 1",
                    row -> row.getBytes(1),
                    table.prefix() + ":",
                    table.prefix() + ";");
            try {
                if (json != null) {
                    JSON.readValue(json, table.contentType());
                }
            } catch (RuntimeException e) {
                return false;
            }
        }
        return true;
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
        return jdbc().sql("select rec_version, rec_added, rec_changed, content from content where stream = ?")
                .param(stream)
                .query((row, n) -> new StreamState<>(
                        stream,
                        id(stream),
                        row.getLong(1),
                        Instant.ofEpochMilli(row.getLong(2)),
                        Instant.ofEpochMilli(row.getLong(3)),
                        JSON.readValue(row.getBytes(4), type)))
                .optional()
                .orElse(null);
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
            write(folded(table, stream, events));
        }
    }

    /// A stream from its first event on, ready to be written.
    ///
    /// @throws IllegalArgumentException for a stream that this view does not show
    Folded<?> folded(List<RecordedEvent> events) {
        var stream = events.getFirst().stream();
        var table = tables.get(stream.substring(0, stream.indexOf(':')));
        if (table == null || events.getFirst().sequence() > 0) {
            throw new IllegalArgumentException(stream + " is not shown, or does not begin with its first event");
        }
        return folded(table, stream, events);
    }

    /// @param before the content that the present rows were written from
    /// @param json the content as it is stored
    // Moved, never compared.
    @SuppressWarnings("ArrayRecordComponent")
    record Folded<S>(
            StreamTable<S> table,
            StreamState<S> state,
            @Nullable S before,
            byte[] json) {}

    /// Reads what is there already only when the events do not begin the stream; then for the writing thread.
    private <S> Folded<S> folded(StreamTable<S> table, String stream, List<RecordedEvent> events) {
        @Nullable S before = null;
        var addedAt = events.getFirst().time();
        if (events.getFirst().sequence() > 0) {
            record Stored<S>(Instant addedAt, S content) {}
            var stored = rows.first(
                    "select rec_added, content from content where stream = ?",
                    row -> new Stored<>(
                            Instant.ofEpochMilli(row.getLong(1)), JSON.readValue(row.getBytes(2), table.contentType())),
                    stream);
            if (stored == null) {
                throw new IllegalStateException(stream + " has no content before its event "
                        + events.getFirst().sequence());
            }
            before = stored.content();
            addedAt = stored.addedAt();
        }
        @Nullable S content = before;
        for (var event : events) {
            content = table.evolve(content, event.event());
        }
        if (content == null) {
            throw new IllegalStateException(stream + " came out empty");
        }
        var last = events.getLast();
        var state = new StreamState<>(stream, id(stream), last.version(), addedAt, last.time(), content);
        return new Folded<>(table, state, before, JSON.writeValueAsBytes(content));
    }

    <S> void write(Folded<S> folded) {
        var state = folded.state();
        rows.update(
                "insert into content (stream, rec_version, rec_added, rec_changed, content) values (?,?,?,?,?)"
                        + " on conflict (stream) do update set rec_version = excluded.rec_version,"
                        + " rec_changed = excluded.rec_changed, content = excluded.content",
                state.stream(),
                state.version(),
                state.addedAt().toEpochMilli(),
                state.changedAt().toEpochMilli(),
                folded.json());
        folded.table().write(rows, state, folded.before());
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
            table.delete(rows, id(stream));
            rows.update("delete from content where stream = ?", stream);
            rows.update("delete from parked where stream = ?", stream);
            if (!events.isEmpty()) {
                write(folded(table, stream, events));
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
        var names = new ArrayList<String>(List.of("content"));
        tables.values().stream().flatMap(t -> t.tableNames().stream()).sorted().forEach(names::add);
        var sha256 = sha256();
        names.forEach(name -> hash(sha256, name));
        return HexFormat.of().formatHex(sha256.digest());
    }

    @Override
    public SortedMap<String, String> contentHashes() {
        var hashes = new TreeMap<String, String>();
        hashRows("content", "", hashes);
        tables.values().stream()
                .flatMap(t -> t.tableNames().stream())
                .forEach(name -> hashRows(name, "row of " + name + " ", hashes));
        return hashes;
    }

    /// Rows with the same first column are hashed together.
    private void hashRows(String table, String prefix, SortedMap<String, String> hashes) {
        var columns = columns(table);
        var list = String.join(", ", columns);
        jdbc().sql("select " + list + " from " + table + " order by " + list).query(row -> {
            var sha256 = sha256();
            var key = prefix + row.getString(1);
            sha256.update(hashes.getOrDefault(key, "").getBytes(StandardCharsets.UTF_8));
            hashRow(sha256, row, columns.size());
            hashes.put(key, HexFormat.of().formatHex(sha256.digest(), 0, 16));
        });
    }

    @Override
    public @Nullable String shown(String key) {
        return jdbc().sql("select cast(content as text) from content where stream = ?")
                .param(key)
                .query(String.class)
                .optional()
                .orElse(null);
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

    private void hash(MessageDigest sha256, String table) {
        var columns = columns(table);
        var list = String.join(", ", columns);
        sha256.update(table.getBytes(StandardCharsets.UTF_8));
        jdbc().sql("select " + list + " from " + table + " order by " + list)
                .query((RowCallbackHandler) row -> hashRow(sha256, row, columns.size()));
    }

    private List<String> columns(String table) {
        return jdbc().sql(
                        "select name from pragma_table_info('" + table + "') where name not like 'rec\\_%' escape '\\'")
                .query((row, n) -> String.valueOf(row.getString(1)))
                .list();
    }

    private static void hashRow(MessageDigest sha256, ResultSet row, int columns) throws SQLException {
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

    private static String id(String stream) {
        return stream.substring(stream.indexOf(':') + 1);
    }

    /// All prefixes this view shows.
    Set<String> prefixes() {
        return tables.keySet();
    }

    /// Connections that only read, handed out one per query.
    private static final class ReadConnections {
        private final com.zaxxer.hikari.HikariDataSource pool;
        private final JdbcClient client;

        ReadConnections(Path file) {
            var config = new SQLiteConfig();
            config.setReadOnly(true);
            config.setBusyTimeout(10_000);
            config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, Long.toString(1L << 30));
            var source = new SQLiteDataSource(config);
            source.setUrl("jdbc:sqlite:" + file);
            pool = new com.zaxxer.hikari.HikariDataSource();
            pool.setDataSource(source);
            // The pool sets this flag on each connection, and SQLite refuses to have it changed.
            pool.setReadOnly(true);
            pool.setMaximumPoolSize(8);
            pool.setMinimumIdle(0);
            pool.setInitializationFailTimeout(-1);
            pool.setPoolName("relational-views");
            client = JdbcClient.create(pool);
        }

        JdbcClient client() {
            return client;
        }

        void close() {
            pool.close();
        }
    }
}

package org.talks.catalogue.eventstore;

import java.sql.SQLException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.command.Lookup;
import org.talks.events.CatalogueEvent;
import org.talks.events.SourceKey;

/// What commands must know about other things: which exist, whose source keys are whose, who was merged into
/// whom, who goes by which name. Kept in the log's database, written in the transaction that records the events,
/// and rebuildable from the log at any time. All methods run in the writer's transaction of the calling thread.
final class Registries implements Lookup {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private static final List<String> SCHEMA = List.of(
            "create table if not exists thing (stream text primary key, present integer not null) without rowid",
            """
            create table if not exists source_key (
              kind text not null, source text not null, key text not null, stream text not null, delivered text,
              primary key (kind, source, key)) without rowid""",
            "create table if not exists speaker_merge (speaker text primary key, into_speaker text not null)"
                    + " without rowid",
            """
            create table if not exists speaker_name (
              folded text not null, speaker text not null, primary key (folded, speaker)) without rowid""",
            "create index if not exists speaker_name_of on speaker_name (speaker)",
            """
            create table if not exists idempotency (
              actor text not null, key text not null, fingerprint text not null,
              stream text not null, version integer not null, position integer not null, events integer not null,
              primary key (actor, key)) without rowid""");

    /// The tables that the log gives; idempotency keys are not in it.
    static final List<String> DERIVED = List.of("thing", "source_key", "speaker_merge", "speaker_name");

    /// Merges follow each other at most this far; the rules forbid merging into a merged speaker.
    private static final int MERGE_DEPTH = 32;

    /// Streams whose presence is kept in memory; imports ask for the same conference and speakers again and again.
    private static final int PRESENCE_KEPT = 50_000;

    private final LogTransactions transactions;

    /// What the table `thing` says of streams that were asked for, as this writer sees it; forgotten whenever writes
    /// are taken back. Used in the writer's transaction only, so by one thread at a time.
    private final Map<String, Boolean> presence = new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > PRESENCE_KEPT;
        }
    };

    Registries(LogTransactions transactions) {
        this.transactions = transactions;
        transactions.onRolledBack(presence::clear);
        inTransaction(() -> {
            for (var statement : SCHEMA) {
                transactions.writer().execute(statement);
            }
        });
    }

    @Override
    public boolean exists(String stream) {
        return Boolean.TRUE.equals(presence(stream));
    }

    /// Whether a thing is present, null when it was never recorded.
    private @Nullable Boolean presence(String stream) {
        var known = presence.get(stream);
        if (known == null) {
            var stored = text("select present from thing where stream = ?", stream);
            known = stored == null ? null : (Boolean) stored.equals("1");
            if (known != null) {
                presence.put(stream, known);
            }
        }
        return known;
    }

    /// Whether a stream has events, of a removed thing too.
    boolean knows(String stream) {
        return presence(stream) != null;
    }

    /// Null also when the owner was removed: somebody else may have its key then.
    @Override
    public @Nullable String streamOf(String kind, SourceKey key) {
        var owner = ownerOf(kind, key);
        return owner != null && exists(owner) ? owner : null;
    }

    /// The stream that a key belongs to, removed ones included: what was taken out by a person is recognised when its
    /// source delivers it again.
    @Nullable
    String ownerOf(String kind, SourceKey key) {
        return text(
                "select stream from source_key where kind = ? and source = ? and key = ?",
                kind,
                key.source(),
                key.key());
    }

    @Override
    public String canonicalSpeaker(String speakerId) {
        var canonical = speakerId;
        for (int i = 0; i < MERGE_DEPTH; i++) {
            var into = text("select into_speaker from speaker_merge where speaker = ?", canonical);
            if (into == null) {
                return canonical;
            }
            canonical = into;
        }
        throw new IllegalStateException("speaker " + speakerId + " was merged in a circle");
    }

    /// Digest of the record that a source delivered last for a key, null when the key or the digest is unknown.
    @Nullable
    String delivered(String kind, SourceKey key) {
        return text(
                "select delivered from source_key where kind = ? and source = ? and key = ?",
                kind,
                key.source(),
                key.key());
    }

    /// Keys of a source with the streams they belong to.
    Map<String, String> keys(String kind, String source) {
        try {
            var select =
                    transactions.writer().prepared("select key, stream from source_key where kind = ? and source = ?");
            select.setString(1, kind);
            select.setString(2, source);
            var found = new HashMap<String, String>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getString(1), rows.getString(2));
                }
            }
            return found;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /// Ids of the speakers who go by a name or alias, compared without case and compatibility differences.
    List<String> speakersNamed(String name) {
        try {
            var select = transactions
                    .writer()
                    .prepared("select speaker from speaker_name where folded = ? order by speaker limit 10");
            select.setString(1, folded(name));
            var found = new ArrayList<String>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    record StoredReceipt(String fingerprint, Receipt receipt) {}

    @Nullable
    StoredReceipt receipt(String actor, String key) {
        try {
            var select = transactions
                    .writer()
                    .prepared("select fingerprint, stream, version, position, events from idempotency"
                            + " where actor = ? and key = ?");
            select.setString(1, actor);
            select.setString(2, key);
            try (var row = select.executeQuery()) {
                return row.next()
                        ? new StoredReceipt(
                                row.getString(1),
                                new Receipt(row.getString(2), row.getLong(3), row.getLong(4), row.getInt(5)))
                        : null;
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    void remember(String actor, String key, String fingerprint, Receipt receipt) {
        update(
                "insert into idempotency (actor, key, fingerprint, stream, version, position, events)"
                        + " values (?,?,?,?,?,?,?)",
                actor,
                key,
                fingerprint,
                receipt.stream(),
                receipt.version(),
                receipt.position(),
                receipt.events());
    }

    /// Empties what is derived from events and folds the whole log again. Idempotency keys are kept: they are not
    /// in the log.
    void rebuild(EventLog log) {
        inTransaction(() -> {
            presence.clear();
            for (var table : DERIVED) {
                transactions.writer().execute("delete from " + table);
            }
            log.scan(0, log.head(), raw -> {
                var recorded = raw.decode();
                record(recorded.event(), recorded.metadata().delivered());
            });
        });
    }

    /// Takes in one event, in the transaction that records it.
    void record(CatalogueEvent event, @Nullable String delivered) {
        RegistryFold.fold(event, delivered, this);
    }

    void present(String stream, boolean present) {
        presence.put(stream, present);
        update("insert or replace into thing (stream, present) values (?,?)", stream, present ? 1 : 0);
    }

    void link(String kind, @Nullable SourceKey key, String stream, @Nullable String delivered) {
        if (key != null) {
            update(
                    "insert or replace into source_key (kind, source, key, stream, delivered) values (?,?,?,?,?)",
                    kind,
                    key.source(),
                    key.key(),
                    stream,
                    delivered);
        }
    }

    void unlink(String kind, SourceKey key) {
        update("delete from source_key where kind = ? and source = ? and key = ?", kind, key.source(), key.key());
    }

    void delivered(String kind, String stream, @Nullable String delivered) {
        if (delivered != null) {
            update("update source_key set delivered = ? where kind = ? and stream = ?", delivered, kind, stream);
        }
    }

    void named(String speakerId, String name) {
        update("insert or ignore into speaker_name (folded, speaker) values (?,?)", folded(name), speakerId);
    }

    void unnamed(String speakerId) {
        update("delete from speaker_name where speaker = ?", speakerId);
    }

    void unnamed(String speakerId, String name) {
        update("delete from speaker_name where speaker = ? and folded = ?", speakerId, folded(name));
    }

    void merged(String speakerId, String intoSpeakerId) {
        update("insert or replace into speaker_merge (speaker, into_speaker) values (?,?)", speakerId, intoSpeakerId);
    }

    void unmerged(String speakerId) {
        update("delete from speaker_merge where speaker = ?", speakerId);
    }

    /// Names are equal when they are after compatibility normalisation and case folding, spaces run together.
    static String folded(String name) {
        var folded = Normalizer.normalize(
                        Normalizer.normalize(name, Normalizer.Form.NFKC)
                                .toUpperCase(Locale.ROOT)
                                .toLowerCase(Locale.ROOT),
                        Normalizer.Form.NFKC)
                .strip();
        return BLANKS.matcher(folded).replaceAll(" ");
    }

    private @Nullable String text(String sql, String... parameters) {
        try {
            var select = transactions.writer().prepared(sql);
            for (int i = 0; i < parameters.length; i++) {
                select.setString(i + 1, parameters[i]);
            }
            try (var row = select.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void update(String sql, @Nullable Object... parameters) {
        try {
            var statement = transactions.writer().prepared(sql);
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private interface Work {
        void run() throws SQLException;
    }

    private void inTransaction(Work work) {
        var transaction = transactions.startTransaction();
        try {
            work.run();
            transaction.commit();
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            // Does nothing after the commit.
            transaction.rollback();
        }
    }

    private static EventLogException failed(SQLException e) {
        return EventLogException.because("The registries of the event log cannot be used", e);
    }
}

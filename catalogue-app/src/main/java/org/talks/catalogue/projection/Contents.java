package org.talks.catalogue.projection;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talks.catalogue.eventstore.RecordedEvent;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What each stream comes to, as JSON in the table `content`, and through it the rows that features make of it. What
/// writes, and what reads before it writes, is for the view's one writing thread.
final class Contents {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Rows rows;

    Contents(Rows rows) {
        this.rows = rows;
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

    /// Folds events of one stream onto what is stored of it; of a stream from its first event on, on any thread.
    <S> Folded<S> folded(StreamTable<S> table, String stream, List<RecordedEvent> events) {
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

    void delete(StreamTable<?> table, String stream) {
        table.delete(rows, id(stream));
        rows.update("delete from content where stream = ?", stream);
    }

    /// Whether this version reads the contents that are there; one of each kind is tried.
    boolean areReadable(Collection<StreamTable<?>> tables) {
        for (var table : tables) {
            var json = rows.first(
                    "select content from content where stream > ? and stream < ? limit 1",
                    row -> row.getBytes(1),
                    table.prefix() + ":",
                    table.prefix() + ";");
            try {
                if (json != null) {
                    JSON.readValue(json, table.contentType());
                }
            } catch (JacksonException e) {
                return false;
            }
        }
        return true;
    }

    /// As readers see it, null when there is none.
    static <S> @Nullable StreamState<S> find(JdbcClient jdbc, String stream, Class<S> type) {
        return jdbc.sql("select rec_version, rec_added, rec_changed, content from content where stream = ?")
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

    /// The JSON itself.
    static @Nullable String shown(JdbcClient jdbc, String stream) {
        return jdbc.sql("select cast(content as text) from content where stream = ?")
                .param(stream)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private static String id(String stream) {
        return stream.substring(stream.indexOf(':') + 1);
    }
}

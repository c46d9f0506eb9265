package org.talks.catalogue.eventstore;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.talks.events.EventSchemas;
import org.talks.events.UnreadableEventException;

/// Proves the log whole, or says where it is not: the file itself, positions, sequences, times, digests, the hash
/// chain, that every payload can be read and is valid against the schema it was written under, and that the
/// registries are what the log gives.
///
/// What it cannot notice: somebody who rewrites everything from some position on, chain included. Compare the
/// last chain value with a copy kept elsewhere for that.
public final class LogVerification {

    /// Problems that are told; the first ones say where the trouble begins.
    public static final int PROBLEMS_MAX = 20;

    /// Events whose payloads are read together on all processors.
    private static final int BATCH = 2_000;

    /// Columns that must hold texts or bytes: as the other they read the same, and are not found by comparing.
    private static final Map<String, String> TYPES =
            Map.of("stream", "text", "event_id", "text", "type", "text", "payload", "blob", "meta", "blob");

    private static final String ROWS = "select position, stream, sequence, event_id, type, revision, time_millis,"
            + " payload, meta, payload_digest, meta_digest, chain, " + types() + " from event where position <= ?"
            + " order by position";

    private final SqliteEventLog log;

    LogVerification(SqliteEventLog log) {
        this.log = log;
    }

    /// What was found.
    ///
    /// @param events how many events were looked at
    /// @param chain the hash chain after the last of them, as hex
    /// @param problems the first of them, in the order of the log, each a sentence with position, stream and
    ///     column
    /// @param problemCount how many there are in all
    public record Report(long events, String chain, List<String> problems, long problemCount) {
        public boolean ok() {
            return problemCount == 0;
        }
    }

    /// Told how many events have been looked at, of how many; on the calling thread.
    @FunctionalInterface
    public interface Progress {
        void at(long done, long total);
    }

    /// Looks at every event up to the present head. Writing goes on meanwhile.
    ///
    /// @throws RuntimeException only what the progress throws: a log that cannot be read is a problem, not an
    ///     error
    public Report verify(Progress progress) {
        var problems = new Problems();
        var run = new Run(problems);
        try {
            var head = log.head();
            log.read(reader -> checkFile(reader, problems));
            log.read(reader -> checkRows(reader, head, run, progress));
            log.read(reader -> checkSequences(reader, head, problems));
            if (problems.count == 0) {
                log.read(reader -> checkRegistries(reader, problems));
            }
        } catch (EventLogException e) {
            problems.add(0, String.valueOf(e.getMessage()));
        }
        return new Report(run.events, HashChain.hex(run.chain.previous()), problems.sentences(), problems.count);
    }

    /// Keeps the problems that stand first in the log, whichever check found them.
    static final class Problems {
        private record Problem(long position, long found, String sentence) {}

        private static final Comparator<Problem> ORDER =
                Comparator.comparingLong(Problem::position).thenComparingLong(Problem::found);

        private final TreeSet<Problem> first = new TreeSet<>(ORDER);
        private long count;

        /// @param position 0 for what concerns the whole file
        void add(long position, String sentence) {
            count++;
            first.add(new Problem(position, count, sentence));
            if (first.size() > PROBLEMS_MAX) {
                first.removeLast();
            }
        }

        List<String> sentences() {
            return first.stream().map(Problem::sentence).toList();
        }
    }

    private final class Run {
        private final ChainCheck chain;
        private final Problems problems;
        private final List<ChainedEvent> batch = new ArrayList<>(BATCH);
        private long events;

        Run(Problems problems) {
            this.problems = problems;
            chain = new ChainCheck(new HashChain().genesis(log.logId()), problems);
        }

        /// Reading payloads takes most of the time and knows no order.
        void finishBatch() {
            var found =
                    batch.parallelStream().map(row -> problemsOf(row.event())).toList();
            for (int i = 0; i < found.size(); i++) {
                var position = batch.get(i).event().position();
                found.get(i).forEach(sentence -> problems.add(position, sentence));
            }
            events += batch.size();
            batch.clear();
        }
    }

    private static Boolean checkFile(SqliteConnection reader, Problems problems) throws SQLException {
        try (var rows =
                reader.prepared("pragma integrity_check(" + PROBLEMS_MAX + ")").executeQuery()) {
            while (rows.next()) {
                var line = rows.getString(1);
                if (!"ok".equals(line)) {
                    problems.add(0, "The database file is damaged: " + line + ".");
                }
            }
        }
        return true;
    }

    private static Boolean checkRows(SqliteConnection reader, long head, Run run, Progress progress)
            throws SQLException {
        var select = reader.prepared(ROWS);
        select.setLong(1, head);
        progress.at(0, head);
        try (var rows = select.executeQuery()) {
            while (rows.next()) {
                var row = ChainedEvent.of(rows);
                run.chain.next(row);
                var mistyped = rows.getString(13);
                if (mistyped != null) {
                    run.problems.add(
                            row.event().position(),
                            at(row.event().position(), row.event().stream(), mistyped)
                                    + "it is not of the type it was recorded with.");
                }
                run.batch.add(row);
                if (run.batch.size() == BATCH) {
                    run.finishBatch();
                    progress.at(run.events, head);
                }
            }
        }
        run.finishBatch();
        run.chain.end(highestEver(reader));
        progress.at(run.events, head);
        return true;
    }

    /// Told behind all events: registries are of none.
    private static Boolean checkRegistries(SqliteConnection reader, Problems problems) throws SQLException {
        RegistryCheck.run(reader, problem -> problems.add(Long.MAX_VALUE, problem));
        return true;
    }

    /// SQLite remembers the highest position there ever was, so a log that was cut off at its end is noticed too.
    private static long highestEver(SqliteConnection reader) throws SQLException {
        try (var row = reader.prepared("select seq from sqlite_sequence where name = 'event'")
                .executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private static Boolean checkSequences(SqliteConnection reader, long head, Problems problems) throws SQLException {
        var select = reader.prepared(
                "select stream, sequence, position from event where position <= ? order by stream, sequence");
        select.setLong(1, head);
        var stream = "";
        var expected = 0L;
        var position = 0L;
        try (var rows = select.executeQuery()) {
            while (rows.next()) {
                if (!rows.getString(1).equals(stream)) {
                    stream = rows.getString(1);
                    expected = 0;
                    position = 0;
                }
                var sequence = rows.getLong(2);
                if (sequence != expected) {
                    problems.add(
                            rows.getLong(3),
                            at(rows.getLong(3), stream, "sequence") + "it is " + sequence + " where " + expected
                                    + " is due.");
                } else if (rows.getLong(3) < position) {
                    problems.add(
                            rows.getLong(3),
                            at(rows.getLong(3), stream, "sequence") + "sequence " + sequence
                                    + " stands before the one that it follows, at position " + position + ".");
                }
                expected = sequence + 1;
                position = rows.getLong(3);
            }
        }
        return true;
    }

    /// SQL for the first column that is not of its type, null where all are.
    private static String types() {
        return TYPES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(type -> "when typeof(%1$s) <> '%2$s' then '%1$s'".formatted(type.getKey(), type.getValue()))
                .collect(Collectors.joining(" ", "case ", " end"));
    }

    static String at(long position, String stream, String column) {
        return "Position " + position + " (" + stream + "), column " + column + ": ";
    }

    /// What is wrong with an event by itself: a payload that is not valid against its schema, cannot be read or
    /// is of another stream, metadata that cannot be read. Sentences with the place; empty when all is well.
    public static List<String> problemsOf(RawEvent event) {
        var found = new ArrayList<String>();
        EventSchemas.problems(event.type(), event.revision(), event.payload())
                .forEach(problem -> found.add(at(event.position(), event.stream(), "payload") + "not valid against "
                        + event.type() + " revision " + event.revision() + ": " + problem));
        try {
            var recorded = event.decode();
            if (!recorded.event().stream().equals(event.stream())) {
                found.add(at(event.position(), event.stream(), "stream") + "the payload is of "
                        + recorded.event().stream() + ".");
            }
        } catch (UnreadableEventException e) {
            found.add(at(event.position(), event.stream(), "payload") + e.getMessage());
        } catch (RuntimeException e) {
            // What remains to be read is the metadata.
            found.add(at(event.position(), event.stream(), "meta") + "it cannot be read: " + e.getMessage());
        }
        return found;
    }
}

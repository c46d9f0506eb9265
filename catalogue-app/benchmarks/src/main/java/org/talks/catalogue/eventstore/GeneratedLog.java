package org.talks.catalogue.eventstore;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.talks.catalogue.benchmarks.TalkGenerator;
import org.talks.events.CatalogueEvent;
import org.talks.events.TalkEvent.TalkAdded;

/// Writes generated talks to an event log through the log's own appending, hash chain included.
public final class GeneratedLog {

    private static final int PER_TRANSACTION = 5_000;

    private final SqliteEventLog log;
    private final TalkGenerator generator;
    private final List<SqliteEventLog.NewEvent> pending = new ArrayList<>();
    private final Random random = new Random(7);
    private long count;

    private GeneratedLog(SqliteEventLog log, TalkGenerator generator) {
        this.log = log;
        this.generator = generator;
    }

    /// Writes conferences and speakers, then the talks: the events of a talk beside each other, or all talks first
    /// and then what happened to them, in random order, as years of editing leave it.
    ///
    /// @return how many events there are
    public static long write(Path file, TalkGenerator generator, boolean interleaved) {
        try (var log = SqliteEventLog.open(file, Clock.systemUTC())) {
            var generated = new GeneratedLog(log, generator);
            generated.writeAll(interleaved);
            return log.head();
        }
    }

    private void writeAll(boolean interleaved) {
        for (int i = 0; i < generator.conferences(); i++) {
            add(generator.conference(i), 0);
        }
        for (int i = 0; i < generator.speakers(); i++) {
            add(generator.speaker(i), 0);
        }
        if (interleaved) {
            interleaved();
        } else {
            for (int i = 0; i < generator.talks(); i++) {
                var events = generator.talk(i);
                for (int sequence = 0; sequence < events.size(); sequence++) {
                    add(events.get(sequence), sequence);
                }
            }
        }
        flush();
    }

    private void interleaved() {
        var order = new long[generator.talks() * 7];
        var n = 0;
        for (int i = 0; i < generator.talks(); i++) {
            var events = generator.talk(i);
            add(events.getFirst(), 0);
            for (int sequence = 1; sequence < events.size(); sequence++) {
                // A time, the talk, the sequence: sorted, times of a talk ascend with its sequence.
                order[n++] = ((long) ((sequence + random.nextDouble()) * 1_000_000)) << 32 | (long) i << 4 | sequence;
            }
        }
        Arrays.sort(order, 0, n);
        for (int k = 0; k < n; k++) {
            var sequence = (int) (order[k] & 15);
            add(generator.talk((int) (order[k] >>> 4 & 0xFFF_FFFF)).get(sequence), sequence);
        }
    }

    private void add(CatalogueEvent event, long sequence) {
        var importId = event instanceof TalkAdded ? "0190f1de-0000-7000-8000-000000000002" : null;
        var metadata = new EventMetadata(
                "local",
                "0190f1de-0000-7000-8000-000000000003",
                null,
                importId,
                importId == null ? null : "pyvideo",
                importId == null ? null : "0f343b0931126a20f133d67c2b018a3b");
        var id = new UUID((0x0190_0000_0000L + count++) << 16 | 0x7000L, random.nextLong());
        pending.add(new SqliteEventLog.NewEvent(id.toString(), event.stream(), sequence, event, metadata));
        if (pending.size() == PER_TRANSACTION) {
            flush();
        }
    }

    private void flush() {
        var transaction = log.transactions().startTransaction();
        log.append(pending);
        transaction.commit();
        pending.clear();
    }

    /// Opens a log to be read.
    public static SqliteEventLog open(Path file) {
        return SqliteEventLog.open(file, Clock.systemUTC());
    }
}

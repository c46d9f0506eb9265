package org.talks.catalogue.eventstore;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.UUID;
import org.talks.catalogue.talk.TalkCommand.AddTalk;
import org.talks.catalogue.talk.TalkId;
import org.talks.events.TalkDetails;

/// What the hash chain costs an append, as a program: hashing alone, per event, for payloads of several sizes,
/// beside a whole append of one command per transaction and of many. Prints medians.
final class ChainCost {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final int[] PAYLOAD_BYTES = {150, 1_000, 10_000, 100_000};
    private static final int META_BYTES = 180;
    private static final int ROUNDS = 9;
    private static final int BATCH = 50;

    private ChainCost() {}

    public static void main(String[] args) throws IOException {
        for (var bytes : PAYLOAD_BYTES) {
            System.out.printf("digests and link, %,d bytes of payload: %.2f µs%n", bytes, hashing(bytes));
        }
        System.out.printf("one command, durable: %.0f µs%n", appending(1, 300));
        System.out.printf("one of %d commands in a transaction: %.1f µs%n", BATCH, appending(BATCH, 6_000));
    }

    private static double hashing(int payloadBytes) {
        var hashes = new HashChain();
        var payload = new byte[payloadBytes];
        Arrays.fill(payload, (byte) 'x');
        var meta = new byte[META_BYTES];
        var event = new RawEvent(
                4_711,
                "talk:0190f1de-0000-7000-8000-000000000001",
                3,
                "0190f1de-0000-7000-8000-000000000002",
                "talk.retitled",
                3,
                1_700_000_000_000L,
                payload,
                meta);
        var events = Math.max(2_000, 40_000_000 / (payloadBytes + 1_000));
        var micros = new double[ROUNDS];
        var chain = hashes.genesis("log");
        for (int round = 0; round < ROUNDS; round++) {
            var started = THREADS.getCurrentThreadCpuTime();
            for (int i = 0; i < events; i++) {
                chain = hashes.link(chain, event, hashes.digest(event.payload()), hashes.digest(event.meta()));
            }
            micros[round] = (THREADS.getCurrentThreadCpuTime() - started) / 1e3 / events;
        }
        return median(micros);
    }

    private static double appending(int batch, int commands) throws IOException {
        var directory = Files.createTempDirectory("chain-cost");
        try (var log = TestLog.open(directory, Clock.systemUTC()).withTalk(0)) {
            var micros = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                var started = THREADS.getCurrentThreadCpuTime();
                for (int i = 0; i < commands / ROUNDS; i += batch) {
                    var envelopes = new ArrayList<Commands.Envelope>();
                    for (int j = 0; j < batch; j++) {
                        var details =
                                TalkDetails.titled(log.conference.value(), "Round " + round + " title " + (i + j));
                        envelopes.add(new Commands.Envelope(
                                new AddTalk(new TalkId(UUID.randomUUID().toString()), details, null), TestLog.CONTEXT));
                    }
                    log.commands().sendAll(envelopes);
                }
                micros[round] = (THREADS.getCurrentThreadCpuTime() - started) / 1e3 * ROUNDS / commands;
            }
            return median(micros);
        } finally {
            delete(directory);
        }
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static void delete(Path directory) throws IOException {
        try (var tree = Files.walk(directory)) {
            for (var path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

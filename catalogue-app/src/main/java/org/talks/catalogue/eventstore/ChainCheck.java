package org.talks.catalogue.eventstore;

import static org.talks.catalogue.eventstore.LogVerification.at;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.talks.events.EventTypes;

/// Follows the chain row by row. A link that does not hold is explained as well as can be: which column, put back
/// to what it must have been, makes it hold again. Not safe for use by several threads.
final class ChainCheck {

    private final HashChain hashes = new HashChain();
    private final LogVerification.Problems problems;
    private final Map<String, Long> nextSequence = new HashMap<>();
    private byte[] previous;
    private long position;
    private long timeMillis = Long.MIN_VALUE;
    private @Nullable Broken broken;

    /// A row whose link does not hold. Whether its link itself was altered shows at the next row.
    ///
    /// @param due the link that follows from the rest of the row
    // Moved, never compared.
    @SuppressWarnings("ArrayRecordComponent")
    private record Broken(ChainedEvent row, byte[] before, byte[] due, long sequence, boolean timeDecreased) {}

    ChainCheck(byte[] genesis, LogVerification.Problems problems) {
        this.previous = genesis;
        this.problems = problems;
    }

    /// The link after the last row that was looked at.
    byte[] previous() {
        return previous;
    }

    void next(ChainedEvent row) {
        var event = row.event();
        if (broken != null) {
            explain(broken, row);
            broken = null;
        }
        var gap = event.position() != position + 1;
        if (gap) {
            problems.add(
                    position + 1,
                    missing(position + 1, event.position() - 1) + " Next is "
                            + at(event.position(), event.stream(), "position") + "it follows " + position + ".");
        }
        var timeDecreased = event.timeMillis() < timeMillis;
        if (timeDecreased) {
            problems.add(
                    event.position(),
                    at(event.position(), event.stream(), "time_millis") + "it is before that of the event before.");
        }
        var due = link(previous, row);
        if (!Arrays.equals(due, row.chain())) {
            if (!gap) {
                broken = new Broken(row, previous, due, nextSequence.getOrDefault(event.stream(), 0L), timeDecreased);
            }
        } else {
            checkDigests(row);
        }
        nextSequence.put(event.stream(), event.sequence() + 1);
        previous = row.chain();
        position = event.position();
        timeMillis = Math.max(timeMillis, event.timeMillis());
    }

    /// @param highestEver the highest position that the log has had
    void end(long highestEver) {
        if (broken != null) {
            explain(broken, null);
            broken = null;
        }
        if (highestEver > position) {
            problems.add(position + 1, missing(position + 1, highestEver) + " The log was cut off at its end.");
        }
    }

    private static String missing(long first, long last) {
        return first >= last
                ? "Position " + first + " is missing."
                : "Positions " + first + " to " + last + " are missing.";
    }

    private void checkDigests(ChainedEvent row) {
        var event = row.event();
        if (!Arrays.equals(hashes.digest(event.payload()), row.payloadDigest())) {
            problems.add(
                    event.position(), at(event.position(), event.stream(), "payload") + "it is not what was recorded.");
        }
        if (!Arrays.equals(hashes.digest(event.meta()), row.metaDigest())) {
            problems.add(
                    event.position(), at(event.position(), event.stream(), "meta") + "it is not what was recorded.");
        }
    }

    private void explain(Broken found, @Nullable ChainedEvent following) {
        var event = found.row().event();
        var column = altered(found);
        if (column == null && following != null && Arrays.equals(link(found.due(), following), following.chain())) {
            column = "chain";
            // The rows that follow hang on the link as it was.
            previous = found.due();
        }
        if (column == null) {
            column = found.timeDecreased()
                    ? "time_millis"
                    : "event_id or time_millis" + (following == null ? " or chain" : "");
        }
        problems.add(
                event.position(),
                at(event.position(), event.stream(), column)
                        + "it is not what was recorded; the hash chain does not hold.");
    }

    /// The column that, put back, makes the link hold; null when none does by itself.
    private @Nullable String altered(Broken found) {
        var row = found.row();
        var event = row.event();
        var payloadDigest = hashes.digest(event.payload());
        var metaDigest = hashes.digest(event.meta());
        Predicate<ChainedEvent> holds = candidate -> Arrays.equals(link(found.before(), candidate), row.chain());
        if (holds.test(row.withDigests(payloadDigest, row.metaDigest()))) {
            return "payload_digest";
        }
        if (holds.test(row.withDigests(row.payloadDigest(), metaDigest))) {
            return "meta_digest";
        }
        if (holds.test(row.withPlace(event.stream(), found.sequence()))) {
            return "sequence";
        }
        var stream = streamOfPayload(event);
        if (stream != null && holds.test(row.withPlace(stream, event.sequence()))) {
            return "stream";
        }
        for (var type : EventTypes.all()) {
            if (holds.test(row.withType(type.name(), event.revision()))) {
                return "type";
            }
        }
        var revisions = EventTypes.named(event.type());
        if (revisions != null
                && IntStream.rangeClosed(1, revisions.revision())
                        .anyMatch(revision -> holds.test(row.withType(event.type(), revision)))) {
            return "revision";
        }
        return null;
    }

    private static @Nullable String streamOfPayload(RawEvent event) {
        try {
            return event.decode().event().stream();
        } catch (RuntimeException _) {
            // Told elsewhere; here it only means that the payload is no help.
            return null;
        }
    }

    private byte[] link(byte[] before, ChainedEvent row) {
        return hashes.link(before, row.event(), row.payloadDigest(), row.metaDigest());
    }
}

package org.talks.catalogue.replay;

import java.util.ArrayDeque;
import java.util.Deque;

/// How fast something goes at present: over the last ten seconds, so that it follows when a phase is slower than
/// the one before.
final class Pace {

    private static final long WINDOW_NANOS = 10_000_000_000L;
    private static final long BETWEEN_NANOS = 200_000_000L;
    /// Before that, a rate only jumps about.
    private static final long LEAST_NANOS = 100_000_000L;

    private record Mark(long nanos, long done) {}

    private final Deque<Mark> marks = new ArrayDeque<>();

    Pace(long startNanos) {
        marks.add(new Mark(startNanos, 0));
    }

    /// @return done per second
    synchronized long at(long nanos, long done) {
        while (marks.size() > 1 && nanos - marks.getFirst().nanos() > WINDOW_NANOS) {
            marks.removeFirst();
        }
        var first = marks.getFirst();
        if (nanos - marks.getLast().nanos() >= BETWEEN_NANOS) {
            marks.addLast(new Mark(nanos, done));
        }
        var elapsed = nanos - first.nanos();
        return elapsed < LEAST_NANOS ? 0 : (long) ((done - first.done()) * 1e9 / elapsed);
    }
}

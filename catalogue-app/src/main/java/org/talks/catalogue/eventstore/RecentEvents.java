package org.talks.catalogue.eventstore;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The newest committed events as they were appended, so that the views that follow the log need not read and
/// decode what has just been written. Bounded by the bytes of the payloads; older events are read from the file.
/// Safe for use by several threads.
final class RecentEvents {

    /// Decoded, these take about three times as much; an import of tens of thousands of talks runs so far ahead of
    /// the index.
    private static final long BYTES_KEPT = 24L << 20;

    /// By position, without gaps.
    private final TreeMap<Long, RawEvent> events = new TreeMap<>();

    private long bytes;

    /// Takes in events that were committed, in the order of the log.
    synchronized void committed(List<RawEvent> newest) {
        if (newest.isEmpty()) {
            return;
        }
        if (!events.isEmpty() && events.lastKey() + 1 != newest.getFirst().position()) {
            events.clear();
            bytes = 0;
        }
        for (var event : newest) {
            events.put(event.position(), event);
            bytes += event.payload().length;
        }
        while (bytes > BYTES_KEPT && events.size() > 1) {
            bytes -= events.pollFirstEntry().getValue().payload().length;
        }
    }

    /// At most so many events that follow a position, null when the one right after it is not kept.
    synchronized @Nullable List<RawEvent> after(long position, int limit) {
        return events.containsKey(position + 1)
                ? events.tailMap(position, false).values().stream().limit(limit).toList()
                : null;
    }
}

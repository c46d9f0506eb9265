package org.talks.catalogue.projection;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/// Counts what a build has done; written by its threads, read by whoever shows it.
public final class BuildProgress {

    private final LongAdder events = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private volatile String phase = "waiting";

    /// @param count events dealt with since the last call
    /// @param size bytes of their payloads
    /// @throws RebuildCancelledException when it was cancelled
    public void advanced(long count, long size) {
        events.add(count);
        bytes.add(size);
        if (cancelled.get()) {
            throw new RebuildCancelledException();
        }
    }

    public void phase(String name) {
        phase = name;
    }

    public String phase() {
        return phase;
    }

    /// Bytes of the payloads that were read.
    public long bytes() {
        return bytes.sum();
    }

    public long events() {
        return events.sum();
    }

    public void cancel() {
        cancelled.set(true);
    }

    public boolean isCancelled() {
        return cancelled.get();
    }
}

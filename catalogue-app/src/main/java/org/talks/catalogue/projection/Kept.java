package org.talks.catalogue.projection;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// What was counted over all of a view, kept until the view changes: pages ask for the same figures again and again,
/// and the view changes only with a batch of events. So a figure is counted once per batch at most, by one thread
/// while the others wait for it, and a reader who sees a position never gets a figure from before it.
///
/// Threads may share it.
final class Kept {

    // A figure that is being counted while the view changes goes into the map that was thrown away.
    private volatile ConcurrentHashMap<String, Object> figures = new ConcurrentHashMap<>();

    /// @param name of the code, never of a request: there are as many figures as names
    /// @param counting does not ask for another figure
    // Each name stands for one type, that of its only caller.
    @SuppressWarnings("unchecked")
    <T> T get(String name, Supplier<T> counting) {
        return (T) figures.computeIfAbsent(name, n -> counting.get());
    }

    /// To be called after a change is committed and before its position is told.
    void forget() {
        figures = new ConcurrentHashMap<>();
    }
}

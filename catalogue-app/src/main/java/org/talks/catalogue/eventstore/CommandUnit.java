package org.talks.catalogue.eventstore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/// What one outermost unit of work learns while it commits: the positions its events got.
final class CommandUnit {

    private static final String KEY = CommandUnit.class.getName();

    private final Map<String, Long> positions = new HashMap<>();
    private Runnable afterAppend = () -> {};

    private CommandUnit() {}

    static CommandUnit of(UnitOfWork<?> unit) {
        return unit.root().getOrComputeResource(KEY, key -> new CommandUnit());
    }

    /// Runs in the transaction, once the positions are known.
    void afterAppend(Runnable action) {
        afterAppend = action;
    }

    void appended(long lastPosition, List<SqliteEventLog.NewEvent> events) {
        var position = lastPosition - events.size();
        for (var event : events) {
            position++;
            positions.put(event.stream(), position);
        }
        afterAppend.run();
    }

    long position(String stream, long otherwise) {
        return positions.getOrDefault(stream, otherwise);
    }
}

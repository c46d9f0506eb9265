package org.talks.catalogue.eventstore;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/// Metadata of a command message: that of its events-to-be, and the conditions under which it is carried out.
final class CommandMetadata implements CorrelationDataProvider {

    static final String EXPECTED_VERSION = "expectedVersion";

    static Map<String, Object> of(CommandContext context) {
        var origin = context.origin();
        var map = new HashMap<>(MessageMetadata.write(new EventMetadata(
                context.actor(),
                context.correlationId(),
                null,
                origin == null ? null : origin.importId(),
                origin == null ? null : origin.source(),
                origin == null ? null : origin.delivered())));
        if (context.expectedVersion() != null) {
            map.put(EXPECTED_VERSION, context.expectedVersion());
        }
        return map;
    }

    /// Everything but the conditions goes on to the events; the command itself is their cause.
    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        var map = new HashMap<String, Object>(message.getMetaData());
        map.remove(EXPECTED_VERSION);
        map.put(MessageMetadata.CAUSATION, message.getIdentifier());
        return map;
    }
}

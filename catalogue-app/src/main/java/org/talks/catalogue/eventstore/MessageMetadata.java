package org.talks.catalogue.eventstore;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/// Metadata as Axon carries it from a command to the events it leads to.
final class MessageMetadata {

    static final String ACTOR = "actor";
    static final String CORRELATION = "correlationId";
    static final String CAUSATION = "causationId";
    static final String IMPORT = "importId";
    static final String SOURCE = "source";
    static final String DELIVERED = "delivered";

    private MessageMetadata() {}

    static Map<String, Object> write(EventMetadata metadata) {
        var map = new HashMap<String, Object>();
        map.put(ACTOR, metadata.actor());
        map.put(CORRELATION, metadata.correlationId());
        putIfThere(map, CAUSATION, metadata.causationId());
        putIfThere(map, IMPORT, metadata.importId());
        putIfThere(map, SOURCE, metadata.source());
        putIfThere(map, DELIVERED, metadata.delivered());
        return map;
    }

    static EventMetadata read(MetaData metaData) {
        var actor = text(metaData, ACTOR);
        var correlation = text(metaData, CORRELATION);
        if (actor == null || correlation == null) {
            throw new IllegalArgumentException("an event without actor or correlation id is not recorded");
        }
        return new EventMetadata(
                actor,
                correlation,
                text(metaData, CAUSATION),
                text(metaData, IMPORT),
                text(metaData, SOURCE),
                text(metaData, DELIVERED));
    }

    private static void putIfThere(Map<String, Object> map, String key, @Nullable String value) {
        if (value != null) {
            map.put(key, value);
        }
    }

    private static @Nullable String text(MetaData metaData, String key) {
        return (String) metaData.get(key);
    }
}

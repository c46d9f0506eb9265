package org.talks.events;

import java.util.HashMap;
import java.util.Map;
import org.talks.events.upcast.Upcasts;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads and writes the stored form of events: UTF-8 JSON. Fields that a newer version added are ignored, missing
/// lists are read as empty by the upcasts. Safe for use by any number of threads.
public final class EventJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    private static final Map<String, ObjectReader> READERS = new HashMap<>();

    static {
        for (var type : EventTypes.all()) {
            READERS.put(type.name(), MAPPER.readerFor(type.type()));
        }
    }

    private EventJson() {}

    public static byte[] write(CatalogueEvent event) {
        return MAPPER.writeValueAsBytes(event);
    }

    /// Reads a payload stored under a name and revision, upcasting it to the current revision first.
    ///
    /// @throws UnreadableEventException when name or revision are unknown or the payload does not fit; nothing is
    ///     ever skipped silently
    public static CatalogueEvent read(String name, int revision, byte[] payload) {
        var type = EventTypes.named(name);
        var reader = READERS.get(name);
        if (type == null || reader == null) {
            throw new UnreadableEventException(name, revision, "this version of the catalogue does not know the event");
        }
        if (revision > type.revision()) {
            throw new UnreadableEventException(
                    name,
                    revision,
                    "it was written by a newer version; this one reads up to revision " + type.revision());
        }
        try {
            if (revision == type.revision()) {
                return reader.readValue(payload);
            }
            var tree = MAPPER.readTree(payload);
            if (!(tree instanceof ObjectNode object)) {
                throw new UnreadableEventException(name, revision, "its payload is no JSON object");
            }
            return reader.readValue(Upcasts.upcast(name, revision, type.revision(), object));
        } catch (JacksonException e) {
            throw new UnreadableEventException(name, revision, e.getOriginalMessage(), e);
        }
    }
}

package org.talks.events;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The stored name of every event class, and back. Built once from the sealed hierarchy, so an event cannot be
/// forgotten. Immutable and safe for use by any number of threads.
public final class EventTypes {

    /// Name and current revision of one event class.
    public record EventType(String name, int revision, Class<? extends CatalogueEvent> type) {}

    private static final List<EventType> ALL;
    private static final Map<String, EventType> BY_NAME = new HashMap<>();
    private static final Map<Class<?>, EventType> BY_CLASS = new HashMap<>();

    static {
        var all = new ArrayList<EventType>();
        collect(CatalogueEvent.class, all);
        ALL = List.copyOf(all);
        for (var type : ALL) {
            var other = BY_NAME.put(type.name(), type);
            if (other != null) {
                throw new IllegalStateException(type.type() + " and " + other.type() + " are both " + type.name());
            }
            BY_CLASS.put(type.type(), type);
        }
    }

    private EventTypes() {}

    /// Every event type, in the order of the source.
    public static List<EventType> all() {
        return ALL;
    }

    /// The type stored under this name, or null when this version of the software does not know it.
    public static @Nullable EventType named(String name) {
        return BY_NAME.get(name);
    }

    public static EventType of(CatalogueEvent event) {
        var type = BY_CLASS.get(event.getClass());
        if (type == null) {
            throw new IllegalArgumentException(event.getClass() + " is no event of the catalogue");
        }
        return type;
    }

    /// All names, for messages and checks.
    public static Set<String> names() {
        return Set.copyOf(BY_NAME.keySet());
    }

    private static void collect(Class<?> type, List<EventType> into) {
        if (type.isSealed()) {
            for (var permitted : type.getPermittedSubclasses()) {
                collect(permitted, into);
            }
            return;
        }
        var schema = type.getAnnotation(EventSchema.class);
        if (schema == null) {
            throw new IllegalStateException(type + " has no @EventSchema");
        }
        into.add(new EventType(schema.name(), schema.revision(), type.asSubclass(CatalogueEvent.class)));
    }
}

package org.talks.events.upcast;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/// All upcasts there are. A new revision of an event appends one line here, a JSON Schema and a stored sample;
/// nothing is ever edited or removed.
public final class Upcasts {

    private static final List<Upcast> ALL = List.of(
            // The field said what the command did, not what the title is.
            new Upcast("talk.retitled", 1, payload -> {
                payload.set("title", payload.remove("newTitle"));
                return payload;
            }),
            // Titles got subtitles; before, there was none to lose.
            new Upcast("talk.retitled", 2, payload -> payload.putNull("subtitle")));

    private static final Map<String, Upcast> BY_STEP = ALL.stream()
            .collect(Collectors.toUnmodifiableMap(u -> step(u.name(), u.fromRevision()), Function.identity()));

    private Upcasts() {}

    /// Applies each step from one revision to another.
    ///
    /// @throws IllegalStateException when a step is missing, which a test excludes for every revision ever stored
    public static ObjectNode upcast(String name, int fromRevision, int toRevision, ObjectNode payload) {
        var current = payload;
        for (int revision = fromRevision; revision < toRevision; revision++) {
            var upcast = BY_STEP.get(step(name, revision));
            if (upcast == null) {
                throw new IllegalStateException("no upcast of " + name + " from revision " + revision);
            }
            current = upcast.change().apply(current);
        }
        return current;
    }

    private static String step(String name, int revision) {
        return name + "/" + revision;
    }
}

package org.talks.catalogue.eventstore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.talks.catalogue.command.CatalogueCommand;
import org.talks.catalogue.command.Decider;
import org.talks.catalogue.command.StreamKind;
import org.talks.events.CatalogueEvent;

/// The decider of each kind of stream, found by the stream's prefix: for whoever folds streams without knowing
/// what they are of. Thread-safe.
public final class Deciders {

    private final Map<String, Decider<CatalogueCommand, CatalogueEvent, Object>> byPrefix = new HashMap<>();

    Deciders(List<StreamKind<?, ?, ?>> kinds) {
        kinds.forEach(kind -> byPrefix.put(kind.prefix(), erased(kind.decider())));
    }

    /// @param stream `talk:0198…`
    /// @throws IllegalArgumentException when there are no streams like that
    public Decider<CatalogueCommand, CatalogueEvent, Object> of(String stream) {
        var decider = byPrefix.get(stream.substring(0, Math.max(0, stream.indexOf(':'))));
        if (decider == null) {
            throw new IllegalArgumentException("there is no kind of thing with streams like " + stream);
        }
        return decider;
    }

    /// A kind's decider only ever sees commands and events of its own streams, so widening its types is safe.
    @SuppressWarnings("unchecked")
    private static Decider<CatalogueCommand, CatalogueEvent, Object> erased(Decider<?, ?, ?> decider) {
        return (Decider<CatalogueCommand, CatalogueEvent, Object>) decider;
    }
}

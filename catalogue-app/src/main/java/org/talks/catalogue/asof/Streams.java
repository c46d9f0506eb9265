package org.talks.catalogue.asof;

import java.util.List;
import java.util.Optional;
import org.talks.catalogue.eventstore.RecordedEvent;
import org.talks.catalogue.history.History;
import org.talks.catalogue.projection.StreamState;

/// Streams folded up to one position, as one reader may see them.
record Streams(History history, long position, boolean editor) {

    Optional<StreamState<Object>> state(String stream) {
        return history.asOf(stream, editor, position)
                .map(state -> new StreamState<>(
                        stream,
                        stream.substring(stream.indexOf(':') + 1),
                        state.last().version(),
                        state.first().time(),
                        state.last().time(),
                        state.content()));
    }

    Optional<RecordedEvent> first(String stream) {
        return history.first(stream, editor);
    }

    /// Names of the streams with a prefix that had begun.
    List<String> names(String prefix) {
        return history.streams(prefix, position);
    }
}

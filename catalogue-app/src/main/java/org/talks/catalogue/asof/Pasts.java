package org.talks.catalogue.asof;

import org.springframework.stereotype.Component;
import org.talks.catalogue.history.History;

/// Opens the past for one request.
@Component
public final class Pasts {

    private final History history;
    private final Mentions mentions;

    Pasts(History history, Mentions mentions) {
        this.history = history;
        this.mentions = mentions;
    }

    /// @param editor whether the reader may edit
    public Past at(long position, boolean editor) {
        return new Past(new Streams(history, position, editor), mentions);
    }
}

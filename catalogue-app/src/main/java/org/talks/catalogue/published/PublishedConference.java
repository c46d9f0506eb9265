package org.talks.catalogue.published;

import java.time.Instant;
import org.talks.catalogue.conference.ConferenceContent;
import org.talks.catalogue.projection.StreamState;
import org.talks.catalogue.web.Paths;

/// A conference that everybody may see.
public record PublishedConference(StreamState<ConferenceContent> stored) {

    public String id() {
        return stored.id();
    }

    public ConferenceContent content() {
        return stored.content();
    }

    public String name() {
        return content().name();
    }

    public String path() {
        return Paths.conference(id(), name());
    }

    public Instant changedAt() {
        return stored.changedAt();
    }
}

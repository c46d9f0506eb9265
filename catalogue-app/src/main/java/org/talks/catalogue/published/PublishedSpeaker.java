package org.talks.catalogue.published;

import org.talks.catalogue.projection.StreamState;
import org.talks.catalogue.speaker.SpeakerContent;
import org.talks.catalogue.web.Paths;

/// A person whom everybody may see; after merges.
public record PublishedSpeaker(StreamState<SpeakerContent> stored) {

    public String id() {
        return stored.id();
    }

    public SpeakerContent content() {
        return stored.content();
    }

    public String name() {
        return content().name();
    }

    public String path() {
        return Paths.speaker(id(), name());
    }
}

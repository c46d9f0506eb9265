package org.talks.catalogue.published;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.projection.StreamState;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.web.Paths;
import org.talks.events.Session;

/// A talk that everybody may see.
///
/// @param speakers in billing order, after merges
public record PublishedTalk(StreamState<TalkContent> stored, PublishedConference conference, List<Billed> speakers) {

    public PublishedTalk {
        speakers = List.copyOf(speakers);
    }

    /// @param role as in [org.talks.events.Credit#role()]
    public record Billed(String id, String name, String role) {

        public String path() {
            return Paths.speaker(id, name);
        }
    }

    public String id() {
        return stored.id();
    }

    public TalkContent content() {
        return stored.content();
    }

    public String title() {
        return content().title();
    }

    public String path() {
        return Paths.talk(id(), title());
    }

    /// By itself or with its conference.
    public boolean cancelled() {
        return content().cancelled() || conference.content().cancelled();
    }

    /// The title with what must not be missed where nothing is struck through.
    public String titleWithState() {
        return cancelled() ? "Cancelled: " + title() : title();
    }

    public Instant addedAt() {
        return stored.addedAt();
    }

    /// When it or its conference, which it takes zone and state from, was changed last.
    public Instant changedAt() {
        return stored.changedAt().isAfter(conference.changedAt()) ? stored.changedAt() : conference.changedAt();
    }

    /// Grows with each change of the talk or its conference; 0 when neither was changed since it was recorded.
    public long revision() {
        return stored.version() - 1 + conference.stored().version() - 1;
    }

    /// The moment at which a session starts; null unless day, time and zone are known.
    public @Nullable ZonedDateTime start(Session session) {
        var zone = session.zone() != null
                ? session.zone()
                : conference.content().details().zone();
        if (session.date() == null || session.localTime() == null || zone == null) {
            return null;
        }
        try {
            return session.date().atTime(LocalTime.parse(session.localTime())).atZone(ZoneId.of(zone));
        } catch (DateTimeException e) {
            return null;
        }
    }

    public @Nullable Integer seconds() {
        return content().seconds();
    }
}

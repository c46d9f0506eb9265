package org.talks.catalogue.history.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.eventstore.RawEvent;
import org.talks.catalogue.history.History;
import org.talks.catalogue.history.Shown;
import org.talks.events.TranscriptEvent;
import org.talks.events.UnreadableEventException;
import tools.jackson.databind.json.JsonMapper;

/// Events as everybody may have them: without who did what, and of what is hidden only that something happened.
/// For a moment and one thread: what a thing is now decides what may be told of it, and is looked up once.
final class EventLines {

    /// Things remembered; of more, the least asked are looked up again.
    private static final int REMEMBERED = 1_000;

    private static final Map<String, Boolean> SUPPRESSED = Map.of("suppressed", true);
    private static final Map<String, Boolean> UNREADABLE = Map.of("unreadable", true);

    private final History history;
    private final JsonMapper json;
    private final Map<String, Now> now = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Now> eldest) {
            return size() > REMEMBERED;
        }
    };

    EventLines(History history, JsonMapper json) {
        this.history = history;
        this.json = json;
    }

    record Line(long position, Instant time, String type, String stream, Object event) {}

    /// @param content null where the stream is gone
    private record Now(@Nullable Object content) {}

    /// One JSON object on one line.
    byte[] line(RawEvent raw) {
        return json.writeValueAsBytes(new Line(
                raw.position(), Instant.ofEpochMilli(raw.timeMillis()), raw.type(), raw.stream(), content(raw)));
    }

    private Object content(RawEvent raw) {
        try {
            var event = raw.decode().event();
            // A transcript says what the talk says.
            var stream = event instanceof TranscriptEvent transcript ? "talk:" + transcript.talkId() : raw.stream();
            var content = now.computeIfAbsent(stream, name -> new Now(history.now(name)))
                    .content();
            var shown = Shown.to(false, content) ? Shown.toReaders(event, content) : null;
            return shown == null ? SUPPRESSED : shown;
        } catch (UnreadableEventException e) {
            return UNREADABLE;
        }
    }
}

package org.talks.catalogue.asof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.eventstore.RawEvent;
import org.talks.catalogue.eventstore.RecordedEvent;
import org.talks.catalogue.history.Shown;
import org.talks.events.EventJson;
import org.talks.events.EventTypes;

/// The log as it was at a position, without what readers may not see of it now: a view that is built from it
/// shows the past, and nothing that was taken down since. Its head is that position; nothing is ever appended.
public final class PastLog implements EventLog {

    private final EventLog log;
    private final long position;
    private final long seenAt;
    /// What those things are now whose visibility has changed since; empty where there is nothing to see any
    /// more.
    private final Map<String, Optional<Object>> changed;

    PastLog(EventLog log, long position, long seenAt, Map<String, Optional<Object>> changed) {
        this.log = log;
        this.position = position;
        this.seenAt = seenAt;
        this.changed = Map.copyOf(changed);
    }

    /// The position of the present log by which it was decided what may be seen.
    public long seenAt() {
        return seenAt;
    }

    @Override
    public String logId() {
        return log.logId();
    }

    @Override
    public long head() {
        return position;
    }

    @Override
    public @Nullable String chainAt(long at) {
        return at > position ? null : log.chainAt(at);
    }

    @Override
    public List<RawEvent> after(long from, int limit) {
        return log.after(from, limit).stream()
                .filter(raw -> raw.position() <= position)
                .map(this::shown)
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public List<RecordedEvent> stream(String stream, long upToPosition) {
        var now = changed.get(stream);
        var recorded = log.stream(stream, Math.min(upToPosition, position));
        if (now == null) {
            return recorded;
        }
        return now.map(content -> recorded.stream()
                        .map(event -> Shown.toReaders(event, content))
                        .filter(Objects::nonNull)
                        .toList())
                .orElse(List.of());
    }

    @Override
    public void scanStreams(String prefix, long upToPosition, Consumer<RawEvent> consumer) {
        log.scanStreams(prefix, Math.min(upToPosition, position), raw -> accept(raw, consumer));
    }

    @Override
    public void scanContents(String prefix, long upToPosition, Consumer<RawEvent> consumer) {
        log.scanContents(prefix, Math.min(upToPosition, position), raw -> accept(raw, consumer));
    }

    @Override
    public void scan(long afterPosition, long upToPosition, Consumer<RawEvent> consumer) {
        log.scan(afterPosition, Math.min(upToPosition, position), raw -> accept(raw, consumer));
    }

    @Override
    public List<RecordedEvent> latest(@Nullable Long beforePosition, int limit) {
        var before = beforePosition == null ? position + 1 : Math.min(beforePosition, position + 1);
        var latest = new ArrayList<RecordedEvent>();
        for (var event : log.latest(before, limit)) {
            var now = changed.get(event.stream());
            var shown = now == null
                    ? event
                    : now.map(content -> Shown.toReaders(event, content)).orElse(null);
            if (shown != null) {
                latest.add(shown);
            }
        }
        return latest;
    }

    @Override
    public List<String> streams(String prefix, long upToPosition) {
        return log.streams(prefix, Math.min(upToPosition, position)).stream()
                .filter(stream -> changed.getOrDefault(stream, Optional.of("")).isPresent())
                .toList();
    }

    @Override
    public void onAppended(Runnable listener) {
        // The past does not grow.
    }

    private void accept(RawEvent raw, Consumer<RawEvent> consumer) {
        var shown = shown(raw);
        if (shown != null) {
            consumer.accept(shown);
        }
    }

    private @Nullable RawEvent shown(RawEvent raw) {
        var now = changed.get(raw.stream());
        if (now == null) {
            return raw;
        }
        var event = now.map(content -> Shown.toReaders(raw.decode().event(), content))
                .orElse(null);
        if (event == null) {
            return null;
        }
        var type = EventTypes.of(event);
        return new RawEvent(
                raw.position(),
                raw.stream(),
                raw.sequence(),
                raw.eventId(),
                type.name(),
                type.revision(),
                raw.timeMillis(),
                EventJson.write(event),
                raw.meta());
    }
}

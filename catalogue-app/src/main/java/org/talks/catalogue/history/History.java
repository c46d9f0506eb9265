package org.talks.catalogue.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talks.catalogue.command.CatalogueCommand;
import org.talks.catalogue.command.Decider;
import org.talks.catalogue.eventstore.Deciders;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.eventstore.RecordedEvent;
import org.talks.events.CatalogueEvent;

/// Reads and folds streams. Thread-safe; nothing is kept, because streams are short.
@Component
public final class History {

    private final EventLog log;
    private final Deciders deciders;

    History(EventLog log, Deciders deciders) {
        this.log = log;
        this.deciders = deciders;
    }

    /// Everything that happened to a thing and that may be seen; empty when there is no such thing, or none that
    /// may be seen.
    ///
    /// @param stream `talk:0198…`
    /// @param editor whether the reader may edit
    public Optional<HistoryOf> of(String stream, boolean editor) {
        return of(stream, editor, Long.MAX_VALUE);
    }

    /// The same up to a position. What may be seen follows from the thing as it is now.
    public Optional<HistoryOf> of(String stream, boolean editor, long upToPosition) {
        var recorded = log.stream(stream, Long.MAX_VALUE);
        if (recorded.isEmpty()) {
            return Optional.empty();
        }
        var decider = deciders.of(stream);
        var now = fold(decider, recorded);
        if (!Shown.to(editor, now)) {
            return Optional.empty();
        }
        var shown = recorded.stream()
                .filter(event -> event.position() <= upToPosition)
                .map(event -> editor ? event : Shown.toReaders(event, now))
                .filter(event -> event != null)
                .toList();
        return shown.isEmpty() ? Optional.empty() : Optional.of(new HistoryOf(stream, steps(decider, shown)));
    }

    /// A thing after its events up to a position.
    ///
    /// @param last of the events that count
    public record AsOf(RecordedEvent first, RecordedEvent last, Object content) {}

    /// What a thing was at a position; empty when it did not exist yet or may not be seen. What may be seen follows
    /// from the thing as it is now.
    public Optional<AsOf> asOf(String stream, boolean editor, long position) {
        var recorded = log.stream(stream, Long.MAX_VALUE);
        if (recorded.isEmpty() || recorded.getFirst().position() > position) {
            return Optional.empty();
        }
        var decider = deciders.of(stream);
        var now = fold(decider, recorded);
        if (!Shown.to(editor, now)) {
            return Optional.empty();
        }
        var shown = recorded.stream()
                .filter(event -> event.position() <= position)
                .map(event -> editor ? event : Shown.toReaders(event, now))
                .filter(event -> event != null)
                .toList();
        return shown.isEmpty()
                ? Optional.empty()
                : Optional.of(new AsOf(shown.getFirst(), shown.getLast(), fold(decider, shown)));
    }

    /// The first event of a thing; empty when there is none that may be seen.
    public Optional<RecordedEvent> first(String stream, boolean editor) {
        var recorded = log.stream(stream, Long.MAX_VALUE);
        return recorded.isEmpty() || !Shown.to(editor, fold(deciders.of(stream), recorded))
                ? Optional.empty()
                : Optional.of(recorded.getFirst());
    }

    /// Names of the streams with a prefix that have an event up to a position, in order.
    public List<String> streams(String prefix, long upToPosition) {
        return log.streams(prefix, upToPosition);
    }

    /// What a thing is now, whoever asks; null when there is none.
    public @Nullable Object now(String stream) {
        var recorded = log.stream(stream, Long.MAX_VALUE);
        return recorded.isEmpty() ? null : fold(deciders.of(stream), recorded);
    }

    private static Object fold(
            Decider<CatalogueCommand, CatalogueEvent, Object> decider, List<RecordedEvent> recorded) {
        Object content = decider.evolve(null, recorded.getFirst().event());
        for (var event : recorded.subList(1, recorded.size())) {
            content = decider.evolve(content, event.event());
        }
        return content;
    }

    private static List<HistoryOf.Step> steps(
            Decider<CatalogueCommand, CatalogueEvent, Object> decider, List<RecordedEvent> recorded) {
        var overtaken = new HashSet<RecordedEvent>();
        var touchedLater = new HashSet<String>();
        for (var event : recorded.reversed()) {
            if (!touchedLater.add(event.event().part())) {
                overtaken.add(event);
            }
        }
        var steps = new ArrayList<HistoryOf.Step>(recorded.size());
        @Nullable Object content = null;
        for (var event : recorded) {
            var before = content;
            var after = decider.evolve(before, event.event());
            steps.add(new HistoryOf.Step(
                    event, before, after, decider.undo(event.event(), before), overtaken.contains(event)));
            content = after;
        }
        return steps;
    }
}

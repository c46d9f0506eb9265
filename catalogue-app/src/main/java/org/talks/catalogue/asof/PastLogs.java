package org.talks.catalogue.asof;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.history.History;
import org.talks.catalogue.history.Shown;
import org.talks.events.ConferenceEvent.ConferenceRemoved;
import org.talks.events.ConferenceEvent.ConferenceRestored;
import org.talks.events.EventTypes;
import org.talks.events.SpeakerEvent.SpeakerAliasRemoved;
import org.talks.events.SpeakerEvent.SpeakerRemoved;
import org.talks.events.SpeakerEvent.SpeakerRenamed;
import org.talks.events.SpeakerEvent.SpeakerRestored;
import org.talks.events.TalkEvent.TalkReleased;
import org.talks.events.TalkEvent.TalkSuppressed;

/// Opens the log as it was, as readers may see it.
@Component
public final class PastLogs {

    /// Events that change what may be seen of the past.
    private static final Set<String> DECIDING = EventTypes.all().stream()
            .filter(type -> Set.of(
                            TalkSuppressed.class,
                            TalkReleased.class,
                            SpeakerRenamed.class,
                            SpeakerAliasRemoved.class,
                            SpeakerRemoved.class,
                            SpeakerRestored.class,
                            ConferenceRemoved.class,
                            ConferenceRestored.class)
                    .contains(type.type()))
            .map(EventTypes.EventType::name)
            .collect(Collectors.toUnmodifiableSet());

    private final EventLog log;
    private final History history;

    PastLogs(EventLog log, History history) {
        this.log = log;
        this.history = history;
    }

    /// The log as it was at a position. What came after it is scanned once, to see what was hidden since.
    public PastLog at(long position) {
        var head = log.head();
        // First gathered, then folded: a scan holds a connection.
        var streams = new HashSet<String>();
        log.scan(position, head, raw -> {
            if (DECIDING.contains(raw.type())) {
                streams.add(raw.stream());
            }
        });
        var changed = new HashMap<String, Optional<Object>>();
        for (var stream : streams) {
            var now = history.now(stream);
            changed.put(stream, now != null && Shown.to(false, now) ? Optional.of(now) : Optional.empty());
        }
        return new PastLog(log, position, head, changed);
    }

    /// Whether something happened between two positions that changes what may be seen of the past.
    public boolean decidedAnything(long afterPosition, long upToPosition) {
        var any = new AtomicBoolean();
        log.scan(afterPosition, upToPosition, raw -> {
            if (DECIDING.contains(raw.type())) {
                any.set(true);
            }
        });
        return any.get();
    }
}

package org.talks.catalogue.history;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.conference.ConferenceContent;
import org.talks.catalogue.eventstore.RecordedEvent;
import org.talks.catalogue.series.SeriesContent;
import org.talks.catalogue.speaker.SpeakerContent;
import org.talks.catalogue.talk.TalkContent;
import org.talks.events.CatalogueEvent;
import org.talks.events.SourceKey;
import org.talks.events.SpeakerEvent;
import org.talks.events.SpeakerEvent.SpeakerAliasAdded;
import org.talks.events.SpeakerEvent.SpeakerAliasRemoved;
import org.talks.events.SpeakerEvent.SpeakerDetailsCorrected;
import org.talks.events.SpeakerEvent.SpeakerLinkedToSource;
import org.talks.events.SpeakerEvent.SpeakerMergedInto;
import org.talks.events.SpeakerEvent.SpeakerRegistered;
import org.talks.events.SpeakerEvent.SpeakerRemoved;
import org.talks.events.SpeakerEvent.SpeakerRenamed;
import org.talks.events.SpeakerEvent.SpeakerRestored;
import org.talks.events.SpeakerEvent.SpeakerUnlinkedFromSource;
import org.talks.events.SpeakerEvent.SpeakerUnmerged;

/// What of the past may be seen. It follows from the present: a takedown hides everything that was ever said of a
/// talk, and a name that somebody no longer wants to be found by is not found in their history either.
public final class Shown {

    private Shown() {}

    /// Whether a thing's history may be seen at all: that of a suppressed talk by nobody, that of what was
    /// removed by editors, who may restore it.
    ///
    /// @param now what the thing is now
    public static boolean to(boolean editor, @Nullable Object now) {
        return switch (now) {
            case TalkContent talk -> !talk.suppressed();
            case SpeakerContent speaker -> editor || !speaker.removed();
            case ConferenceContent conference -> editor || !conference.removed();
            case SeriesContent series -> editor || !series.removed();
            case null, default -> true;
        };
    }

    /// An event as readers may see it; null when they may not.
    ///
    /// @param now what the thing is now
    public static @Nullable RecordedEvent toReaders(RecordedEvent recorded, @Nullable Object now) {
        var event = toReaders(recorded.event(), now);
        if (event == null || event.equals(recorded.event())) {
            return event == null ? null : recorded;
        }
        return new RecordedEvent(
                recorded.position(),
                recorded.stream(),
                recorded.sequence(),
                recorded.eventId(),
                recorded.time(),
                event,
                recorded.metadata());
    }

    /// An event as readers may see it; null when they may not.
    public static @Nullable CatalogueEvent toReaders(CatalogueEvent event, @Nullable Object now) {
        return event instanceof SpeakerEvent speaker && now instanceof SpeakerContent content
                ? named(speaker, content)
                : event;
    }

    /// Former names that are no aliases give way to the present one. Keys of sources may be names.
    private static @Nullable SpeakerEvent named(SpeakerEvent event, SpeakerContent now) {
        return switch (event) {
            case SpeakerRegistered e ->
                new SpeakerRegistered(
                        e.speakerId(),
                        shown(e.name(), now),
                        shown(e.aliases(), now),
                        e.details(),
                        shown(e.source(), now));
            case SpeakerRenamed e ->
                new SpeakerRenamed(e.speakerId(), shown(e.name(), now), e.oldNameFindable(), shown(e.aliases(), now));
            case SpeakerAliasAdded e -> known(e.alias(), now) ? e : null;
            case SpeakerAliasRemoved e -> known(e.alias(), now) ? e : null;
            case SpeakerLinkedToSource e -> shown(e.source(), now) == null ? null : e;
            case SpeakerUnlinkedFromSource e -> shown(e.source(), now) == null ? null : e;
            case SpeakerDetailsCorrected e -> e;
            case SpeakerMergedInto e -> e;
            case SpeakerUnmerged e -> e;
            case SpeakerRemoved e -> e;
            case SpeakerRestored e -> e;
        };
    }

    private static boolean known(String name, SpeakerContent now) {
        return name.equals(now.name()) || now.aliases().contains(name);
    }

    private static String shown(String name, SpeakerContent now) {
        return known(name, now) ? name : now.name();
    }

    private static List<String> shown(List<String> aliases, SpeakerContent now) {
        return aliases.stream().filter(alias -> known(alias, now)).toList();
    }

    private static @Nullable SourceKey shown(@Nullable SourceKey source, SpeakerContent now) {
        return source != null && now.sources().contains(source) ? source : null;
    }
}

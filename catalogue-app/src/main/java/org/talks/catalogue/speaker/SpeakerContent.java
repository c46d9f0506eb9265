package org.talks.catalogue.speaker;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.rules.Lists;
import org.talks.events.SourceKey;
import org.talks.events.SpeakerDetails;
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

/// What the events of a speaker add up to. [#after] is the only fold there is.
///
/// @param aliases other names this person is found by, sorted; never the name itself
/// @param sources under which keys sources know them, sorted
/// @param mergedInto the speaker they were said to be the same as, who may be merged further
/// @param removed no longer shown; their talks stay, without them
public record SpeakerContent(
        String speakerId,
        String name,
        List<String> aliases,
        SpeakerDetails details,
        List<SourceKey> sources,
        @Nullable String mergedInto,
        boolean removed,
        @Nullable String removedReason) {

    public SpeakerContent {
        aliases = Lists.sortedSet(aliases, Comparator.naturalOrder());
        sources = Lists.sortedSet(sources, Lists.BY_SOURCE);
    }

    /// A speaker just registered.
    public static SpeakerContent registered(
            String speakerId, String name, List<String> aliases, SpeakerDetails details, @Nullable SourceKey source) {
        var sources = source == null ? List.<SourceKey>of() : List.of(source);
        return new SpeakerContent(speakerId, name, aliases, details, sources, null, false, null);
    }

    /// The content after an event. Total: an event that fits nothing, as in a damaged log, changes what it can.
    ///
    /// @param before null before the first event
    public static SpeakerContent after(@Nullable SpeakerContent before, SpeakerEvent event) {
        var speaker = before != null ? before : registered(event.speakerId(), "", List.of(), SpeakerDetails.NONE, null);
        return switch (event) {
            case SpeakerRegistered e -> registered(e.speakerId(), e.name(), e.aliases(), e.details(), e.source());
            case SpeakerRenamed e -> speaker.named(e.name(), e.aliases());
            case SpeakerDetailsCorrected e -> speaker.details(e.details());
            case SpeakerAliasAdded e -> speaker.named(speaker.name, Lists.plus(speaker.aliases, e.alias()));
            case SpeakerAliasRemoved e -> speaker.named(speaker.name, Lists.minus(speaker.aliases, e.alias()));
            case SpeakerMergedInto e -> speaker.mergedInto(e.intoSpeakerId());
            case SpeakerUnmerged _ -> speaker.mergedInto(null);
            case SpeakerRemoved e -> speaker.removed(true, e.reason());
            case SpeakerRestored _ -> speaker.removed(false, null);
            case SpeakerLinkedToSource e -> speaker.sources(Lists.plus(speaker.sources, e.source()));
            case SpeakerUnlinkedFromSource e -> speaker.sources(Lists.minus(speaker.sources, e.source()));
        };
    }

    public SpeakerId id() {
        return new SpeakerId(speakerId);
    }

    private SpeakerContent named(String now, List<String> alsoNow) {
        return new SpeakerContent(speakerId, now, alsoNow, details, sources, mergedInto, removed, removedReason);
    }

    private SpeakerContent details(SpeakerDetails changed) {
        return new SpeakerContent(speakerId, name, aliases, changed, sources, mergedInto, removed, removedReason);
    }

    private SpeakerContent sources(List<SourceKey> changed) {
        return new SpeakerContent(speakerId, name, aliases, details, changed, mergedInto, removed, removedReason);
    }

    private SpeakerContent mergedInto(@Nullable String into) {
        return new SpeakerContent(speakerId, name, aliases, details, sources, into, removed, removedReason);
    }

    private SpeakerContent removed(boolean now, @Nullable String reason) {
        return new SpeakerContent(speakerId, name, aliases, details, sources, mergedInto, now, reason);
    }
}

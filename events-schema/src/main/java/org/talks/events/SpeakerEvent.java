package org.talks.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can happen to a speaker. All personal details of the catalogue are in these events and nowhere else.
public sealed interface SpeakerEvent extends CatalogueEvent {

    String speakerId();

    @Override
    default String stream() {
        return "speaker:" + speakerId();
    }

    /// Undone by removing them.
    @EventSchema(name = "speaker.registered")
    record SpeakerRegistered(
            String speakerId,
            String name,
            List<String> aliases,
            SpeakerDetails details,
            @Nullable SourceKey source) implements SpeakerEvent {
        public SpeakerRegistered {
            aliases = List.copyOf(aliases);
        }

        @Override
        public String part() {
            return "existence";
        }
    }

    /// The old name becomes an alias when it stays findable, and is dropped from every view when it does not.
    /// Undone by renaming back.
    ///
    /// @param aliases all aliases after the renaming, so that undoing restores them exactly
    @EventSchema(name = "speaker.renamed")
    record SpeakerRenamed(String speakerId, String name, boolean oldNameFindable, List<String> aliases)
            implements SpeakerEvent {
        public SpeakerRenamed {
            aliases = List.copyOf(aliases);
        }

        @Override
        public String part() {
            return "name";
        }
    }

    /// Undone by correcting them back.
    @EventSchema(name = "speaker.detailsCorrected")
    record SpeakerDetailsCorrected(String speakerId, SpeakerDetails details) implements SpeakerEvent {
        @Override
        public String part() {
            return "details";
        }
    }

    /// Undone by removing the alias.
    @EventSchema(name = "speaker.aliasAdded")
    record SpeakerAliasAdded(String speakerId, String alias) implements SpeakerEvent {
        @Override
        public String part() {
            return "alias:" + alias;
        }
    }

    /// Undone by adding the alias.
    @EventSchema(name = "speaker.aliasRemoved")
    record SpeakerAliasRemoved(String speakerId, String alias) implements SpeakerEvent {
        @Override
        public String part() {
            return "alias:" + alias;
        }
    }

    /// This speaker is the same person as another, under whom the talks of both are shown. Talk events are not
    /// touched. Undone by un-merging.
    @EventSchema(name = "speaker.mergedInto")
    record SpeakerMergedInto(String speakerId, String intoSpeakerId) implements SpeakerEvent {
        @Override
        public String part() {
            return "merge";
        }
    }

    /// Undone by merging again.
    @EventSchema(name = "speaker.unmerged")
    record SpeakerUnmerged(String speakerId, String fromSpeakerId) implements SpeakerEvent {
        @Override
        public String part() {
            return "merge";
        }
    }

    /// The person is no longer shown; their talks stay, without them. Undone by restoring them.
    @EventSchema(name = "speaker.removed")
    record SpeakerRemoved(String speakerId, @Nullable String reason) implements SpeakerEvent {
        @Override
        public String part() {
            return "existence";
        }
    }

    /// Undone by removing them again.
    @EventSchema(name = "speaker.restored")
    record SpeakerRestored(String speakerId) implements SpeakerEvent {
        @Override
        public String part() {
            return "existence";
        }
    }

    /// Undone by unlinking.
    @EventSchema(name = "speaker.linkedToSource")
    record SpeakerLinkedToSource(String speakerId, SourceKey source) implements SpeakerEvent {
        @Override
        public String part() {
            return "source:" + source.source() + ":" + source.key();
        }
    }

    /// Undone by linking again.
    @EventSchema(name = "speaker.unlinkedFromSource")
    record SpeakerUnlinkedFromSource(String speakerId, SourceKey source) implements SpeakerEvent {
        @Override
        public String part() {
            return "source:" + source.source() + ":" + source.key();
        }
    }
}

package org.talks.catalogue.speaker.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.speaker.SpeakerCommand;
import org.talks.catalogue.speaker.SpeakerCommand.AddAlias;
import org.talks.catalogue.speaker.SpeakerCommand.CorrectSpeakerDetails;
import org.talks.catalogue.speaker.SpeakerCommand.LinkSpeakerToSource;
import org.talks.catalogue.speaker.SpeakerCommand.MergeSpeaker;
import org.talks.catalogue.speaker.SpeakerCommand.RemoveAlias;
import org.talks.catalogue.speaker.SpeakerCommand.RemoveSpeaker;
import org.talks.catalogue.speaker.SpeakerCommand.RenameSpeaker;
import org.talks.catalogue.speaker.SpeakerCommand.RestoreSpeaker;
import org.talks.catalogue.speaker.SpeakerCommand.UnlinkSpeakerFromSource;
import org.talks.catalogue.speaker.SpeakerCommand.UnmergeSpeaker;
import org.talks.catalogue.speaker.SpeakerContent;
import org.talks.catalogue.speaker.SpeakerId;
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

/// The inverse that each event names, as a command. An event that changed nothing, as only a damaged log holds,
/// needs none.
final class SpeakerUndo {

    private SpeakerUndo() {}

    static List<SpeakerCommand> of(SpeakerEvent event, @Nullable SpeakerContent before) {
        if (before == null) {
            // Only the first event has nothing before it. Nothing that was recorded is ever erased: it is removed.
            return event instanceof SpeakerRegistered
                    ? List.of(new RemoveSpeaker(new SpeakerId(event.speakerId()), null))
                    : List.of();
        }
        if (before.equals(SpeakerContent.after(before, event))) {
            return List.of();
        }
        return List.of(inverse(new SpeakerId(event.speakerId()), event, before));
    }

    private static SpeakerCommand inverse(SpeakerId id, SpeakerEvent event, SpeakerContent before) {
        return switch (event) {
            case SpeakerRegistered _ -> new RemoveSpeaker(id, null);
            // The name it was changed to is an alias afterwards exactly when it was one before; the name it gets
            // back is none, because a name is never its own alias.
            case SpeakerRenamed e ->
                new RenameSpeaker(id, before.name(), before.aliases().contains(e.name()));
            case SpeakerDetailsCorrected _ -> new CorrectSpeakerDetails(id, before.details());
            case SpeakerAliasAdded e -> new RemoveAlias(id, e.alias());
            case SpeakerAliasRemoved e -> new AddAlias(id, e.alias());
            case SpeakerMergedInto _, SpeakerUnmerged _ ->
                before.mergedInto() == null
                        ? new UnmergeSpeaker(id)
                        : new MergeSpeaker(id, new SpeakerId(before.mergedInto()));
            case SpeakerRemoved _, SpeakerRestored _ ->
                before.removed() ? new RemoveSpeaker(id, before.removedReason()) : new RestoreSpeaker(id);
            case SpeakerLinkedToSource e -> new UnlinkSpeakerFromSource(id, e.source());
            case SpeakerUnlinkedFromSource e -> new LinkSpeakerToSource(id, e.source());
        };
    }
}

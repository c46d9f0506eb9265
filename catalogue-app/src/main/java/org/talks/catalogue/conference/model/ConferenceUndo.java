package org.talks.catalogue.conference.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.conference.ConferenceCommand;
import org.talks.catalogue.conference.ConferenceCommand.CancelConference;
import org.talks.catalogue.conference.ConferenceCommand.CorrectConferenceDetails;
import org.talks.catalogue.conference.ConferenceCommand.LinkConferenceToSource;
import org.talks.catalogue.conference.ConferenceCommand.ReinstateConference;
import org.talks.catalogue.conference.ConferenceCommand.RemoveConference;
import org.talks.catalogue.conference.ConferenceCommand.RestoreConference;
import org.talks.catalogue.conference.ConferenceCommand.ReviseConferenceNote;
import org.talks.catalogue.conference.ConferenceCommand.TakeConferenceNote;
import org.talks.catalogue.conference.ConferenceCommand.UnlinkConferenceFromSource;
import org.talks.catalogue.conference.ConferenceCommand.WithdrawConferenceNote;
import org.talks.catalogue.conference.ConferenceContent;
import org.talks.catalogue.conference.ConferenceId;
import org.talks.events.ConferenceEvent;
import org.talks.events.ConferenceEvent.ConferenceCancelled;
import org.talks.events.ConferenceEvent.ConferenceDetailsCorrected;
import org.talks.events.ConferenceEvent.ConferenceLinkedToSource;
import org.talks.events.ConferenceEvent.ConferenceNoteRevised;
import org.talks.events.ConferenceEvent.ConferenceNoteTaken;
import org.talks.events.ConferenceEvent.ConferenceNoteWithdrawn;
import org.talks.events.ConferenceEvent.ConferenceRegistered;
import org.talks.events.ConferenceEvent.ConferenceReinstated;
import org.talks.events.ConferenceEvent.ConferenceRemoved;
import org.talks.events.ConferenceEvent.ConferenceRestored;
import org.talks.events.ConferenceEvent.ConferenceUnlinkedFromSource;

/// The inverse that each event names, as a command. An event that changed nothing, as only a damaged log holds,
/// needs none.
final class ConferenceUndo {

    private ConferenceUndo() {}

    static List<ConferenceCommand> of(ConferenceEvent event, @Nullable ConferenceContent before) {
        if (before == null) {
            // Only the first event has nothing before it. Nothing that was recorded is ever erased: it is removed.
            return event instanceof ConferenceRegistered
                    ? List.of(new RemoveConference(new ConferenceId(event.conferenceId()), null))
                    : List.of();
        }
        if (before.equals(ConferenceContent.after(before, event))) {
            return List.of();
        }
        return List.of(inverse(new ConferenceId(event.conferenceId()), event, before));
    }

    private static ConferenceCommand inverse(ConferenceId id, ConferenceEvent event, ConferenceContent before) {
        return switch (event) {
            case ConferenceRegistered _ -> new RemoveConference(id, null);
            case ConferenceDetailsCorrected _ -> new CorrectConferenceDetails(id, before.details());
            case ConferenceNoteTaken e -> note(id, e.note().noteId(), before);
            case ConferenceNoteRevised e -> note(id, e.note().noteId(), before);
            case ConferenceNoteWithdrawn e ->
                // What it took away was there: otherwise it would have changed nothing.
                new TakeConferenceNote(id, Objects.requireNonNull(before.note(e.noteId())));
            case ConferenceCancelled _, ConferenceReinstated _ ->
                before.cancelled() ? new CancelConference(id, before.cancelledReason()) : new ReinstateConference(id);
            case ConferenceRemoved _, ConferenceRestored _ ->
                before.removed() ? new RemoveConference(id, before.removedReason()) : new RestoreConference(id);
            case ConferenceLinkedToSource e -> new UnlinkConferenceFromSource(id, e.source());
            case ConferenceUnlinkedFromSource e -> new LinkConferenceToSource(id, e.source());
        };
    }

    private static ConferenceCommand note(ConferenceId id, String noteId, ConferenceContent before) {
        var old = before.note(noteId);
        return old == null ? new WithdrawConferenceNote(id, noteId) : new ReviseConferenceNote(id, old);
    }
}

package org.talks.catalogue.talk.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.conference.ConferenceId;
import org.talks.catalogue.talk.TalkCommand;
import org.talks.catalogue.talk.TalkCommand.AttachResource;
import org.talks.catalogue.talk.TalkCommand.CancelTalk;
import org.talks.catalogue.talk.TalkCommand.CorrectResource;
import org.talks.catalogue.talk.TalkCommand.DetachResource;
import org.talks.catalogue.talk.TalkCommand.LinkTalkToSource;
import org.talks.catalogue.talk.TalkCommand.MarkDifferentTalk;
import org.talks.catalogue.talk.TalkCommand.MarkSameTalk;
import org.talks.catalogue.talk.TalkCommand.MoveTalk;
import org.talks.catalogue.talk.TalkCommand.ReinstateTalk;
import org.talks.catalogue.talk.TalkCommand.ReleaseTalk;
import org.talks.catalogue.talk.TalkCommand.RescheduleSession;
import org.talks.catalogue.talk.TalkCommand.RestoreTalk;
import org.talks.catalogue.talk.TalkCommand.RetitleTalk;
import org.talks.catalogue.talk.TalkCommand.ReviseNote;
import org.talks.catalogue.talk.TalkCommand.RewriteSummary;
import org.talks.catalogue.talk.TalkCommand.ScheduleSession;
import org.talks.catalogue.talk.TalkCommand.SetKind;
import org.talks.catalogue.talk.TalkCommand.SetLanguage;
import org.talks.catalogue.talk.TalkCommand.SetLevel;
import org.talks.catalogue.talk.TalkCommand.SetSpeakers;
import org.talks.catalogue.talk.TalkCommand.SetTopics;
import org.talks.catalogue.talk.TalkCommand.SetTrack;
import org.talks.catalogue.talk.TalkCommand.SuppressTalk;
import org.talks.catalogue.talk.TalkCommand.TakeNote;
import org.talks.catalogue.talk.TalkCommand.UnlinkTalkFromSource;
import org.talks.catalogue.talk.TalkCommand.UnscheduleSession;
import org.talks.catalogue.talk.TalkCommand.WithdrawNote;
import org.talks.catalogue.talk.TalkCommand.WithdrawTalk;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.talk.TalkId;
import org.talks.events.TalkEvent;
import org.talks.events.TalkEvent.TalkAdded;
import org.talks.events.TalkEvent.TalkCancelled;
import org.talks.events.TalkEvent.TalkKindSet;
import org.talks.events.TalkEvent.TalkLanguageSet;
import org.talks.events.TalkEvent.TalkLevelSet;
import org.talks.events.TalkEvent.TalkLinkedToSource;
import org.talks.events.TalkEvent.TalkMarkedDifferent;
import org.talks.events.TalkEvent.TalkMarkedSame;
import org.talks.events.TalkEvent.TalkMoved;
import org.talks.events.TalkEvent.TalkNoteRevised;
import org.talks.events.TalkEvent.TalkNoteTaken;
import org.talks.events.TalkEvent.TalkNoteWithdrawn;
import org.talks.events.TalkEvent.TalkReinstated;
import org.talks.events.TalkEvent.TalkReleased;
import org.talks.events.TalkEvent.TalkRescheduled;
import org.talks.events.TalkEvent.TalkResourceAttached;
import org.talks.events.TalkEvent.TalkResourceCorrected;
import org.talks.events.TalkEvent.TalkResourceDetached;
import org.talks.events.TalkEvent.TalkRestored;
import org.talks.events.TalkEvent.TalkRetitled;
import org.talks.events.TalkEvent.TalkScheduled;
import org.talks.events.TalkEvent.TalkSpeakersSet;
import org.talks.events.TalkEvent.TalkSummaryRewritten;
import org.talks.events.TalkEvent.TalkSuppressed;
import org.talks.events.TalkEvent.TalkTopicsSet;
import org.talks.events.TalkEvent.TalkTrackSet;
import org.talks.events.TalkEvent.TalkUnlinkedFromSource;
import org.talks.events.TalkEvent.TalkUnscheduled;
import org.talks.events.TalkEvent.TalkWithdrawn;

/// The inverse that each event names, as a command. An event that changed nothing, as only a damaged log holds,
/// needs none.
final class TalkUndo {

    private TalkUndo() {}

    static List<TalkCommand> of(TalkEvent event, @Nullable TalkContent before) {
        if (before == null) {
            // Only the first event has nothing before it. Nothing that was recorded is ever erased: it is withdrawn.
            return event instanceof TalkAdded ? List.of(new WithdrawTalk(new TalkId(event.talkId()), null)) : List.of();
        }
        if (before.equals(TalkContent.after(before, event))) {
            return List.of();
        }
        return List.of(inverse(new TalkId(event.talkId()), event, before));
    }

    private static TalkCommand inverse(TalkId id, TalkEvent event, TalkContent before) {
        var details = before.details();
        return switch (event) {
            case TalkAdded _ -> new WithdrawTalk(id, null);
            case TalkMoved _ -> new MoveTalk(id, new ConferenceId(before.conferenceId()));
            case TalkRetitled _ -> new RetitleTalk(id, details.title(), details.subtitle());
            case TalkSummaryRewritten _ -> new RewriteSummary(id, details.summary());
            case TalkKindSet _ -> new SetKind(id, details.kind());
            case TalkLevelSet _ -> new SetLevel(id, details.level());
            case TalkLanguageSet _ -> new SetLanguage(id, details.language());
            case TalkTrackSet _ -> new SetTrack(id, details.track());
            case TalkTopicsSet _ -> new SetTopics(id, details.topics());
            case TalkSpeakersSet _ -> new SetSpeakers(id, details.speakers());
            case TalkScheduled e -> session(id, e.session().sessionId(), before);
            case TalkRescheduled e -> session(id, e.session().sessionId(), before);
            case TalkUnscheduled e -> new ScheduleSession(id, was(before.session(e.sessionId())));
            case TalkResourceAttached e -> resource(id, e.resource().resourceId(), before);
            case TalkResourceCorrected e -> resource(id, e.resource().resourceId(), before);
            case TalkResourceDetached e -> new AttachResource(id, was(before.resource(e.resourceId())));
            case TalkNoteTaken e -> note(id, e.note().noteId(), before);
            case TalkNoteRevised e -> note(id, e.note().noteId(), before);
            case TalkNoteWithdrawn e -> new TakeNote(id, was(before.note(e.noteId())));
            case TalkCancelled _, TalkReinstated _ ->
                before.cancelled() ? new CancelTalk(id, before.cancelledReason()) : new ReinstateTalk(id);
            case TalkWithdrawn _, TalkRestored _ ->
                before.withdrawn() ? new WithdrawTalk(id, before.withdrawnReason()) : new RestoreTalk(id);
            case TalkSuppressed _, TalkReleased _ -> {
                var reason = before.suppressedReason();
                yield reason != null ? new SuppressTalk(id, reason) : new ReleaseTalk(id);
            }
            case TalkMarkedSame e -> new MarkDifferentTalk(id, new TalkId(e.otherTalkId()));
            case TalkMarkedDifferent e -> new MarkSameTalk(id, new TalkId(e.otherTalkId()));
            case TalkLinkedToSource e -> new UnlinkTalkFromSource(id, e.source());
            case TalkUnlinkedFromSource e -> new LinkTalkToSource(id, e.source());
        };
    }

    private static TalkCommand session(TalkId id, String sessionId, TalkContent before) {
        var old = before.session(sessionId);
        return old == null ? new UnscheduleSession(id, sessionId) : new RescheduleSession(id, old);
    }

    private static TalkCommand resource(TalkId id, String resourceId, TalkContent before) {
        var old = before.resource(resourceId);
        return old == null ? new DetachResource(id, resourceId) : new CorrectResource(id, old);
    }

    private static TalkCommand note(TalkId id, String noteId, TalkContent before) {
        var old = before.note(noteId);
        return old == null ? new WithdrawNote(id, noteId) : new ReviseNote(id, old);
    }

    /// What an event took away was there: otherwise it would have changed nothing.
    private static <T> T was(@Nullable T part) {
        return Objects.requireNonNull(part);
    }
}

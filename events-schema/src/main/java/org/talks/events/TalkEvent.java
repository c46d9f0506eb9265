package org.talks.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can happen to a talk.
public sealed interface TalkEvent extends CatalogueEvent {

    String talkId();

    @Override
    default String stream() {
        return "talk:" + talkId();
    }

    /// Recorded with all that was known at that moment; later events carry one change each. Undone by withdrawing
    /// it.
    @EventSchema(name = "talk.added")
    record TalkAdded(
            String talkId, TalkDetails details, @Nullable SourceKey source) implements TalkEvent {
        @Override
        public String part() {
            return "existence";
        }
    }

    /// Undone by moving it back.
    @EventSchema(name = "talk.moved")
    record TalkMoved(String talkId, String conferenceId) implements TalkEvent {
        @Override
        public String part() {
            return "conference";
        }
    }

    /// Undone by retitling it back. Revision 1 called the field `newTitle`; revision 2 knew no subtitle.
    @EventSchema(name = "talk.retitled", revision = 3)
    record TalkRetitled(
            String talkId, String title, @Nullable String subtitle) implements TalkEvent {
        @Override
        public String part() {
            return "title";
        }
    }

    /// Undone by rewriting it back.
    @EventSchema(name = "talk.summaryRewritten")
    record TalkSummaryRewritten(String talkId, RichText summary) implements TalkEvent {
        @Override
        public String part() {
            return "summary";
        }
    }

    /// `talk`, `keynote`, `tutorial`, `workshop`, `lightning`, `panel`, `poster` or `other`. Undone by setting it
    /// back.
    @EventSchema(name = "talk.kindSet")
    record TalkKindSet(String talkId, String kind) implements TalkEvent {
        @Override
        public String part() {
            return "kind";
        }
    }

    /// Undone by setting it back.
    @EventSchema(name = "talk.levelSet")
    record TalkLevelSet(String talkId, @Nullable String level) implements TalkEvent {
        @Override
        public String part() {
            return "level";
        }
    }

    /// BCP 47 tag, null when unknown. Undone by setting it back.
    @EventSchema(name = "talk.languageSet")
    record TalkLanguageSet(String talkId, @Nullable String language) implements TalkEvent {
        @Override
        public String part() {
            return "language";
        }
    }

    /// Undone by setting it back.
    @EventSchema(name = "talk.trackSet")
    record TalkTrackSet(String talkId, @Nullable String track) implements TalkEvent {
        @Override
        public String part() {
            return "track";
        }
    }

    /// Undone by setting them back.
    @EventSchema(name = "talk.topicsSet")
    record TalkTopicsSet(String talkId, List<String> topics) implements TalkEvent {
        public TalkTopicsSet {
            topics = List.copyOf(topics);
        }

        @Override
        public String part() {
            return "topics";
        }
    }

    /// All speakers in order. Undone by setting them back.
    @EventSchema(name = "talk.speakersSet")
    record TalkSpeakersSet(String talkId, List<Credit> speakers) implements TalkEvent {
        public TalkSpeakersSet {
            speakers = List.copyOf(speakers);
        }

        @Override
        public String part() {
            return "speakers";
        }
    }

    /// Undone by unscheduling that session.
    @EventSchema(name = "talk.scheduled")
    record TalkScheduled(String talkId, Session session) implements TalkEvent {
        @Override
        public String part() {
            return "session:" + session.sessionId();
        }
    }

    /// Undone by rescheduling it back.
    @EventSchema(name = "talk.rescheduled")
    record TalkRescheduled(String talkId, Session session) implements TalkEvent {
        @Override
        public String part() {
            return "session:" + session.sessionId();
        }
    }

    /// Undone by scheduling the same session again.
    @EventSchema(name = "talk.unscheduled")
    record TalkUnscheduled(String talkId, String sessionId) implements TalkEvent {
        @Override
        public String part() {
            return "session:" + sessionId;
        }
    }

    /// Undone by detaching it.
    @EventSchema(name = "talk.resourceAttached")
    record TalkResourceAttached(String talkId, Resource resource) implements TalkEvent {
        @Override
        public String part() {
            return "resource:" + resource.resourceId();
        }
    }

    /// Undone by correcting it back.
    @EventSchema(name = "talk.resourceCorrected")
    record TalkResourceCorrected(String talkId, Resource resource) implements TalkEvent {
        @Override
        public String part() {
            return "resource:" + resource.resourceId();
        }
    }

    /// Undone by attaching the same resource again.
    @EventSchema(name = "talk.resourceDetached")
    record TalkResourceDetached(String talkId, String resourceId) implements TalkEvent {
        @Override
        public String part() {
            return "resource:" + resourceId;
        }
    }

    /// Undone by withdrawing the note.
    @EventSchema(name = "talk.noteTaken")
    record TalkNoteTaken(String talkId, Note note) implements TalkEvent {
        @Override
        public String part() {
            return "note:" + note.noteId();
        }
    }

    /// Undone by revising it back.
    @EventSchema(name = "talk.noteRevised")
    record TalkNoteRevised(String talkId, Note note) implements TalkEvent {
        @Override
        public String part() {
            return "note:" + note.noteId();
        }
    }

    /// Undone by taking the same note again.
    @EventSchema(name = "talk.noteWithdrawn")
    record TalkNoteWithdrawn(String talkId, String noteId) implements TalkEvent {
        @Override
        public String part() {
            return "note:" + noteId;
        }
    }

    /// It was or will not be given; it stays visible as cancelled. Undone by reinstating it.
    @EventSchema(name = "talk.cancelled")
    record TalkCancelled(String talkId, @Nullable String reason) implements TalkEvent {
        @Override
        public String part() {
            return "cancellation";
        }
    }

    /// Undone by cancelling it again.
    @EventSchema(name = "talk.reinstated")
    record TalkReinstated(String talkId) implements TalkEvent {
        @Override
        public String part() {
            return "cancellation";
        }
    }

    /// It leaves the catalogue and stays in history. Undone by restoring it.
    @EventSchema(name = "talk.withdrawn")
    record TalkWithdrawn(String talkId, @Nullable String reason) implements TalkEvent {
        @Override
        public String part() {
            return "existence";
        }
    }

    /// Undone by withdrawing it again.
    @EventSchema(name = "talk.restored")
    record TalkRestored(String talkId) implements TalkEvent {
        @Override
        public String part() {
            return "existence";
        }
    }

    /// A takedown: the content is hidden everywhere, history included. Undone by releasing it.
    @EventSchema(name = "talk.suppressed")
    record TalkSuppressed(String talkId, String reason) implements TalkEvent {
        @Override
        public String part() {
            return "suppression";
        }
    }

    /// Undone by suppressing it again.
    @EventSchema(name = "talk.released")
    record TalkReleased(String talkId) implements TalkEvent {
        @Override
        public String part() {
            return "suppression";
        }
    }

    /// The same talk was also given elsewhere. Undone by saying that it is not the same.
    @EventSchema(name = "talk.markedSame")
    record TalkMarkedSame(String talkId, String otherTalkId) implements TalkEvent {
        @Override
        public String part() {
            return "same:" + otherTalkId;
        }
    }

    /// Undone by marking them the same again.
    @EventSchema(name = "talk.markedDifferent")
    record TalkMarkedDifferent(String talkId, String otherTalkId) implements TalkEvent {
        @Override
        public String part() {
            return "same:" + otherTalkId;
        }
    }

    /// Undone by unlinking.
    @EventSchema(name = "talk.linkedToSource")
    record TalkLinkedToSource(String talkId, SourceKey source) implements TalkEvent {
        @Override
        public String part() {
            return "source:" + source.source() + ":" + source.key();
        }
    }

    /// Undone by linking again.
    @EventSchema(name = "talk.unlinkedFromSource")
    record TalkUnlinkedFromSource(String talkId, SourceKey source) implements TalkEvent {
        @Override
        public String part() {
            return "source:" + source.source() + ":" + source.key();
        }
    }
}

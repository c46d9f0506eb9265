package org.talks.events;

import org.jspecify.annotations.Nullable;

/// What can happen to a conference: one edition, with dates and a place.
public sealed interface ConferenceEvent extends CatalogueEvent {

    String conferenceId();

    @Override
    default String stream() {
        return "conference:" + conferenceId();
    }

    /// Recorded with all that was known. Undone by removing it.
    @EventSchema(name = "conference.registered")
    record ConferenceRegistered(
            String conferenceId,
            ConferenceDetails details,
            @Nullable SourceKey source) implements ConferenceEvent {
        @Override
        public String part() {
            return "existence";
        }
    }

    /// Undone by correcting the details back.
    @EventSchema(name = "conference.detailsCorrected")
    record ConferenceDetailsCorrected(String conferenceId, ConferenceDetails details) implements ConferenceEvent {
        @Override
        public String part() {
            return "details";
        }
    }

    /// Undone by withdrawing the note.
    @EventSchema(name = "conference.noteTaken")
    record ConferenceNoteTaken(String conferenceId, Note note) implements ConferenceEvent {
        @Override
        public String part() {
            return "note:" + note.noteId();
        }
    }

    /// Undone by revising it back.
    @EventSchema(name = "conference.noteRevised")
    record ConferenceNoteRevised(String conferenceId, Note note) implements ConferenceEvent {
        @Override
        public String part() {
            return "note:" + note.noteId();
        }
    }

    /// Undone by taking the same note again.
    @EventSchema(name = "conference.noteWithdrawn")
    record ConferenceNoteWithdrawn(String conferenceId, String noteId) implements ConferenceEvent {
        @Override
        public String part() {
            return "note:" + noteId;
        }
    }

    /// It will not take place; it stays visible as cancelled. Undone by reinstating it.
    @EventSchema(name = "conference.cancelled")
    record ConferenceCancelled(
            String conferenceId, @Nullable String reason) implements ConferenceEvent {
        @Override
        public String part() {
            return "cancellation";
        }
    }

    /// Undone by cancelling it again.
    @EventSchema(name = "conference.reinstated")
    record ConferenceReinstated(String conferenceId) implements ConferenceEvent {
        @Override
        public String part() {
            return "cancellation";
        }
    }

    /// It leaves the catalogue with its talks, which get no event of their own. Undone by restoring it.
    @EventSchema(name = "conference.removed")
    record ConferenceRemoved(String conferenceId, @Nullable String reason) implements ConferenceEvent {
        @Override
        public String part() {
            return "existence";
        }
    }

    /// Undone by removing it again.
    @EventSchema(name = "conference.restored")
    record ConferenceRestored(String conferenceId) implements ConferenceEvent {
        @Override
        public String part() {
            return "existence";
        }
    }

    /// Undone by unlinking it.
    @EventSchema(name = "conference.linkedToSource")
    record ConferenceLinkedToSource(String conferenceId, SourceKey source) implements ConferenceEvent {
        @Override
        public String part() {
            return "source:" + source.source() + ":" + source.key();
        }
    }

    /// Undone by linking it again.
    @EventSchema(name = "conference.unlinkedFromSource")
    record ConferenceUnlinkedFromSource(String conferenceId, SourceKey source) implements ConferenceEvent {
        @Override
        public String part() {
            return "source:" + source.source() + ":" + source.key();
        }
    }
}

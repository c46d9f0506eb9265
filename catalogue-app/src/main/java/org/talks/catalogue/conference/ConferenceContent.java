package org.talks.catalogue.conference;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.rules.Lists;
import org.talks.events.ConferenceDetails;
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
import org.talks.events.Note;
import org.talks.events.SourceKey;

/// What the events of a conference add up to. [#after] is the only fold there is.
///
/// @param notes by id
/// @param sources under which keys sources know it, sorted
/// @param cancelled it will not take place; visible as such
/// @param removed it left the catalogue, and its talks with it; both stay in history
public record ConferenceContent(
        String conferenceId,
        ConferenceDetails details,
        List<Note> notes,
        List<SourceKey> sources,
        boolean cancelled,
        @Nullable String cancelledReason,
        boolean removed,
        @Nullable String removedReason) {

    public ConferenceContent {
        notes = Lists.sorted(notes, Lists.BY_NOTE_ID);
        sources = Lists.sortedSet(sources, Lists.BY_SOURCE);
    }

    /// A conference just registered.
    public static ConferenceContent registered(
            String conferenceId, ConferenceDetails details, @Nullable SourceKey source) {
        var sources = source == null ? List.<SourceKey>of() : List.of(source);
        return new ConferenceContent(conferenceId, details, List.of(), sources, false, null, false, null);
    }

    /// The content after an event. Total: an event that fits nothing, as in a damaged log, changes what it can.
    ///
    /// @param before null before the first event
    public static ConferenceContent after(@Nullable ConferenceContent before, ConferenceEvent event) {
        var conference = before != null ? before : registered(event.conferenceId(), ConferenceDetails.named(""), null);
        return switch (event) {
            case ConferenceRegistered e -> registered(e.conferenceId(), e.details(), e.source());
            case ConferenceDetailsCorrected e -> conference.details(e.details());
            case ConferenceNoteTaken e -> conference.with(e.note());
            case ConferenceNoteRevised e -> conference.with(e.note());
            case ConferenceNoteWithdrawn e ->
                conference.notes(Lists.without(conference.notes, e.noteId(), Note::noteId));
            case ConferenceCancelled e -> conference.cancelled(true, e.reason());
            case ConferenceReinstated _ -> conference.cancelled(false, null);
            case ConferenceRemoved e -> conference.removed(true, e.reason());
            case ConferenceRestored _ -> conference.removed(false, null);
            case ConferenceLinkedToSource e -> conference.sources(Lists.plus(conference.sources, e.source()));
            case ConferenceUnlinkedFromSource e -> conference.sources(Lists.minus(conference.sources, e.source()));
        };
    }

    public ConferenceId id() {
        return new ConferenceId(conferenceId);
    }

    public String name() {
        return details.name();
    }

    public @Nullable Note note(String noteId) {
        return Lists.find(notes, noteId, Note::noteId);
    }

    private ConferenceContent with(Note note) {
        return notes(Lists.put(notes, note, Note::noteId));
    }

    private ConferenceContent details(ConferenceDetails changed) {
        return new ConferenceContent(
                conferenceId, changed, notes, sources, cancelled, cancelledReason, removed, removedReason);
    }

    private ConferenceContent notes(List<Note> changed) {
        return new ConferenceContent(
                conferenceId, details, changed, sources, cancelled, cancelledReason, removed, removedReason);
    }

    private ConferenceContent sources(List<SourceKey> changed) {
        return new ConferenceContent(
                conferenceId, details, notes, changed, cancelled, cancelledReason, removed, removedReason);
    }

    private ConferenceContent cancelled(boolean now, @Nullable String reason) {
        return new ConferenceContent(conferenceId, details, notes, sources, now, reason, removed, removedReason);
    }

    private ConferenceContent removed(boolean now, @Nullable String reason) {
        return new ConferenceContent(conferenceId, details, notes, sources, cancelled, cancelledReason, now, reason);
    }
}

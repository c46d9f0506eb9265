package org.talks.catalogue.history.web;

import org.jspecify.annotations.Nullable;
import org.talks.catalogue.conference.ConferenceContent;
import org.talks.catalogue.web.Wording;
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

/// The events of conferences in words.
final class ConferenceTelling {

    private ConferenceTelling() {}

    static Told of(ConferenceEvent event, @Nullable ConferenceContent before, ConferenceContent after, Names names) {
        var old = before == null ? ConferenceDetails.named("") : before.details();
        return switch (event) {
            case ConferenceRegistered _ ->
                details(old, after.details(), names, new Told.Changes())
                        .after(Wording.text("history.registered-the-conference"));
            case ConferenceDetailsCorrected _ ->
                details(old, after.details(), names, new Told.Changes())
                        .after(Wording.text("history.corrected-the-details"));
            case ConferenceNoteTaken e ->
                note(Wording.text("history.took-a-note"), e.note().noteId(), before, after);
            case ConferenceNoteRevised e ->
                note(Wording.text("history.revised-a-note"), e.note().noteId(), before, after);
            case ConferenceNoteWithdrawn e -> note(Wording.text("history.withdrew-a-note"), e.noteId(), before, after);
            case ConferenceCancelled e ->
                Told.because(Wording.text("history.marked-the-conference-as-cancelled"), e.reason());
            case ConferenceReinstated _ -> Told.that(Wording.text("history.marked-the-conference-as-not-cancelled"));
            case ConferenceRemoved e ->
                Told.because(Wording.text("history.removed-the-conference-and-its-talks"), e.reason());
            case ConferenceRestored _ -> Told.that(Wording.text("history.restored-the-conference-and-its-talks"));
            case ConferenceLinkedToSource e ->
                new Told.Changes()
                        .value(Wording.text("conference.key"), null, e.source().key())
                        .after(Wording.text(
                                "history.linked-the-conference-to", e.source().source()));
            case ConferenceUnlinkedFromSource e ->
                new Told.Changes()
                        .value(Wording.text("conference.key"), e.source().key(), null)
                        .after(Wording.text(
                                "history.unlinked-the-conference-from",
                                e.source().source()));
        };
    }

    static Told.Changes details(ConferenceDetails old, ConferenceDetails now, Names names, Told.Changes changes) {
        return changes.words(Wording.text("account.name"), old.name(), now.name())
                .value(Wording.text("conference.first-day"), old.startDate(), now.startDate())
                .value(Wording.text("conference.last-day"), old.endDate(), now.endDate())
                .value(Wording.text("conference.city"), old.city(), now.city())
                .value(Wording.text("conference.country"), old.country(), now.country())
                .value(Wording.text("importing.time-zone"), old.zone(), now.zone())
                .value(Wording.text("conference.website"), old.website(), now.website())
                .list(Wording.text("talk.languages"), old.languages(), now.languages())
                .value(Wording.text("conference.series"), series(old.seriesId(), names), series(now.seriesId(), names))
                .text(Wording.text("conference.description"), old.description(), now.description());
    }

    private static String series(@Nullable String id, Names names) {
        return id == null ? "" : names.series(id);
    }

    private static Told note(String did, String id, @Nullable ConferenceContent before, ConferenceContent after) {
        return Telling.note(did, before == null ? null : before.note(id), after.note(id));
    }
}

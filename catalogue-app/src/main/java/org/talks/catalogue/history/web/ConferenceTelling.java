package org.talks.catalogue.history.web;

import org.jspecify.annotations.Nullable;
import org.talks.catalogue.conference.ConferenceContent;
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
                details(old, after.details(), names, new Told.Changes()).after("registered the conference");
            case ConferenceDetailsCorrected _ ->
                details(old, after.details(), names, new Told.Changes()).after("corrected the details");
            case ConferenceNoteTaken e -> note("took a note", e.note().noteId(), before, after);
            case ConferenceNoteRevised e -> note("revised a note", e.note().noteId(), before, after);
            case ConferenceNoteWithdrawn e -> note("withdrew a note", e.noteId(), before, after);
            case ConferenceCancelled e -> Told.because("marked the conference as cancelled", e.reason());
            case ConferenceReinstated _ -> Told.that("marked the conference as not cancelled");
            case ConferenceRemoved e -> Told.because("removed the conference and its talks", e.reason());
            case ConferenceRestored _ -> Told.that("restored the conference and its talks");
            case ConferenceLinkedToSource e ->
                new Told.Changes()
                        .value("Key", null, e.source().key())
                        .after("linked the conference to " + e.source().source());
            case ConferenceUnlinkedFromSource e ->
                new Told.Changes()
                        .value("Key", e.source().key(), null)
                        .after("unlinked the conference from " + e.source().source());
        };
    }

    static Told.Changes details(ConferenceDetails old, ConferenceDetails now, Names names, Told.Changes changes) {
        return changes.words("Name", old.name(), now.name())
                .value("First day", old.startDate(), now.startDate())
                .value("Last day", old.endDate(), now.endDate())
                .value("City", old.city(), now.city())
                .value("Country", old.country(), now.country())
                .value("Time zone", old.zone(), now.zone())
                .value("Website", old.website(), now.website())
                .list("Languages", old.languages(), now.languages())
                .value("Series", series(old.seriesId(), names), series(now.seriesId(), names))
                .text("Description", old.description(), now.description());
    }

    private static String series(@Nullable String id, Names names) {
        return id == null ? "" : names.series(id);
    }

    private static Told note(String did, String id, @Nullable ConferenceContent before, ConferenceContent after) {
        return Telling.note(did, before == null ? null : before.note(id), after.note(id));
    }
}

package org.talks.catalogue.history.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.speaker.SpeakerContent;
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

/// The events of speakers in words.
final class SpeakerTelling {

    private SpeakerTelling() {}

    static Told of(SpeakerEvent event, @Nullable SpeakerContent before, SpeakerContent after, Names names) {
        var oldName = before == null ? "" : before.name();
        var oldAliases = before == null ? List.<String>of() : before.aliases();
        var oldDetails = before == null ? SpeakerDetails.NONE : before.details();
        var now = after.details();
        return switch (event) {
            case SpeakerRegistered _ ->
                new Told.Changes()
                        .words("Name", "", after.name())
                        .list("Also known as", List.of(), after.aliases())
                        .text("About", oldDetails.bio(), now.bio())
                        .value("Affiliation", null, now.affiliation())
                        .value("Links", "", Telling.links(now.links()))
                        .after("registered the speaker");
            case SpeakerRenamed _ ->
                new Told.Changes()
                        .words("Name", oldName, after.name())
                        .list("Also known as", oldAliases, after.aliases())
                        .after("renamed the speaker");
            case SpeakerDetailsCorrected _ ->
                new Told.Changes()
                        .text("About", oldDetails.bio(), now.bio())
                        .value("Affiliation", oldDetails.affiliation(), now.affiliation())
                        .value("Links", Telling.links(oldDetails.links()), Telling.links(now.links()))
                        .after("corrected the details");
            case SpeakerAliasAdded e ->
                new Told.Changes().value("Also known as", "", e.alias()).after("added another name");
            case SpeakerAliasRemoved e ->
                new Told.Changes().value("Also known as", e.alias(), "").after("removed another name");
            case SpeakerMergedInto e ->
                Told.that("said that this is the same person as " + names.speaker(e.intoSpeakerId()));
            case SpeakerUnmerged e ->
                Told.that("said that this is not the same person as " + names.speaker(e.fromSpeakerId()));
            case SpeakerRemoved e -> Told.because("removed the speaker", e.reason());
            case SpeakerRestored _ -> Told.that("restored the speaker");
            case SpeakerLinkedToSource e ->
                new Told.Changes()
                        .value("Key", null, e.source().key())
                        .after("linked the speaker to " + e.source().source());
            case SpeakerUnlinkedFromSource e ->
                new Told.Changes()
                        .value("Key", e.source().key(), null)
                        .after("unlinked the speaker from " + e.source().source());
        };
    }
}

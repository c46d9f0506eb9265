package org.talks.catalogue.history.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.speaker.SpeakerContent;
import org.talks.catalogue.web.Wording;
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
                        .words(Wording.text("account.name"), "", after.name())
                        .list(Wording.text("speaker.also-known-as"), List.of(), after.aliases())
                        .text(Wording.text("history.about"), oldDetails.bio(), now.bio())
                        .value(Wording.text("history.affiliation"), null, now.affiliation())
                        .value(Wording.text("history.links"), "", Telling.links(now.links()))
                        .after(Wording.text("history.registered-the-speaker"));
            case SpeakerRenamed _ ->
                new Told.Changes()
                        .words(Wording.text("account.name"), oldName, after.name())
                        .list(Wording.text("speaker.also-known-as"), oldAliases, after.aliases())
                        .after(Wording.text("history.renamed-the-speaker"));
            case SpeakerDetailsCorrected _ ->
                new Told.Changes()
                        .text(Wording.text("history.about"), oldDetails.bio(), now.bio())
                        .value(Wording.text("history.affiliation"), oldDetails.affiliation(), now.affiliation())
                        .value(
                                Wording.text("history.links"),
                                Telling.links(oldDetails.links()),
                                Telling.links(now.links()))
                        .after(Wording.text("history.corrected-the-details"));
            case SpeakerAliasAdded e ->
                new Told.Changes()
                        .value(Wording.text("speaker.also-known-as"), "", e.alias())
                        .after(Wording.text("history.added-another-name"));
            case SpeakerAliasRemoved e ->
                new Told.Changes()
                        .value(Wording.text("speaker.also-known-as"), e.alias(), "")
                        .after(Wording.text("history.removed-another-name"));
            case SpeakerMergedInto e ->
                Told.that(Wording.text("history.said-that-this-is-the-same", names.speaker(e.intoSpeakerId())));
            case SpeakerUnmerged e ->
                Told.that(Wording.text("history.said-that-this-is-not-the", names.speaker(e.fromSpeakerId())));
            case SpeakerRemoved e -> Told.because(Wording.text("history.removed-the-speaker"), e.reason());
            case SpeakerRestored _ -> Told.that(Wording.text("history.restored-the-speaker"));
            case SpeakerLinkedToSource e ->
                new Told.Changes()
                        .value(Wording.text("conference.key"), null, e.source().key())
                        .after(Wording.text(
                                "history.linked-the-speaker-to", e.source().source()));
            case SpeakerUnlinkedFromSource e ->
                new Told.Changes()
                        .value(Wording.text("conference.key"), e.source().key(), null)
                        .after(Wording.text(
                                "history.unlinked-the-speaker-from", e.source().source()));
        };
    }
}

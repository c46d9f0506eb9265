package org.talks.catalogue.history.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.web.Durations;
import org.talks.events.Credit;
import org.talks.events.Resource;
import org.talks.events.TalkDetails;
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

/// The events of talks in words.
final class TalkTelling {

    private TalkTelling() {}

    static Told of(TalkEvent event, @Nullable TalkContent before, TalkContent after, Names names) {
        var old = before == null ? TalkDetails.titled("", "") : before.details();
        var now = after.details();
        return switch (event) {
            case TalkAdded _ ->
                new Told.Changes()
                        .words("Title", "", now.title())
                        .words("Subtitle", "", now.subtitle())
                        .list("Speakers", List.of(), speakers(now.speakers(), names))
                        .text("Summary", old.summary(), now.summary())
                        .after("added the talk to " + names.conference(now.conferenceId()));
            case TalkMoved _ ->
                new Told.Changes()
                        .value(
                                "Conference",
                                old.conferenceId().isEmpty() ? "" : names.conference(old.conferenceId()),
                                names.conference(now.conferenceId()))
                        .after("moved the talk to another conference");
            case TalkRetitled _ ->
                new Told.Changes()
                        .words("Title", old.title(), now.title())
                        .words("Subtitle", old.subtitle(), now.subtitle())
                        .after("retitled the talk");
            case TalkSummaryRewritten _ ->
                new Told.Changes()
                        .text("Summary", old.summary(), now.summary())
                        .after(old.summary().isBlank() ? "wrote the summary" : "rewrote the summary");
            case TalkKindSet _ ->
                new Told.Changes().value("Kind", old.kind(), now.kind()).after("set the kind");
            case TalkLevelSet _ ->
                new Told.Changes().value("Level", old.level(), now.level()).after("set the level");
            case TalkLanguageSet _ ->
                new Told.Changes()
                        .value("Language", old.language(), now.language())
                        .after("set the language");
            case TalkTrackSet _ ->
                new Told.Changes().value("Track", old.track(), now.track()).after("set the track");
            case TalkTopicsSet _ ->
                new Told.Changes().list("Topics", old.topics(), now.topics()).after("set the topics");
            case TalkSpeakersSet _ ->
                new Told.Changes()
                        .list("Speakers", speakers(old.speakers(), names), speakers(now.speakers(), names))
                        .after("set the speakers");
            case TalkScheduled e -> session("scheduled the talk", e.session().sessionId(), before, after);
            case TalkRescheduled e ->
                session("rescheduled the talk", e.session().sessionId(), before, after);
            case TalkUnscheduled e -> session("took the talk off the programme", e.sessionId(), before, after);
            case TalkResourceAttached e ->
                resource("attached " + a(e.resource().kind()), e.resource().resourceId(), before, after);
            case TalkResourceCorrected e ->
                resource("corrected " + a(e.resource().kind()), e.resource().resourceId(), before, after);
            case TalkResourceDetached e -> resource("detached a resource", e.resourceId(), before, after);
            case TalkNoteTaken e -> note("took a note", e.note().noteId(), before, after);
            case TalkNoteRevised e -> note("revised a note", e.note().noteId(), before, after);
            case TalkNoteWithdrawn e -> note("withdrew a note", e.noteId(), before, after);
            case TalkCancelled e -> Told.because("marked the talk as cancelled", e.reason());
            case TalkReinstated _ -> Told.that("marked the talk as not cancelled");
            case TalkWithdrawn e -> Told.because("withdrew the talk from the catalogue", e.reason());
            case TalkRestored _ -> Told.that("restored the talk to the catalogue");
            case TalkSuppressed e -> Told.because("hid the talk everywhere", e.reason());
            case TalkReleased _ -> Told.that("let the talk be shown again");
            case TalkMarkedSame e ->
                Told.that("said that it is the same talk as “" + names.talk(e.otherTalkId()) + "”");
            case TalkMarkedDifferent e ->
                Told.that("said that it is not the same talk as “" + names.talk(e.otherTalkId()) + "”");
            case TalkLinkedToSource e ->
                new Told.Changes()
                        .value("Key", null, e.source().key())
                        .after("linked the talk to " + e.source().source());
            case TalkUnlinkedFromSource e ->
                new Told.Changes()
                        .value("Key", e.source().key(), null)
                        .after("unlinked the talk from " + e.source().source());
        };
    }

    static List<String> speakers(List<Credit> credits, Names names) {
        return credits.stream()
                .map(credit -> credit.role().equals(Credit.SPEAKER)
                        ? names.speaker(credit.speakerId())
                        : names.speaker(credit.speakerId()) + " (" + credit.role() + ")")
                .toList();
    }

    private static Told session(String did, String id, @Nullable TalkContent before, TalkContent after) {
        return new Told.Changes()
                .value(
                        "Session",
                        Telling.session(before == null ? null : before.session(id)),
                        Telling.session(after.session(id)))
                .after(did);
    }

    private static Told resource(String did, String id, @Nullable TalkContent before, TalkContent after) {
        return new Told.Changes()
                .value("Resource", words(before == null ? null : before.resource(id)), words(after.resource(id)))
                .after(did);
    }

    private static Told note(String did, String id, @Nullable TalkContent before, TalkContent after) {
        return Telling.note(did, before == null ? null : before.note(id), after.note(id));
    }

    static String words(@Nullable Resource resource) {
        if (resource == null) {
            return "";
        }
        var words = new ArrayList<String>();
        words.add(resource.kind());
        words.add(resource.url());
        if (resource.label() != null) {
            words.add("“" + resource.label() + "”");
        }
        if (resource.language() != null) {
            words.add(resource.language());
        }
        if (resource.licence() != null) {
            words.add(resource.licence());
        }
        if (resource.withSpeakerNotes()) {
            words.add("with speaker notes");
        }
        if (resource.durationSeconds() != null) {
            words.add(Durations.words(resource.durationSeconds()));
        }
        return String.join(", ", words);
    }

    private static String a(String kind) {
        return switch (kind) {
            case Resource.SLIDES, Resource.CODE -> kind;
            case Resource.AUDIO -> "an audio recording";
            default -> "a " + kind;
        };
    }
}

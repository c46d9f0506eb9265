package org.talks.catalogue.history.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.web.Durations;
import org.talks.catalogue.web.Wording;
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
                        .words(Wording.text("history.title"), "", now.title())
                        .words(Wording.text("history.subtitle"), "", now.subtitle())
                        .list(Wording.text("nav.speakers"), List.of(), speakers(now.speakers(), names))
                        .text(Wording.text("search.in.summary"), old.summary(), now.summary())
                        .after(Wording.text("history.added-the-talk-to", names.conference(now.conferenceId())));
            case TalkMoved _ ->
                new Told.Changes()
                        .value(
                                Wording.text("facet.conference"),
                                old.conferenceId().isEmpty() ? "" : names.conference(old.conferenceId()),
                                names.conference(now.conferenceId()))
                        .after(Wording.text("history.moved-the-talk-to-another-conference"));
            case TalkRetitled _ ->
                new Told.Changes()
                        .words(Wording.text("history.title"), old.title(), now.title())
                        .words(Wording.text("history.subtitle"), old.subtitle(), now.subtitle())
                        .after(Wording.text("history.retitled-the-talk"));
            case TalkSummaryRewritten _ ->
                new Told.Changes()
                        .text(Wording.text("search.in.summary"), old.summary(), now.summary())
                        .after(
                                old.summary().isBlank()
                                        ? Wording.text("history.wrote-the-summary")
                                        : Wording.text("history.rewrote-the-summary"));
            case TalkKindSet _ ->
                new Told.Changes()
                        .value(Wording.text("facet.kind"), old.kind(), now.kind())
                        .after(Wording.text("history.set-the-kind"));
            case TalkLevelSet _ ->
                new Told.Changes()
                        .value(Wording.text("history.level"), old.level(), now.level())
                        .after(Wording.text("history.set-the-level"));
            case TalkLanguageSet _ ->
                new Told.Changes()
                        .value(Wording.text("facet.language"), old.language(), now.language())
                        .after(Wording.text("history.set-the-language"));
            case TalkTrackSet _ ->
                new Told.Changes()
                        .value(Wording.text("history.track"), old.track(), now.track())
                        .after(Wording.text("history.set-the-track"));
            case TalkTopicsSet _ ->
                new Told.Changes()
                        .list(Wording.text("nav.topics"), old.topics(), now.topics())
                        .after(Wording.text("history.set-the-topics"));
            case TalkSpeakersSet _ ->
                new Told.Changes()
                        .list(
                                Wording.text("nav.speakers"),
                                speakers(old.speakers(), names),
                                speakers(now.speakers(), names))
                        .after(Wording.text("history.set-the-speakers"));
            case TalkScheduled e ->
                session(Wording.text("history.scheduled-the-talk"), e.session().sessionId(), before, after);
            case TalkRescheduled e ->
                session(
                        Wording.text("history.rescheduled-the-talk"),
                        e.session().sessionId(),
                        before,
                        after);
            case TalkUnscheduled e ->
                session(Wording.text("history.took-the-talk-off-the-programme"), e.sessionId(), before, after);
            case TalkResourceAttached e ->
                resource(
                        Wording.text("history.attached", a(e.resource().kind())),
                        e.resource().resourceId(),
                        before,
                        after);
            case TalkResourceCorrected e ->
                resource(
                        Wording.text("history.corrected", a(e.resource().kind())),
                        e.resource().resourceId(),
                        before,
                        after);
            case TalkResourceDetached e ->
                resource(Wording.text("history.detached-a-resource"), e.resourceId(), before, after);
            case TalkNoteTaken e ->
                note(Wording.text("history.took-a-note"), e.note().noteId(), before, after);
            case TalkNoteRevised e ->
                note(Wording.text("history.revised-a-note"), e.note().noteId(), before, after);
            case TalkNoteWithdrawn e -> note(Wording.text("history.withdrew-a-note"), e.noteId(), before, after);
            case TalkCancelled e -> Told.because(Wording.text("history.marked-the-talk-as-cancelled"), e.reason());
            case TalkReinstated _ -> Told.that(Wording.text("history.marked-the-talk-as-not-cancelled"));
            case TalkWithdrawn e ->
                Told.because(Wording.text("history.withdrew-the-talk-from-the-catalogue"), e.reason());
            case TalkRestored _ -> Told.that(Wording.text("history.restored-the-talk-to-the-catalogue"));
            case TalkSuppressed e -> Told.because(Wording.text("history.hid-the-talk-everywhere"), e.reason());
            case TalkReleased _ -> Told.that(Wording.text("history.let-the-talk-be-shown-again"));
            case TalkMarkedSame e ->
                Told.that(Wording.text("history.said-that-it-is-the-same", names.talk(e.otherTalkId())));
            case TalkMarkedDifferent e ->
                Told.that(Wording.text("history.said-that-it-is-not-the", names.talk(e.otherTalkId())));
            case TalkLinkedToSource e ->
                new Told.Changes()
                        .value(Wording.text("conference.key"), null, e.source().key())
                        .after(Wording.text(
                                "history.linked-the-talk-to", e.source().source()));
            case TalkUnlinkedFromSource e ->
                new Told.Changes()
                        .value(Wording.text("conference.key"), e.source().key(), null)
                        .after(Wording.text(
                                "history.unlinked-the-talk-from", e.source().source()));
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
                        Wording.text("history.session"),
                        Telling.session(before == null ? null : before.session(id)),
                        Telling.session(after.session(id)))
                .after(did);
    }

    private static Told resource(String did, String id, @Nullable TalkContent before, TalkContent after) {
        return new Told.Changes()
                .value(
                        Wording.text("history.resource"),
                        words(before == null ? null : before.resource(id)),
                        words(after.resource(id)))
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
        words.add(Wording.word(resource.kind()));
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
            words.add(Wording.text("history.with-speaker-notes"));
        }
        if (resource.durationSeconds() != null) {
            words.add(Durations.words(resource.durationSeconds()));
        }
        return String.join(", ", words);
    }

    private static String a(String kind) {
        return switch (kind) {
            case Resource.SLIDES, Resource.CODE -> Wording.word(kind);
            case Resource.AUDIO -> Wording.text("history.an-audio-recording");
            default -> Wording.text("history.a", Wording.word(kind));
        };
    }
}

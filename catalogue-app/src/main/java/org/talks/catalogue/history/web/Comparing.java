package org.talks.catalogue.history.web;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.conference.ConferenceContent;
import org.talks.catalogue.series.SeriesContent;
import org.talks.catalogue.speaker.SpeakerContent;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.web.HistoryPage.Change;
import org.talks.catalogue.web.Wording;
import org.talks.events.Note;
import org.talks.events.Resource;
import org.talks.events.Session;
import org.talks.events.SourceKey;

/// What differs between two versions of one thing, part by part.
final class Comparing {

    private Comparing() {}

    static List<Change> of(Object before, Object after, Names names) {
        var changes = new Told.Changes();
        switch (after) {
            case TalkContent talk -> talks((TalkContent) before, talk, names, changes);
            case ConferenceContent conference -> conferences((ConferenceContent) before, conference, names, changes);
            case SpeakerContent speaker -> speakers((SpeakerContent) before, speaker, names, changes);
            case SeriesContent series -> series((SeriesContent) before, series, changes);
            default -> throw new IllegalArgumentException("versions of " + after.getClass() + " are not compared");
        }
        return changes.after("").changes();
    }

    private static void talks(TalkContent before, TalkContent after, Names names, Told.Changes changes) {
        var old = before.details();
        var now = after.details();
        changes.words(Wording.text("history.title"), old.title(), now.title())
                .words(Wording.text("history.subtitle"), old.subtitle(), now.subtitle())
                .list(
                        Wording.text("nav.speakers"),
                        TalkTelling.speakers(old.speakers(), names),
                        TalkTelling.speakers(now.speakers(), names));
        if (!old.conferenceId().equals(now.conferenceId())) {
            changes.value(
                    Wording.text("facet.conference"),
                    names.conference(old.conferenceId()),
                    names.conference(now.conferenceId()));
        }
        changes.text(Wording.text("search.in.summary"), old.summary(), now.summary())
                .value(Wording.text("facet.kind"), old.kind(), now.kind())
                .value(Wording.text("history.level"), old.level(), now.level())
                .value(Wording.text("facet.language"), old.language(), now.language())
                .value(Wording.text("history.track"), old.track(), now.track())
                .list(Wording.text("nav.topics"), old.topics(), now.topics());
        for (var id : ids(old.sessions(), now.sessions(), Session::sessionId)) {
            changes.value(
                    Wording.text("history.session"),
                    Telling.session(before.session(id)),
                    Telling.session(after.session(id)));
        }
        for (var id : ids(old.resources(), now.resources(), Resource::resourceId)) {
            changes.value(
                    Wording.text("history.resource"),
                    TalkTelling.words(before.resource(id)),
                    TalkTelling.words(after.resource(id)));
        }
        for (var id : ids(old.notes(), now.notes(), Note::noteId)) {
            Telling.note(changes, before.note(id), after.note(id));
        }
        changes.list(
                        Wording.text("history.the-same-talk-as"),
                        named(before.sameAs(), names::talk),
                        named(after.sameAs(), names::talk))
                .value(
                        Wording.text("history.cancelled"),
                        yes(before.cancelled(), before.cancelledReason()),
                        yes(after.cancelled(), after.cancelledReason()))
                .value(
                        Wording.text("history.withdrawn"),
                        yes(before.withdrawn(), before.withdrawnReason()),
                        yes(after.withdrawn(), after.withdrawnReason()))
                .list(Wording.text("importing.sources"), sources(before.sources()), sources(after.sources()));
    }

    private static void conferences(
            ConferenceContent before, ConferenceContent after, Names names, Told.Changes changes) {
        ConferenceTelling.details(before.details(), after.details(), names, changes);
        for (var id : ids(before.notes(), after.notes(), Note::noteId)) {
            Telling.note(changes, before.note(id), after.note(id));
        }
        changes.value(
                        Wording.text("history.cancelled"),
                        yes(before.cancelled(), before.cancelledReason()),
                        yes(after.cancelled(), after.cancelledReason()))
                .value(
                        Wording.text("history.removed"),
                        yes(before.removed(), before.removedReason()),
                        yes(after.removed(), after.removedReason()))
                .list(Wording.text("importing.sources"), sources(before.sources()), sources(after.sources()));
    }

    private static void series(SeriesContent before, SeriesContent after, Told.Changes changes) {
        SeriesTelling.details(before, after, changes)
                .value(
                        Wording.text("history.removed"),
                        yes(before.removed(), before.removedReason()),
                        yes(after.removed(), after.removedReason()));
    }

    private static void speakers(SpeakerContent before, SpeakerContent after, Names names, Told.Changes changes) {
        var old = before.details();
        var now = after.details();
        changes.words(Wording.text("account.name"), before.name(), after.name())
                .list(Wording.text("speaker.also-known-as"), before.aliases(), after.aliases())
                .text(Wording.text("history.about"), old.bio(), now.bio())
                .value(Wording.text("history.affiliation"), old.affiliation(), now.affiliation())
                .value(Wording.text("history.links"), Telling.links(old.links()), Telling.links(now.links()));
        if (!Objects.equals(before.mergedInto(), after.mergedInto())) {
            changes.value(
                    Wording.text("history.the-same-person-as"),
                    before.mergedInto() == null ? "" : names.speaker(before.mergedInto()),
                    after.mergedInto() == null ? "" : names.speaker(after.mergedInto()));
        }
        changes.value(
                        Wording.text("history.removed"),
                        yes(before.removed(), before.removedReason()),
                        yes(after.removed(), after.removedReason()))
                .list(Wording.text("importing.sources"), sources(before.sources()), sources(after.sources()));
    }

    private static String yes(boolean is, @Nullable String reason) {
        return !is ? "" : reason == null ? Wording.word("yes") : Wording.word("yes") + ": " + reason;
    }

    private static List<String> sources(List<SourceKey> sources) {
        return sources.stream()
                .map(source -> source.source() + " (" + source.key() + ")")
                .toList();
    }

    private static List<String> named(List<String> ids, Function<String, String> name) {
        return ids.stream().map(name).toList();
    }

    /// Of both versions, those of the earlier one first.
    private static <P> List<String> ids(List<P> before, List<P> after, Function<P, String> id) {
        return Stream.concat(before.stream(), after.stream()).map(id).distinct().toList();
    }
}

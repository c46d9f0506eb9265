package org.talks.catalogue.history.web;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.conference.ConferenceContent;
import org.talks.catalogue.speaker.SpeakerContent;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.web.HistoryPage.Change;
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
            default -> throw new IllegalArgumentException("versions of " + after.getClass() + " are not compared");
        }
        return changes.after("").changes();
    }

    private static void talks(TalkContent before, TalkContent after, Names names, Told.Changes changes) {
        var old = before.details();
        var now = after.details();
        changes.words("Title", old.title(), now.title())
                .words("Subtitle", old.subtitle(), now.subtitle())
                .list(
                        "Speakers",
                        TalkTelling.speakers(old.speakers(), names),
                        TalkTelling.speakers(now.speakers(), names));
        if (!old.conferenceId().equals(now.conferenceId())) {
            changes.value("Conference", names.conference(old.conferenceId()), names.conference(now.conferenceId()));
        }
        changes.text("Summary", old.summary(), now.summary())
                .value("Kind", old.kind(), now.kind())
                .value("Level", old.level(), now.level())
                .value("Language", old.language(), now.language())
                .value("Track", old.track(), now.track())
                .list("Topics", old.topics(), now.topics());
        for (var id : ids(old.sessions(), now.sessions(), Session::sessionId)) {
            changes.value("Session", Telling.session(before.session(id)), Telling.session(after.session(id)));
        }
        for (var id : ids(old.resources(), now.resources(), Resource::resourceId)) {
            changes.value("Resource", TalkTelling.words(before.resource(id)), TalkTelling.words(after.resource(id)));
        }
        for (var id : ids(old.notes(), now.notes(), Note::noteId)) {
            Telling.note(changes, before.note(id), after.note(id));
        }
        changes.list("The same talk as", named(before.sameAs(), names::talk), named(after.sameAs(), names::talk))
                .value(
                        "Cancelled",
                        yes(before.cancelled(), before.cancelledReason()),
                        yes(after.cancelled(), after.cancelledReason()))
                .value(
                        "Withdrawn",
                        yes(before.withdrawn(), before.withdrawnReason()),
                        yes(after.withdrawn(), after.withdrawnReason()))
                .list("Sources", sources(before.sources()), sources(after.sources()));
    }

    private static void conferences(
            ConferenceContent before, ConferenceContent after, Names names, Told.Changes changes) {
        ConferenceTelling.details(before.details(), after.details(), names, changes);
        for (var id : ids(before.notes(), after.notes(), Note::noteId)) {
            Telling.note(changes, before.note(id), after.note(id));
        }
        changes.value(
                        "Cancelled",
                        yes(before.cancelled(), before.cancelledReason()),
                        yes(after.cancelled(), after.cancelledReason()))
                .value(
                        "Removed",
                        yes(before.removed(), before.removedReason()),
                        yes(after.removed(), after.removedReason()))
                .list("Sources", sources(before.sources()), sources(after.sources()));
    }

    private static void speakers(SpeakerContent before, SpeakerContent after, Names names, Told.Changes changes) {
        var old = before.details();
        var now = after.details();
        changes.words("Name", before.name(), after.name())
                .list("Also known as", before.aliases(), after.aliases())
                .text("About", old.bio(), now.bio())
                .value("Affiliation", old.affiliation(), now.affiliation())
                .value("Links", Telling.links(old.links()), Telling.links(now.links()));
        if (!Objects.equals(before.mergedInto(), after.mergedInto())) {
            changes.value(
                    "The same person as",
                    before.mergedInto() == null ? "" : names.speaker(before.mergedInto()),
                    after.mergedInto() == null ? "" : names.speaker(after.mergedInto()));
        }
        changes.value(
                        "Removed",
                        yes(before.removed(), before.removedReason()),
                        yes(after.removed(), after.removedReason()))
                .list("Sources", sources(before.sources()), sources(after.sources()));
    }

    private static String yes(boolean is, @Nullable String reason) {
        return !is ? "" : reason == null ? "yes" : "yes: " + reason;
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

package org.talks.catalogue.talk.model;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.command.Decider;
import org.talks.catalogue.command.Lookup;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.rules.Checks;
import org.talks.catalogue.rules.Limits;
import org.talks.catalogue.rules.Lists;
import org.talks.catalogue.rules.References;
import org.talks.catalogue.talk.TalkCommand;
import org.talks.catalogue.talk.TalkCommand.AddTalk;
import org.talks.catalogue.talk.TalkCommand.AttachResource;
import org.talks.catalogue.talk.TalkCommand.CancelTalk;
import org.talks.catalogue.talk.TalkCommand.CorrectResource;
import org.talks.catalogue.talk.TalkCommand.DetachResource;
import org.talks.catalogue.talk.TalkCommand.LinkTalkToSource;
import org.talks.catalogue.talk.TalkCommand.MarkDifferentTalk;
import org.talks.catalogue.talk.TalkCommand.MarkSameTalk;
import org.talks.catalogue.talk.TalkCommand.MoveTalk;
import org.talks.catalogue.talk.TalkCommand.ReinstateTalk;
import org.talks.catalogue.talk.TalkCommand.ReleaseTalk;
import org.talks.catalogue.talk.TalkCommand.RescheduleSession;
import org.talks.catalogue.talk.TalkCommand.RestoreTalk;
import org.talks.catalogue.talk.TalkCommand.RetitleTalk;
import org.talks.catalogue.talk.TalkCommand.ReviseNote;
import org.talks.catalogue.talk.TalkCommand.RewriteSummary;
import org.talks.catalogue.talk.TalkCommand.ScheduleSession;
import org.talks.catalogue.talk.TalkCommand.SetKind;
import org.talks.catalogue.talk.TalkCommand.SetLanguage;
import org.talks.catalogue.talk.TalkCommand.SetLevel;
import org.talks.catalogue.talk.TalkCommand.SetSpeakers;
import org.talks.catalogue.talk.TalkCommand.SetTopics;
import org.talks.catalogue.talk.TalkCommand.SetTrack;
import org.talks.catalogue.talk.TalkCommand.SuppressTalk;
import org.talks.catalogue.talk.TalkCommand.TakeNote;
import org.talks.catalogue.talk.TalkCommand.UnlinkTalkFromSource;
import org.talks.catalogue.talk.TalkCommand.UnscheduleSession;
import org.talks.catalogue.talk.TalkCommand.WithdrawNote;
import org.talks.catalogue.talk.TalkCommand.WithdrawTalk;
import org.talks.catalogue.talk.TalkContent;
import org.talks.events.Credit;
import org.talks.events.Note;
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

/// Decides what a command changes. Commands on a talk that is withdrawn or suppressed are refused, except those
/// that change just that; a part that already is as the command says appends nothing.
final class TalkDecider implements Decider<TalkCommand, TalkEvent, TalkContent> {

    private static final String KIND = "talk";

    @Override
    public List<TalkEvent> decide(TalkCommand command, @Nullable TalkContent talk, Lookup lookup) {
        return switch (command) {
            case AddTalk c -> add(c, talk, lookup);
            case MoveTalk c -> move(c, open(c, talk), lookup);
            case RetitleTalk c -> retitle(c, open(c, talk));
            case RewriteSummary c -> rewrite(c, open(c, talk));
            case SetKind c -> setKind(c, open(c, talk));
            case SetLevel c -> setLevel(c, open(c, talk));
            case SetLanguage c -> setLanguage(c, open(c, talk));
            case SetTrack c -> setTrack(c, open(c, talk));
            case SetTopics c -> setTopics(c, open(c, talk));
            case SetSpeakers c -> setSpeakers(c, open(c, talk), lookup);
            case ScheduleSession c -> schedule(c, open(c, talk));
            case RescheduleSession c -> reschedule(c, open(c, talk));
            case UnscheduleSession c -> unschedule(c, open(c, talk));
            case AttachResource c -> attach(c, open(c, talk));
            case CorrectResource c -> correct(c, open(c, talk));
            case DetachResource c -> detach(c, open(c, talk));
            case TakeNote c -> take(c, open(c, talk));
            case ReviseNote c -> revise(c, open(c, talk));
            case WithdrawNote c -> withdraw(c, open(c, talk));
            case CancelTalk c -> cancel(c, open(c, talk));
            case ReinstateTalk c ->
                when(open(c, talk).cancelled(), new TalkReinstated(c.talk().value()));
            case WithdrawTalk c -> withdraw(c, recorded(c, talk));
            case RestoreTalk c -> restore(c, recorded(c, talk), lookup);
            case SuppressTalk c -> suppress(c, recorded(c, talk));
            case ReleaseTalk c ->
                when(recorded(c, talk).suppressed(), new TalkReleased(c.talk().value()));
            case MarkSameTalk c -> markSame(c, open(c, talk), lookup);
            case MarkDifferentTalk c -> markDifferent(c, open(c, talk));
            case LinkTalkToSource c -> link(c, open(c, talk), lookup);
            case UnlinkTalkFromSource c -> unlink(c, open(c, talk));
        };
    }

    @Override
    public TalkContent evolve(@Nullable TalkContent talk, TalkEvent event) {
        return TalkContent.after(talk, event);
    }

    @Override
    public List<TalkCommand> undo(TalkEvent event, @Nullable TalkContent before) {
        return TalkUndo.of(event, before);
    }

    private static List<TalkEvent> add(AddTalk command, @Nullable TalkContent talk, Lookup lookup) {
        var checks = new Checks();
        var details = TalkFields.details(checks, "details", command.details());
        var source = checks.optionalSource("source", command.source());
        checks.done();
        if (talk != null) {
            boolean same = talk.visible()
                    && talk.details().equals(details)
                    && (source == null || talk.sources().contains(source));
            if (same) {
                return List.of();
            }
            throw new Refused.NotNow("There is a talk with this id already, and it is another one: change that one,"
                    + " or add this one under a new id.");
        }
        requireConference(checks, "details.conferenceId", details.conferenceId(), lookup);
        requireSpeakers(checks, "details.speakers", details.speakers(), List.of(), lookup);
        checks.done();
        if (source != null) {
            References.requireFree(lookup, KIND, source, command.stream());
        }
        return List.of(new TalkAdded(command.talk().value(), details, source));
    }

    private static List<TalkEvent> move(MoveTalk command, TalkContent talk, Lookup lookup) {
        var checks = new Checks();
        if (absent(command.conference())) {
            checks.missing("conference", "conference");
            checks.done();
        }
        var conferenceId = command.conference().value();
        if (conferenceId.equals(talk.conferenceId())) {
            return List.of();
        }
        requireConference(checks, "conference", conferenceId, lookup);
        checks.done();
        return List.of(new TalkMoved(talk.talkId(), conferenceId));
    }

    private static List<TalkEvent> retitle(RetitleTalk command, TalkContent talk) {
        var checks = new Checks();
        var title = TalkFields.title(checks, command.title());
        var subtitle = TalkFields.subtitle(checks, command.subtitle());
        checks.done();
        boolean changes = !title.equals(talk.title())
                || !Objects.equals(subtitle, talk.details().subtitle());
        return when(changes, new TalkRetitled(talk.talkId(), title, subtitle));
    }

    private static List<TalkEvent> rewrite(RewriteSummary command, TalkContent talk) {
        var checks = new Checks();
        var summary = TalkFields.summary(checks, command.summary());
        checks.done();
        return when(!summary.equals(talk.details().summary()), new TalkSummaryRewritten(talk.talkId(), summary));
    }

    private static List<TalkEvent> setKind(SetKind command, TalkContent talk) {
        var checks = new Checks();
        var kind = TalkFields.kind(checks, command.kind());
        checks.done();
        return when(!kind.equals(talk.details().kind()), new TalkKindSet(talk.talkId(), kind));
    }

    private static List<TalkEvent> setLevel(SetLevel command, TalkContent talk) {
        var checks = new Checks();
        var level = TalkFields.level(checks, command.level());
        checks.done();
        return when(!Objects.equals(level, talk.details().level()), new TalkLevelSet(talk.talkId(), level));
    }

    private static List<TalkEvent> setLanguage(SetLanguage command, TalkContent talk) {
        var checks = new Checks();
        var language = checks.optionalLanguage("language", command.language());
        checks.done();
        return when(!Objects.equals(language, talk.details().language()), new TalkLanguageSet(talk.talkId(), language));
    }

    private static List<TalkEvent> setTrack(SetTrack command, TalkContent talk) {
        var checks = new Checks();
        var track = TalkFields.track(checks, command.track());
        checks.done();
        return when(!Objects.equals(track, talk.details().track()), new TalkTrackSet(talk.talkId(), track));
    }

    private static List<TalkEvent> setTopics(SetTopics command, TalkContent talk) {
        var checks = new Checks();
        var topics = TalkFields.topics(checks, command.topics());
        checks.done();
        return when(!topics.equals(talk.details().topics()), new TalkTopicsSet(talk.talkId(), topics));
    }

    private static List<TalkEvent> setSpeakers(SetSpeakers command, TalkContent talk, Lookup lookup) {
        var checks = new Checks();
        var speakers = TalkFields.speakers(checks, command.speakers());
        checks.done();
        requireSpeakers(checks, "speakers", speakers, talk.speakers(), lookup);
        checks.done();
        return when(!speakers.equals(talk.speakers()), new TalkSpeakersSet(talk.talkId(), speakers));
    }

    private static List<TalkEvent> schedule(ScheduleSession command, TalkContent talk) {
        var checks = new Checks();
        var session = TalkFields.session(checks, "session", command.session());
        var old = talk.session(session.sessionId());
        if (old == null) {
            checks.tooMany("session", talk.sessions().size() + 1, "sessions", Limits.SESSIONS_MAX);
        }
        checks.done();
        if (old != null && !old.equals(session)) {
            throw taken("session", "reschedule");
        }
        return when(old == null, new TalkScheduled(talk.talkId(), session));
    }

    private static List<TalkEvent> reschedule(RescheduleSession command, TalkContent talk) {
        var checks = new Checks();
        var session = TalkFields.session(checks, "session", command.session());
        checks.done();
        var old = found("session", session.sessionId(), talk.session(session.sessionId()));
        return when(!old.equals(session), new TalkRescheduled(talk.talkId(), session));
    }

    private static List<TalkEvent> unschedule(UnscheduleSession command, TalkContent talk) {
        var id = Checks.onlyPartId("sessionId", command.sessionId());
        found("session", id, talk.session(id));
        return List.of(new TalkUnscheduled(talk.talkId(), id));
    }

    private static List<TalkEvent> attach(AttachResource command, TalkContent talk) {
        var checks = new Checks();
        var resource = TalkFields.resource(checks, "resource", command.resource());
        var old = talk.resource(resource.resourceId());
        if (old == null) {
            checks.tooMany("resource", talk.resources().size() + 1, "resources", Limits.RESOURCES_MAX);
        }
        checks.done();
        if (old != null && !old.equals(resource)) {
            throw taken("resource", "correct");
        }
        return when(old == null, new TalkResourceAttached(talk.talkId(), resource));
    }

    private static List<TalkEvent> correct(CorrectResource command, TalkContent talk) {
        var checks = new Checks();
        var resource = TalkFields.resource(checks, "resource", command.resource());
        checks.done();
        var old = found("resource", resource.resourceId(), talk.resource(resource.resourceId()));
        return when(!old.equals(resource), new TalkResourceCorrected(talk.talkId(), resource));
    }

    private static List<TalkEvent> detach(DetachResource command, TalkContent talk) {
        var id = Checks.onlyPartId("resourceId", command.resourceId());
        found("resource", id, talk.resource(id));
        return List.of(new TalkResourceDetached(talk.talkId(), id));
    }

    private static List<TalkEvent> take(TakeNote command, TalkContent talk) {
        var checks = new Checks();
        var note = checks.note("note", command.note());
        var old = talk.note(note.noteId());
        checks.notesTogether("note", Lists.put(talk.notes(), note, Note::noteId));
        checks.done();
        if (old != null && !old.equals(note)) {
            throw taken("note", "revise");
        }
        return when(old == null, new TalkNoteTaken(talk.talkId(), note));
    }

    private static List<TalkEvent> revise(ReviseNote command, TalkContent talk) {
        var checks = new Checks();
        var note = checks.note("note", command.note());
        checks.notesTogether("note", Lists.put(talk.notes(), note, Note::noteId));
        checks.done();
        var old = found("note", note.noteId(), talk.note(note.noteId()));
        return when(!old.equals(note), new TalkNoteRevised(talk.talkId(), note));
    }

    private static List<TalkEvent> withdraw(WithdrawNote command, TalkContent talk) {
        var id = Checks.onlyPartId("noteId", command.noteId());
        found("note", id, talk.note(id));
        return List.of(new TalkNoteWithdrawn(talk.talkId(), id));
    }

    private static List<TalkEvent> cancel(CancelTalk command, TalkContent talk) {
        var reason = Checks.onlyReason(command.reason());
        boolean changes = !talk.cancelled() || !Objects.equals(reason, talk.cancelledReason());
        return when(changes, new TalkCancelled(talk.talkId(), reason));
    }

    private static List<TalkEvent> withdraw(WithdrawTalk command, TalkContent talk) {
        var reason = Checks.onlyReason(command.reason());
        boolean changes = !talk.withdrawn() || !Objects.equals(reason, talk.withdrawnReason());
        return when(changes, new TalkWithdrawn(talk.talkId(), reason));
    }

    private static List<TalkEvent> restore(RestoreTalk command, TalkContent talk, Lookup lookup) {
        if (!talk.withdrawn()) {
            return List.of();
        }
        References.requireFree(lookup, KIND, talk.sources(), command.stream());
        return List.of(new TalkRestored(talk.talkId()));
    }

    private static List<TalkEvent> suppress(SuppressTalk command, TalkContent talk) {
        var checks = new Checks();
        var reason = checks.line("reason", command.reason(), "reason", Limits.REASON_CHARACTERS_MAX);
        checks.done();
        boolean changes = !talk.suppressed() || !reason.equals(talk.suppressedReason());
        return when(changes, new TalkSuppressed(talk.talkId(), reason));
    }

    private static List<TalkEvent> markSame(MarkSameTalk command, TalkContent talk, Lookup lookup) {
        var checks = new Checks();
        if (absent(command.other())) {
            checks.missing("other", "other talk");
            checks.done();
        }
        var other = command.other();
        if (talk.sameAs().contains(other.value())) {
            return List.of();
        }
        if (other.equals(command.talk())) {
            checks.wrong("other", "A talk is the same as itself anyway: choose another one.");
        } else if (!lookup.exists(other.stream())) {
            checks.wrong("other", "There is no talk " + other + ": choose one that is in the catalogue.");
        }
        checks.tooMany("other", talk.sameAs().size() + 1, "other talks", Limits.REFERENCES_MAX);
        checks.done();
        return List.of(new TalkMarkedSame(talk.talkId(), other.value()));
    }

    private static List<TalkEvent> markDifferent(MarkDifferentTalk command, TalkContent talk) {
        if (absent(command.other())) {
            throw new Refused.Invalid("other", "The other talk is missing: give one.");
        }
        var other = command.other().value();
        return when(talk.sameAs().contains(other), new TalkMarkedDifferent(talk.talkId(), other));
    }

    private static List<TalkEvent> link(LinkTalkToSource command, TalkContent talk, Lookup lookup) {
        var checks = new Checks();
        var source = checks.source("source", command.source());
        checks.done();
        if (talk.sources().contains(source)) {
            return List.of();
        }
        checks.tooMany("source", talk.sources().size() + 1, "sources", Limits.REFERENCES_MAX);
        checks.done();
        References.requireFree(lookup, KIND, source, command.stream());
        return List.of(new TalkLinkedToSource(talk.talkId(), source));
    }

    private static List<TalkEvent> unlink(UnlinkTalkFromSource command, TalkContent talk) {
        var checks = new Checks();
        var source = checks.source("source", command.source());
        checks.done();
        return when(talk.sources().contains(source), new TalkUnlinkedFromSource(talk.talkId(), source));
    }

    /// The talk, when it may be edited.
    private static TalkContent open(TalkCommand command, @Nullable TalkContent state) {
        var talk = recorded(command, state);
        if (talk.suppressed()) {
            throw new Refused.NotNow("This talk was taken down: release it before changing it.");
        }
        if (talk.withdrawn()) {
            throw new Refused.NotNow("This talk was withdrawn: restore it before changing it.");
        }
        return talk;
    }

    private static TalkContent recorded(TalkCommand command, @Nullable TalkContent talk) {
        if (talk == null) {
            throw new Refused.NotFound("There is no talk " + command.talk() + ": check its address.");
        }
        return talk;
    }

    private static void requireConference(Checks checks, String field, String conferenceId, Lookup lookup) {
        if (!lookup.exists("conference:" + conferenceId)) {
            checks.wrong(field, "There is no conference " + conferenceId + ": register it first.");
        }
    }

    /// Those who are on the talk already may stay, even when they were removed meanwhile: putting the others in
    /// order must not fail because of them.
    private static void requireSpeakers(
            Checks checks, String field, List<Credit> speakers, List<Credit> before, Lookup lookup) {
        var credited = new HashSet<String>();
        before.forEach(credit -> credited.add(credit.speakerId()));
        for (int i = 0; i < speakers.size(); i++) {
            var id = speakers.get(i).speakerId();
            if (!credited.contains(id) && !lookup.exists("speaker:" + id)) {
                checks.wrong(field + "[" + i + "].speakerId", "There is no speaker " + id + ": register them first.");
            }
        }
    }

    private static <T> T found(String thing, String id, @Nullable T part) {
        if (part == null) {
            throw new Refused.NotFound(
                    "This talk has no " + thing + " “" + id + "”: reload the page to see which it has.");
        }
        return part;
    }

    private static Refused.NotNow taken(String thing, String verb) {
        return new Refused.NotNow(
                "This talk has another " + thing + " with the same id: " + verb + " that one, or use a new id.");
    }

    /// JSON may leave out what the type promises.
    private static boolean absent(@Nullable Object value) {
        return value == null;
    }

    private static List<TalkEvent> when(boolean changes, TalkEvent event) {
        return changes ? List.of(event) : List.of();
    }
}

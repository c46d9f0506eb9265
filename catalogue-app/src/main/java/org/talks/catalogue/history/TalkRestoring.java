package org.talks.catalogue.history;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.command.CatalogueCommand;
import org.talks.catalogue.conference.ConferenceId;
import org.talks.catalogue.talk.TalkCommand.AttachResource;
import org.talks.catalogue.talk.TalkCommand.CancelTalk;
import org.talks.catalogue.talk.TalkCommand.CorrectResource;
import org.talks.catalogue.talk.TalkCommand.DetachResource;
import org.talks.catalogue.talk.TalkCommand.MarkDifferentTalk;
import org.talks.catalogue.talk.TalkCommand.MarkSameTalk;
import org.talks.catalogue.talk.TalkCommand.MoveTalk;
import org.talks.catalogue.talk.TalkCommand.ReinstateTalk;
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
import org.talks.catalogue.talk.TalkCommand.TakeNote;
import org.talks.catalogue.talk.TalkCommand.UnscheduleSession;
import org.talks.catalogue.talk.TalkCommand.WithdrawNote;
import org.talks.catalogue.talk.TalkCommand.WithdrawTalk;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.talk.TalkId;
import org.talks.events.Note;
import org.talks.events.Resource;
import org.talks.events.Session;

/// The commands that make a talk again what it was.
final class TalkRestoring {

    private TalkRestoring() {}

    static void commands(TalkContent now, TalkContent then, List<CatalogueCommand> commands) {
        var id = new TalkId(now.talkId());
        details(id, now, then, commands);
        Restoring.parts(
                now.sessions(),
                then.sessions(),
                Session::sessionId,
                session -> new ScheduleSession(id, session),
                session -> new RescheduleSession(id, session),
                session -> new UnscheduleSession(id, session.sessionId()),
                commands);
        Restoring.parts(
                now.resources(),
                then.resources(),
                Resource::resourceId,
                resource -> new AttachResource(id, resource),
                resource -> new CorrectResource(id, resource),
                resource -> new DetachResource(id, resource.resourceId()),
                commands);
        Restoring.parts(
                now.notes(),
                then.notes(),
                Note::noteId,
                note -> new TakeNote(id, note),
                note -> new ReviseNote(id, note),
                note -> new WithdrawNote(id, note.noteId()),
                commands);
        now.sameAs().stream()
                .filter(other -> !then.sameAs().contains(other))
                .forEach(other -> commands.add(new MarkDifferentTalk(id, new TalkId(other))));
        then.sameAs().stream()
                .filter(other -> !now.sameAs().contains(other))
                .forEach(other -> commands.add(new MarkSameTalk(id, new TalkId(other))));
        if (then.cancelled() && (!now.cancelled() || !Objects.equals(then.cancelledReason(), now.cancelledReason()))) {
            commands.add(new CancelTalk(id, then.cancelledReason()));
        } else if (now.cancelled() && !then.cancelled()) {
            commands.add(new ReinstateTalk(id));
        }
        // What was withdrawn cannot be edited.
        if (now.withdrawn() && !(then.withdrawn() && commands.isEmpty())) {
            commands.addFirst(new RestoreTalk(id));
        }
        if (then.withdrawn() && !(now.withdrawn() && commands.isEmpty())) {
            commands.add(new WithdrawTalk(id, then.withdrawnReason()));
        }
    }

    private static void details(TalkId id, TalkContent now, TalkContent then, List<CatalogueCommand> commands) {
        var old = then.details();
        var present = now.details();
        add(
                present.conferenceId(),
                old.conferenceId(),
                new MoveTalk(id, new ConferenceId(old.conferenceId())),
                commands);
        if (!old.title().equals(present.title()) || !Objects.equals(old.subtitle(), present.subtitle())) {
            commands.add(new RetitleTalk(id, old.title(), old.subtitle()));
        }
        add(present.summary(), old.summary(), new RewriteSummary(id, old.summary()), commands);
        add(present.kind(), old.kind(), new SetKind(id, old.kind()), commands);
        add(present.level(), old.level(), new SetLevel(id, old.level()), commands);
        add(present.language(), old.language(), new SetLanguage(id, old.language()), commands);
        add(present.track(), old.track(), new SetTrack(id, old.track()), commands);
        add(present.topics(), old.topics(), new SetTopics(id, old.topics()), commands);
        add(present.speakers(), old.speakers(), new SetSpeakers(id, old.speakers()), commands);
    }

    private static void add(
            @Nullable Object now, @Nullable Object then, CatalogueCommand command, List<CatalogueCommand> commands) {
        if (!Objects.equals(now, then)) {
            commands.add(command);
        }
    }
}

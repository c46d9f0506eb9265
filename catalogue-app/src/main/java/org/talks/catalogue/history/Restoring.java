package org.talks.catalogue.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.command.CatalogueCommand;
import org.talks.catalogue.conference.ConferenceCommand.CancelConference;
import org.talks.catalogue.conference.ConferenceCommand.CorrectConferenceDetails;
import org.talks.catalogue.conference.ConferenceCommand.ReinstateConference;
import org.talks.catalogue.conference.ConferenceCommand.RemoveConference;
import org.talks.catalogue.conference.ConferenceCommand.RestoreConference;
import org.talks.catalogue.conference.ConferenceCommand.ReviseConferenceNote;
import org.talks.catalogue.conference.ConferenceCommand.TakeConferenceNote;
import org.talks.catalogue.conference.ConferenceCommand.WithdrawConferenceNote;
import org.talks.catalogue.conference.ConferenceContent;
import org.talks.catalogue.series.SeriesCommand.CorrectSeriesDetails;
import org.talks.catalogue.series.SeriesCommand.RemoveSeries;
import org.talks.catalogue.series.SeriesCommand.RestoreSeries;
import org.talks.catalogue.series.SeriesContent;
import org.talks.catalogue.speaker.SpeakerCommand.AddAlias;
import org.talks.catalogue.speaker.SpeakerCommand.CorrectSpeakerDetails;
import org.talks.catalogue.speaker.SpeakerCommand.MergeSpeaker;
import org.talks.catalogue.speaker.SpeakerCommand.RemoveAlias;
import org.talks.catalogue.speaker.SpeakerCommand.RemoveSpeaker;
import org.talks.catalogue.speaker.SpeakerCommand.RenameSpeaker;
import org.talks.catalogue.speaker.SpeakerCommand.RestoreSpeaker;
import org.talks.catalogue.speaker.SpeakerCommand.UnmergeSpeaker;
import org.talks.catalogue.speaker.SpeakerContent;
import org.talks.catalogue.speaker.SpeakerId;
import org.talks.catalogue.talk.TalkContent;
import org.talks.events.Note;

/// The commands that make a thing again what it was. Under which keys sources know it stays as it is, or the next
/// import would not find it; a takedown stays as well.
public final class Restoring {

    private Restoring() {}

    /// The commands in the order in which they are to be carried out, together; none when nothing differs.
    ///
    /// @param now the present content
    /// @param then earlier content of the same thing
    public static List<CatalogueCommand> commands(Object now, Object then) {
        var commands = new ArrayList<CatalogueCommand>();
        switch (now) {
            case TalkContent talk -> TalkRestoring.commands(talk, (TalkContent) then, commands);
            case ConferenceContent conference -> conference(conference, (ConferenceContent) then, commands);
            case SpeakerContent speaker -> speaker(speaker, (SpeakerContent) then, commands);
            case SeriesContent series -> series(series, (SeriesContent) then, commands);
            default -> throw new IllegalArgumentException("versions of " + now.getClass() + " are not restored");
        }
        return commands;
    }

    private static void conference(ConferenceContent now, ConferenceContent then, List<CatalogueCommand> commands) {
        var id = now.id();
        if (!then.details().equals(now.details())) {
            commands.add(new CorrectConferenceDetails(id, then.details()));
        }
        parts(
                now.notes(),
                then.notes(),
                Note::noteId,
                note -> new TakeConferenceNote(id, note),
                note -> new ReviseConferenceNote(id, note),
                note -> new WithdrawConferenceNote(id, note.noteId()),
                commands);
        if (then.cancelled() && (!now.cancelled() || !Objects.equals(then.cancelledReason(), now.cancelledReason()))) {
            commands.add(new CancelConference(id, then.cancelledReason()));
        } else if (now.cancelled() && !then.cancelled()) {
            commands.add(new ReinstateConference(id));
        }
        // What was removed cannot be edited.
        if (now.removed() && !(then.removed() && commands.isEmpty())) {
            commands.addFirst(new RestoreConference(id));
        }
        if (then.removed() && !(now.removed() && commands.isEmpty())) {
            commands.add(new RemoveConference(id, then.removedReason()));
        }
    }

    private static void series(SeriesContent now, SeriesContent then, List<CatalogueCommand> commands) {
        var id = now.id();
        if (!then.name().equals(now.name()) || !Objects.equals(then.website(), now.website())) {
            commands.add(new CorrectSeriesDetails(id, then.name(), then.website()));
        }
        // What was removed cannot be edited.
        if (now.removed() && !(then.removed() && commands.isEmpty())) {
            commands.addFirst(new RestoreSeries(id));
        }
        if (then.removed() && !(now.removed() && commands.isEmpty())) {
            commands.add(new RemoveSeries(id, then.removedReason()));
        }
    }

    private static void speaker(SpeakerContent now, SpeakerContent then, List<CatalogueCommand> commands) {
        var id = now.id();
        // Names that were findable then become aliases below; the present name only if it was one of them.
        if (!then.name().equals(now.name())) {
            commands.add(new RenameSpeaker(id, then.name(), false));
        }
        now.aliases().stream()
                .filter(alias -> !then.aliases().contains(alias) && !alias.equals(then.name()))
                .forEach(alias -> commands.add(new RemoveAlias(id, alias)));
        then.aliases().stream()
                .filter(alias -> !now.aliases().contains(alias))
                .forEach(alias -> commands.add(new AddAlias(id, alias)));
        if (!then.details().equals(now.details())) {
            commands.add(new CorrectSpeakerDetails(id, then.details()));
        }
        var edited = !commands.isEmpty();
        if (now.mergedInto() != null && (edited || !now.mergedInto().equals(then.mergedInto()))) {
            commands.addFirst(new UnmergeSpeaker(id));
        }
        if (then.mergedInto() != null && (edited || !then.mergedInto().equals(now.mergedInto()))) {
            commands.add(new MergeSpeaker(id, new SpeakerId(then.mergedInto())));
        }
        if (now.removed() && !(then.removed() && commands.isEmpty())) {
            commands.addFirst(new RestoreSpeaker(id));
        }
        if (then.removed() && !(now.removed() && commands.isEmpty())) {
            commands.add(new RemoveSpeaker(id, then.removedReason()));
        }
    }

    /// Takes out the parts that were not there then, corrects those that were different, and brings back the
    /// others.
    static <P> void parts(
            List<P> now,
            List<P> then,
            Function<P, String> id,
            Function<P, CatalogueCommand> add,
            Function<P, CatalogueCommand> correct,
            Function<P, CatalogueCommand> remove,
            List<CatalogueCommand> commands) {
        now.stream().filter(part -> find(then, id, part) == null).map(remove).forEach(commands::add);
        for (var part : then) {
            var present = find(now, id, part);
            if (present == null) {
                commands.add(add.apply(part));
            } else if (!present.equals(part)) {
                commands.add(correct.apply(part));
            }
        }
    }

    private static <P> @Nullable P find(List<P> parts, Function<P, String> id, P like) {
        return parts.stream()
                .filter(part -> id.apply(part).equals(id.apply(like)))
                .findFirst()
                .orElse(null);
    }
}

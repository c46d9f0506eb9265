package org.talks.catalogue.conference.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.command.Decider;
import org.talks.catalogue.command.Lookup;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.conference.ConferenceCommand;
import org.talks.catalogue.conference.ConferenceCommand.CancelConference;
import org.talks.catalogue.conference.ConferenceCommand.CorrectConferenceDetails;
import org.talks.catalogue.conference.ConferenceCommand.LinkConferenceToSource;
import org.talks.catalogue.conference.ConferenceCommand.RegisterConference;
import org.talks.catalogue.conference.ConferenceCommand.ReinstateConference;
import org.talks.catalogue.conference.ConferenceCommand.RemoveConference;
import org.talks.catalogue.conference.ConferenceCommand.RestoreConference;
import org.talks.catalogue.conference.ConferenceCommand.ReviseConferenceNote;
import org.talks.catalogue.conference.ConferenceCommand.TakeConferenceNote;
import org.talks.catalogue.conference.ConferenceCommand.UnlinkConferenceFromSource;
import org.talks.catalogue.conference.ConferenceCommand.WithdrawConferenceNote;
import org.talks.catalogue.conference.ConferenceContent;
import org.talks.catalogue.rules.Checks;
import org.talks.catalogue.rules.Limits;
import org.talks.catalogue.rules.Lists;
import org.talks.catalogue.rules.References;
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
import org.talks.events.Note;

/// Decides what a command changes. Commands on a conference that is removed are refused, except those that change
/// just that; a part that already is as the command says appends nothing.
final class ConferenceDecider implements Decider<ConferenceCommand, ConferenceEvent, ConferenceContent> {

    private static final String KIND = "conference";

    @Override
    public List<ConferenceEvent> decide(
            ConferenceCommand command, @Nullable ConferenceContent conference, Lookup lookup) {
        return switch (command) {
            case RegisterConference c -> register(c, conference, lookup);
            case CorrectConferenceDetails c -> correct(c, open(c, conference), lookup);
            case TakeConferenceNote c -> take(c, open(c, conference));
            case ReviseConferenceNote c -> revise(c, open(c, conference));
            case WithdrawConferenceNote c -> withdraw(c, open(c, conference));
            case CancelConference c -> cancel(c, open(c, conference));
            case ReinstateConference c ->
                when(
                        open(c, conference).cancelled(),
                        new ConferenceReinstated(c.conference().value()));
            case RemoveConference c -> remove(c, recorded(c, conference));
            case RestoreConference c -> restore(c, recorded(c, conference), lookup);
            case LinkConferenceToSource c -> link(c, open(c, conference), lookup);
            case UnlinkConferenceFromSource c -> unlink(c, open(c, conference));
        };
    }

    @Override
    public ConferenceContent evolve(@Nullable ConferenceContent conference, ConferenceEvent event) {
        return ConferenceContent.after(conference, event);
    }

    @Override
    public List<ConferenceCommand> undo(ConferenceEvent event, @Nullable ConferenceContent before) {
        return ConferenceUndo.of(event, before);
    }

    private static List<ConferenceEvent> register(
            RegisterConference command, @Nullable ConferenceContent conference, Lookup lookup) {
        var checks = new Checks();
        var details = details(checks, command.details());
        var source = checks.optionalSource("source", command.source());
        checks.done();
        if (conference != null) {
            boolean same = !conference.removed()
                    && conference.details().equals(details)
                    && (source == null || conference.sources().contains(source));
            if (same) {
                return List.of();
            }
            throw new Refused.NotNow("There is a conference with this id already, and it is another one: change that"
                    + " one, or register this one under a new id.");
        }
        requireSeries(checks, details.seriesId(), lookup);
        checks.done();
        if (source != null) {
            References.requireFree(lookup, KIND, source, command.stream());
        }
        return List.of(new ConferenceRegistered(command.conference().value(), details, source));
    }

    private static List<ConferenceEvent> correct(
            CorrectConferenceDetails command, ConferenceContent conference, Lookup lookup) {
        var checks = new Checks();
        var details = details(checks, command.details());
        checks.done();
        if (details.equals(conference.details())) {
            return List.of();
        }
        if (!Objects.equals(details.seriesId(), conference.details().seriesId())) {
            requireSeries(checks, details.seriesId(), lookup);
            checks.done();
        }
        return List.of(new ConferenceDetailsCorrected(conference.conferenceId(), details));
    }

    private static List<ConferenceEvent> take(TakeConferenceNote command, ConferenceContent conference) {
        var note = note(command.note(), conference);
        var old = conference.note(note.noteId());
        if (old != null && !old.equals(note)) {
            throw new Refused.NotNow(
                    "This conference has another note with the same id: revise that one, or use a" + " new id.");
        }
        return when(old == null, new ConferenceNoteTaken(conference.conferenceId(), note));
    }

    private static List<ConferenceEvent> revise(ReviseConferenceNote command, ConferenceContent conference) {
        var note = note(command.note(), conference);
        var old = foundNote(note.noteId(), conference);
        return when(!old.equals(note), new ConferenceNoteRevised(conference.conferenceId(), note));
    }

    private static List<ConferenceEvent> withdraw(WithdrawConferenceNote command, ConferenceContent conference) {
        var id = Checks.onlyPartId("noteId", command.noteId());
        foundNote(id, conference);
        return List.of(new ConferenceNoteWithdrawn(conference.conferenceId(), id));
    }

    private static List<ConferenceEvent> cancel(CancelConference command, ConferenceContent conference) {
        var reason = Checks.onlyReason(command.reason());
        boolean changes = !conference.cancelled() || !Objects.equals(reason, conference.cancelledReason());
        return when(changes, new ConferenceCancelled(conference.conferenceId(), reason));
    }

    private static List<ConferenceEvent> remove(RemoveConference command, ConferenceContent conference) {
        var reason = Checks.onlyReason(command.reason());
        boolean changes = !conference.removed() || !Objects.equals(reason, conference.removedReason());
        return when(changes, new ConferenceRemoved(conference.conferenceId(), reason));
    }

    private static List<ConferenceEvent> restore(
            RestoreConference command, ConferenceContent conference, Lookup lookup) {
        if (!conference.removed()) {
            return List.of();
        }
        References.requireFree(lookup, KIND, conference.sources(), command.stream());
        return List.of(new ConferenceRestored(conference.conferenceId()));
    }

    private static List<ConferenceEvent> link(
            LinkConferenceToSource command, ConferenceContent conference, Lookup lookup) {
        var checks = new Checks();
        var source = checks.source("source", command.source());
        checks.done();
        if (conference.sources().contains(source)) {
            return List.of();
        }
        checks.tooMany("source", conference.sources().size() + 1, "sources", Limits.REFERENCES_MAX);
        checks.done();
        References.requireFree(lookup, KIND, source, command.stream());
        return List.of(new ConferenceLinkedToSource(conference.conferenceId(), source));
    }

    private static List<ConferenceEvent> unlink(UnlinkConferenceFromSource command, ConferenceContent conference) {
        var checks = new Checks();
        var source = checks.source("source", command.source());
        checks.done();
        return when(
                conference.sources().contains(source),
                new ConferenceUnlinkedFromSource(conference.conferenceId(), source));
    }

    private static ConferenceDetails details(Checks checks, @Nullable ConferenceDetails value) {
        if (value == null) {
            checks.missing("details", "description of the conference");
            return ConferenceDetails.named("");
        }
        var in = checks.in("details");
        var details = new ConferenceDetails(
                in.line("name", value.name(), "name", Limits.TITLE_CHARACTERS_MAX),
                value.seriesId() == null ? null : in.id("seriesId", value.seriesId(), "series"),
                in.optionalDate("startDate", value.startDate(), "first day"),
                in.optionalDate("endDate", value.endDate(), "last day"),
                in.optionalLine("city", value.city(), "city", Limits.LINE_CHARACTERS_MAX),
                in.optionalLine("country", value.country(), "country", Limits.LINE_CHARACTERS_MAX),
                in.optionalZone("zone", value.zone()),
                in.optionalUrl("website", value.website(), "website"),
                languages(in, value.languages()),
                in.optionalText("description", value.description(), "description", Limits.SUMMARY_CHARACTERS_MAX));
        if (endsBeforeItStarts(details.startDate(), details.endDate())) {
            in.wrong("endDate", "The last day is before the first: correct one of them.");
        }
        return details;
    }

    private static boolean endsBeforeItStarts(@Nullable LocalDate start, @Nullable LocalDate end) {
        return start != null && end != null && end.isBefore(start);
    }

    private static List<String> languages(Checks checks, List<String> value) {
        return checks
                .each("languages", value, "languages", Limits.LANGUAGES_MAX, (field, tag) -> {
                    var language = checks.optionalLanguage(field, tag);
                    return language == null ? "" : language;
                })
                .stream()
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }

    private static Note note(@Nullable Note value, ConferenceContent conference) {
        var checks = new Checks();
        var note = checks.note("note", value);
        checks.notesTogether("note", Lists.put(conference.notes(), note, Note::noteId));
        checks.done();
        return note;
    }

    private static Note foundNote(String noteId, ConferenceContent conference) {
        var note = conference.note(noteId);
        if (note == null) {
            throw new Refused.NotFound(
                    "This conference has no note “" + noteId + "”: reload the page to see which it has.");
        }
        return note;
    }

    private static void requireSeries(Checks checks, @Nullable String seriesId, Lookup lookup) {
        if (seriesId != null && !lookup.exists("series:" + seriesId)) {
            checks.wrong("details.seriesId", "There is no series " + seriesId + ": register it first.");
        }
    }

    /// The conference, when it may be edited.
    private static ConferenceContent open(ConferenceCommand command, @Nullable ConferenceContent state) {
        var conference = recorded(command, state);
        if (conference.removed()) {
            throw new Refused.NotNow("This conference was removed: restore it before changing it.");
        }
        return conference;
    }

    private static ConferenceContent recorded(ConferenceCommand command, @Nullable ConferenceContent conference) {
        if (conference == null) {
            throw new Refused.NotFound("There is no conference " + command.conference() + ": check its address.");
        }
        return conference;
    }

    private static List<ConferenceEvent> when(boolean changes, ConferenceEvent event) {
        return changes ? List.of(event) : List.of();
    }
}

package org.talks.catalogue.history.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.conference.ConferenceContent;
import org.talks.catalogue.history.HistoryOf.Step;
import org.talks.catalogue.series.SeriesContent;
import org.talks.catalogue.speaker.SpeakerContent;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.transcript.TranscriptContent;
import org.talks.catalogue.web.Dates;
import org.talks.catalogue.web.Durations;
import org.talks.catalogue.web.Wording;
import org.talks.events.ConferenceEvent;
import org.talks.events.Note;
import org.talks.events.RichText;
import org.talks.events.SeriesEvent;
import org.talks.events.Session;
import org.talks.events.SpeakerEvent;
import org.talks.events.TalkEvent;
import org.talks.events.TranscriptEvent;

/// Puts the steps of a history into words. Every event has its own, and one that is added later does not compile
/// without.
final class Telling {

    private Telling() {}

    static Told of(Step step, Names names) {
        return switch (step.recorded().event()) {
            case TalkEvent event ->
                TalkTelling.of(
                        event,
                        step.before() instanceof TalkContent before ? before : null,
                        (TalkContent) step.after(),
                        names);
            case ConferenceEvent event ->
                ConferenceTelling.of(
                        event,
                        step.before() instanceof ConferenceContent before ? before : null,
                        (ConferenceContent) step.after(),
                        names);
            case SpeakerEvent event ->
                SpeakerTelling.of(
                        event,
                        step.before() instanceof SpeakerContent before ? before : null,
                        (SpeakerContent) step.after(),
                        names);
            case SeriesEvent event ->
                SeriesTelling.of(event, step.before() instanceof SeriesContent before ? before : null, (SeriesContent)
                        step.after());
            case TranscriptEvent event ->
                TranscriptTelling.of(
                        event, step.before() instanceof TranscriptContent before ? before : null, (TranscriptContent)
                                step.after());
        };
    }

    static Told note(String did, @Nullable Note before, @Nullable Note after) {
        return note(new Told.Changes(), before, after).after(did);
    }

    static Told.Changes note(Told.Changes changes, @Nullable Note before, @Nullable Note after) {
        return changes.value(
                        Wording.text("history.by"),
                        before == null ? null : before.author(),
                        after == null ? null : after.author())
                .words(
                        Wording.text("history.heading"),
                        before == null ? null : before.heading(),
                        after == null ? null : after.heading())
                .text(
                        Wording.text("history.note"),
                        before == null ? RichText.EMPTY : before.text(),
                        after == null ? RichText.EMPTY : after.text())
                .value(
                        Wording.text("history.slide"),
                        before == null ? null : before.slide(),
                        after == null ? null : after.slide())
                .value(Wording.text("history.at"), clock(before), clock(after));
    }

    private static @Nullable String clock(@Nullable Note note) {
        return note == null || note.second() == null ? null : Durations.clock(note.second());
    }

    static String session(@Nullable Session session) {
        if (session == null) {
            return "";
        }
        var words = new ArrayList<String>();
        if (session.date() != null) {
            words.add(Dates.day(session.date()));
        }
        if (session.localTime() != null) {
            words.add(session.localTime());
        }
        if (session.zone() != null) {
            words.add(session.zone());
        }
        if (session.durationSeconds() != null) {
            words.add(Durations.words(session.durationSeconds()));
        }
        if (session.room() != null) {
            words.add(session.room());
        }
        return words.isEmpty() ? Wording.text("history.no-date-yet") : String.join(", ", words);
    }

    /// `url (label)`, one after the other.
    static String links(List<org.talks.events.Link> links) {
        return String.join(
                ", ",
                links.stream()
                        .map(link -> link.label() == null ? link.url() : link.url() + " (" + link.label() + ")")
                        .toList());
    }
}

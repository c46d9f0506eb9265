package org.talks.catalogue.conference.model;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.talks.catalogue.command.KnownThings;
import org.talks.catalogue.command.Scenario;
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
import org.talks.catalogue.conference.ConferenceId;
import org.talks.catalogue.rules.Limits;
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
import org.talks.events.RichText;
import org.talks.events.SourceKey;

class ConferenceRulesTest {

    private static final String C = "01940000-0000-7000-8000-0000000000c1";
    private static final ConferenceId CONFERENCE = new ConferenceId(C);
    private static final String OTHER = "conference:01940000-0000-7000-8000-0000000000c2";
    private static final String SERIES = "01940000-0000-7000-8000-0000000000e1";
    private static final String NOBODY = "01940000-0000-7000-8000-0000000000ff";
    private static final SourceKey KEY = new SourceKey("pyvideo", "pycon-ie-2016");
    private static final SourceKey OTHER_KEY = new SourceKey("frab:pycon-ie", "1");
    private static final Note NOTE =
            new Note("n1", "Ada", "Day two", RichText.markdown("Better than day one."), null, null, null);
    private static final ConferenceDetails DETAILS = new ConferenceDetails(
            "PyCon Ireland 2016",
            SERIES,
            LocalDate.of(2016, 11, 5),
            LocalDate.of(2016, 11, 6),
            "Dublin",
            "Ireland",
            "Europe/Dublin",
            "https://python.ie",
            List.of("en"),
            RichText.EMPTY);
    private static final ConferenceEvent REGISTERED = new ConferenceRegistered(C, DETAILS, KEY);
    private static final ConferenceEvent REMOVED = new ConferenceRemoved(C, "double");

    private static KnownThings world() {
        return KnownThings.of("series:" + SERIES).owning("conference", KEY, CONFERENCE.stream());
    }

    private static Scenario<ConferenceCommand, ConferenceEvent, ConferenceContent> conferences() {
        return new Scenario<>(ConferenceModel.decider(), world());
    }

    @Test
    void registersWithAllThatIsKnownAndOnlyOnce() {
        conferences().when(new RegisterConference(CONFERENCE, DETAILS, KEY)).then(REGISTERED);
        conferences()
                .given(REGISTERED)
                .when(new RegisterConference(CONFERENCE, DETAILS, KEY))
                .thenNothing();
        conferences()
                .given(REGISTERED)
                .when(new RegisterConference(CONFERENCE, ConferenceDetails.named("Another"), KEY))
                .thenNotNow("new id");
        conferences()
                .given(REGISTERED, REMOVED)
                .when(new RegisterConference(CONFERENCE, DETAILS, KEY))
                .thenNotNow("already");
    }

    @Test
    void needsOnlyAName() {
        var named = ConferenceDetails.named("PyCon");
        conferences()
                .when(new RegisterConference(CONFERENCE, named, null))
                .then(new ConferenceRegistered(C, named, null));
        conferences()
                .when(new RegisterConference(CONFERENCE, ConferenceDetails.named(" "), null))
                .thenInvalid("details.name");
    }

    @Test
    void tellsOfEverythingThatIsWrongAtOnce() {
        var details = new ConferenceDetails(
                "x".repeat(Limits.TITLE_CHARACTERS_MAX + 1),
                "pycon",
                LocalDate.of(2016, 11, 6),
                LocalDate.of(2016, 11, 5),
                null,
                null,
                "Dublin",
                "python.ie",
                List.of("en", "Irish, English"),
                RichText.EMPTY);
        conferences()
                .when(new RegisterConference(CONFERENCE, details, null))
                .thenInvalid(
                        "details.name",
                        "details.seriesId",
                        "details.zone",
                        "details.website",
                        "details.languages[1]",
                        "details.endDate");
    }

    @Test
    void itsSeriesExistsUnlessItIsInItAlready() {
        var elsewhere = inSeries(NOBODY, "Name");
        conferences().when(new RegisterConference(CONFERENCE, elsewhere, null)).thenInvalid("details.seriesId");
        conferences()
                .given(REGISTERED)
                .when(new CorrectConferenceDetails(CONFERENCE, elsewhere))
                .thenInvalid("details.seriesId");
        var renamed = inSeries(NOBODY, "Renamed");
        conferences()
                .given(new ConferenceRegistered(C, elsewhere, null))
                .when(new CorrectConferenceDetails(CONFERENCE, renamed))
                .then(new ConferenceDetailsCorrected(C, renamed));
    }

    private static ConferenceDetails inSeries(String seriesId, String name) {
        return new ConferenceDetails(name, seriesId, null, null, null, null, null, null, List.of(), RichText.EMPTY);
    }

    @Test
    void correctingToTheSameChangesNothing() {
        conferences()
                .given(REGISTERED)
                .when(new CorrectConferenceDetails(CONFERENCE, DETAILS))
                .thenNothing();
    }

    @Test
    void notesAreTakenRevisedAndWithdrawn() {
        var taken = new ConferenceNoteTaken(C, NOTE);
        var other = new Note("n1", "Eve", null, RichText.markdown("Mine."), null, null, null);
        conferences()
                .given(REGISTERED)
                .when(new TakeConferenceNote(CONFERENCE, NOTE))
                .then(taken);
        conferences()
                .given(REGISTERED, taken)
                .when(new TakeConferenceNote(CONFERENCE, NOTE))
                .thenNothing();
        conferences()
                .given(REGISTERED, taken)
                .when(new TakeConferenceNote(CONFERENCE, other))
                .thenNotNow("revise");
        conferences()
                .given(REGISTERED, taken)
                .when(new ReviseConferenceNote(CONFERENCE, other))
                .then(new ConferenceNoteRevised(C, other));
        conferences()
                .given(REGISTERED, taken)
                .when(new WithdrawConferenceNote(CONFERENCE, "n1"))
                .then(new ConferenceNoteWithdrawn(C, "n1"));
        conferences()
                .given(REGISTERED)
                .when(new ReviseConferenceNote(CONFERENCE, NOTE))
                .thenNotFound();
        conferences()
                .given(REGISTERED)
                .when(new WithdrawConferenceNote(CONFERENCE, "n1"))
                .thenNotFound();
    }

    @Test
    void isCancelledAndReinstated() {
        var cancelled = new ConferenceCancelled(C, "flood");
        conferences()
                .given(REGISTERED)
                .when(new CancelConference(CONFERENCE, "flood"))
                .then(cancelled);
        conferences()
                .given(REGISTERED, cancelled)
                .when(new CancelConference(CONFERENCE, "flood"))
                .thenNothing();
        conferences()
                .given(REGISTERED, cancelled)
                .when(new ReinstateConference(CONFERENCE))
                .then(new ConferenceReinstated(C));
        conferences()
                .given(REGISTERED)
                .when(new ReinstateConference(CONFERENCE))
                .thenNothing();
    }

    @Test
    void isRemovedAndRestored() {
        conferences()
                .given(REGISTERED)
                .when(new RemoveConference(CONFERENCE, "double"))
                .then(REMOVED);
        conferences()
                .given(REGISTERED, REMOVED)
                .when(new RemoveConference(CONFERENCE, "double"))
                .thenNothing();
        conferences()
                .given(REGISTERED, REMOVED)
                .when(new RestoreConference(CONFERENCE))
                .then(new ConferenceRestored(C));
        conferences().given(REGISTERED).when(new RestoreConference(CONFERENCE)).thenNothing();
        new Scenario<>(ConferenceModel.decider(), world().owning("conference", KEY, OTHER))
                .given(REGISTERED, REMOVED)
                .when(new RestoreConference(CONFERENCE))
                .thenNotNow("unlink it there");
    }

    @Test
    void aSourceKeyBelongsToOneConference() {
        conferences()
                .given(REGISTERED)
                .when(new LinkConferenceToSource(CONFERENCE, OTHER_KEY))
                .then(new ConferenceLinkedToSource(C, OTHER_KEY));
        conferences()
                .given(REGISTERED)
                .when(new LinkConferenceToSource(CONFERENCE, KEY))
                .thenNothing();
        conferences()
                .given(REGISTERED)
                .when(new UnlinkConferenceFromSource(CONFERENCE, KEY))
                .then(new ConferenceUnlinkedFromSource(C, KEY));
        var taken = world().owning("conference", OTHER_KEY, OTHER);
        new Scenario<>(ConferenceModel.decider(), taken)
                .given(REGISTERED)
                .when(new LinkConferenceToSource(CONFERENCE, OTHER_KEY))
                .thenNotNow("unlink it there");
        new Scenario<>(ConferenceModel.decider(), taken)
                .when(new RegisterConference(CONFERENCE, DETAILS, OTHER_KEY))
                .thenNotNow("unlink it there");
    }

    static Stream<ConferenceCommand> edits() {
        return Stream.of(
                new CorrectConferenceDetails(CONFERENCE, DETAILS),
                new TakeConferenceNote(CONFERENCE, NOTE),
                new ReviseConferenceNote(CONFERENCE, NOTE),
                new WithdrawConferenceNote(CONFERENCE, "n1"),
                new CancelConference(CONFERENCE, null),
                new ReinstateConference(CONFERENCE),
                new LinkConferenceToSource(CONFERENCE, KEY),
                new UnlinkConferenceFromSource(CONFERENCE, KEY));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void isClosedForEditsOnceRemovedAndUnknownBeforeItIsRegistered(ConferenceCommand edit) {
        conferences().given(REGISTERED, REMOVED).when(edit).thenNotNow("restore it");
        conferences().when(edit).thenNotFound();
    }

    @Test
    void cannotBeRemovedOrRestoredBeforeItIsRegistered() {
        conferences().when(new RemoveConference(CONFERENCE, null)).thenNotFound();
        conferences().when(new RestoreConference(CONFERENCE)).thenNotFound();
    }
}

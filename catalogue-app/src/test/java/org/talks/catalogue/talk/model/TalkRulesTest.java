package org.talks.catalogue.talk.model;

import static org.talks.catalogue.talk.model.TalkSamples.ADA;
import static org.talks.catalogue.talk.model.TalkSamples.CONFERENCE;
import static org.talks.catalogue.talk.model.TalkSamples.GRACE;
import static org.talks.catalogue.talk.model.TalkSamples.KEY;
import static org.talks.catalogue.talk.model.TalkSamples.NOBODY;
import static org.talks.catalogue.talk.model.TalkSamples.NOTE;
import static org.talks.catalogue.talk.model.TalkSamples.OTHER_CONFERENCE;
import static org.talks.catalogue.talk.model.TalkSamples.OTHER_KEY;
import static org.talks.catalogue.talk.model.TalkSamples.OTHER_TALK;
import static org.talks.catalogue.talk.model.TalkSamples.SESSION;
import static org.talks.catalogue.talk.model.TalkSamples.T;
import static org.talks.catalogue.talk.model.TalkSamples.TALK;
import static org.talks.catalogue.talk.model.TalkSamples.VIDEO;
import static org.talks.catalogue.talk.model.TalkSamples.added;
import static org.talks.catalogue.talk.model.TalkSamples.details;
import static org.talks.catalogue.talk.model.TalkSamples.talks;
import static org.talks.catalogue.talk.model.TalkSamples.world;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.talks.catalogue.command.Scenario;
import org.talks.catalogue.conference.ConferenceId;
import org.talks.catalogue.rules.Limits;
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
import org.talks.catalogue.talk.TalkId;
import org.talks.events.Credit;
import org.talks.events.Note;
import org.talks.events.Resource;
import org.talks.events.RichText;
import org.talks.events.Session;
import org.talks.events.SourceKey;
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

class TalkRulesTest {

    @Nested
    class Adding {

        @Test
        void recordsAllThatIsKnown() {
            talks().when(new AddTalk(TALK, details(), KEY)).then(added());
        }

        @Test
        void needsNoMoreThanConferenceAndTitle() {
            var details = TalkDetails.titled(CONFERENCE.value(), "Lightning talks");
            talks().when(new AddTalk(TALK, details, null)).then(new TalkAdded(T, details, null));
        }

        @Test
        void theSameOnceMoreChangesNothing() {
            talks().given(added()).when(new AddTalk(TALK, details(), KEY)).thenNothing();
            talks().given(added()).when(new AddTalk(TALK, details(), null)).thenNothing();
        }

        @Test
        void isRefusedWhenTheIdBelongsToAnotherTalk() {
            var other = TalkDetails.titled(CONFERENCE.value(), "Another");
            talks().given(added()).when(new AddTalk(TALK, other, null)).thenNotNow("new id");
            talks().given(added()).when(new AddTalk(TALK, details(), OTHER_KEY)).thenNotNow("new id");
        }

        @Test
        void doesNotBringAWithdrawnTalkBack() {
            talks().given(added(), new TalkWithdrawn(T, null))
                    .when(new AddTalk(TALK, details(), KEY))
                    .thenNotNow("already");
        }

        @Test
        void isRefusedWhenAnotherTalkHasTheSourceKey() {
            var taken = world().owning("talk", KEY, OTHER_TALK.stream());
            new Scenario<>(TalkModel.decider(), taken)
                    .when(new AddTalk(TALK, details(), KEY))
                    .thenNotNow("unlink it there");
        }

        @Test
        void isRefusedWithoutConferenceOrSpeakersThatExist() {
            var details = new TalkDetails(
                    NOBODY,
                    "Title",
                    null,
                    RichText.EMPTY,
                    "talk",
                    null,
                    null,
                    null,
                    List.of(),
                    List.of(new Credit(ADA, "speaker"), new Credit(NOBODY, "speaker")),
                    List.of(),
                    List.of(),
                    List.of());
            talks().when(new AddTalk(TALK, details, null))
                    .thenInvalid("details.conferenceId", "details.speakers[1].speakerId");
        }

        @Test
        void tellsOfEverythingThatIsWrongAtOnce() {
            var details = new TalkDetails(
                    "x",
                    " ",
                    null,
                    new RichText("x", "word"),
                    "nap",
                    null,
                    "no such language",
                    null,
                    List.of(),
                    List.of(new Credit("y", "speaker")),
                    List.of(new Session("s", LocalDate.of(20016, 1, 1), "25:00", "Dublin", 0, null)),
                    List.of(new Resource("r", "film", "ftp://example.org", null, null, null, true, -1)),
                    List.of(new Note("n", "", null, RichText.EMPTY, 0, -1, null)));
            talks().when(new AddTalk(TALK, details, new SourceKey("", "")))
                    .thenInvalid(
                            "details.conferenceId",
                            "details.title",
                            "details.summary.format",
                            "details.kind",
                            "details.language",
                            "details.speakers[0].speakerId",
                            "details.sessions[0].date",
                            "details.sessions[0].localTime",
                            "details.sessions[0].zone",
                            "details.sessions[0].durationSeconds",
                            "details.resources[0].kind",
                            "details.resources[0].url",
                            "details.resources[0].durationSeconds",
                            "details.resources[0].withSpeakerNotes",
                            "details.notes[0].author",
                            "details.notes[0].text",
                            "details.notes[0].slide",
                            "details.notes[0].second",
                            "source.source",
                            "source.key");
        }

        @Test
        void refusesTheSameIdTwice() {
            var details = new TalkDetails(
                    CONFERENCE.value(),
                    "Title",
                    null,
                    RichText.EMPTY,
                    "talk",
                    null,
                    null,
                    null,
                    List.of(),
                    List.of(new Credit(ADA, "speaker"), new Credit(ADA, "host")),
                    List.of(SESSION, SESSION),
                    List.of(VIDEO, VIDEO),
                    List.of(NOTE, NOTE));
            talks().when(new AddTalk(TALK, details, null))
                    .thenInvalid(
                            "details.speakers[1].speakerId",
                            "details.sessions[1].sessionId",
                            "details.resources[1].resourceId",
                            "details.notes[1].noteId");
        }
    }

    @Nested
    class Retitling {

        @Test
        void changesTitleAndSubtitle() {
            talks().given(added()).when(new RetitleTalk(TALK, "New", null)).then(new TalkRetitled(T, "New", null));
        }

        @Test
        void toTheSameTitleChangesNothing() {
            talks().given(added())
                    .when(new RetitleTalk(TALK, " Data Science  in the\nBalanced Team ", "A recap"))
                    .thenNothing();
        }

        @Test
        void takesOutControlCharactersAndHalfLetters() {
            talks().given(added())
                    .when(new RetitleTalk(TALK, "A\u0000B\u001b C\ud800", "\u0007"))
                    .then(new TalkRetitled(T, "A B C\ufffd", null));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "  ", "\u0000\t"})
        void needsATitle(String title) {
            talks().given(added()).when(new RetitleTalk(TALK, title, null)).thenInvalid("title");
        }

        @Test
        void takesTitlesUpToTheLimit() {
            var longest = "x".repeat(Limits.TITLE_CHARACTERS_MAX);
            talks().given(added())
                    .when(new RetitleTalk(TALK, longest, longest))
                    .then(new TalkRetitled(T, longest, longest));
            talks().given(added())
                    .when(new RetitleTalk(TALK, longest + "x", longest + "x"))
                    .thenInvalid("title", "subtitle");
        }
    }

    @Nested
    class ChangingOnePart {

        @Test
        void movesToAConferenceThatExists() {
            talks().given(added())
                    .when(new MoveTalk(TALK, OTHER_CONFERENCE))
                    .then(new TalkMoved(T, OTHER_CONFERENCE.value()));
            talks().given(added()).when(new MoveTalk(TALK, CONFERENCE)).thenNothing();
            talks().given(added())
                    .when(new MoveTalk(TALK, new ConferenceId(NOBODY)))
                    .thenInvalid("conference");
        }

        @Test
        void keepsTheIndentationOfASummaryAndMakesLineEndsOne() {
            talks().given(added())
                    .when(new RewriteSummary(TALK, RichText.markdown("a\r\n\r    b\u0000\t c \n\n")))
                    .then(new TalkSummaryRewritten(T, RichText.markdown("a\n\n    b\t c")));
        }

        @Test
        void takesABlankSummaryForNone() {
            var none = new TalkSummaryRewritten(T, RichText.EMPTY);
            talks().given(added())
                    .when(new RewriteSummary(TALK, RichText.markdown(" \n")))
                    .then(none);
            talks().given(added(), none)
                    .when(new RewriteSummary(TALK, new RichText("", RichText.HTML)))
                    .thenNothing();
        }

        @Test
        void refusesASummaryThatIsTooLong() {
            var tooLong = RichText.markdown("x".repeat(Limits.SUMMARY_CHARACTERS_MAX + 1));
            talks().given(added()).when(new RewriteSummary(TALK, tooLong)).thenInvalid("summary");
        }

        @Test
        void setsAKindOfTheVocabulary() {
            talks().given(added()).when(new SetKind(TALK, "keynote")).then(new TalkKindSet(T, "keynote"));
            talks().given(added()).when(new SetKind(TALK, "talk")).thenNothing();
            talks().given(added()).when(new SetKind(TALK, "Keynote")).thenInvalid("kind");
        }

        @Test
        void setsAndClearsLevelAndTrack() {
            talks().given(added()).when(new SetLevel(TALK, "expert")).then(new TalkLevelSet(T, "expert"));
            talks().given(added()).when(new SetLevel(TALK, " ")).then(new TalkLevelSet(T, null));
            talks().given(added()).when(new SetLevel(TALK, "novice")).thenNothing();
            talks().given(added()).when(new SetTrack(TALK, null)).then(new TalkTrackSet(T, null));
            talks().given(added()).when(new SetTrack(TALK, "PyData")).thenNothing();
            var tooLong = "x".repeat(Limits.LINE_CHARACTERS_MAX + 1);
            talks().given(added()).when(new SetLevel(TALK, tooLong)).thenInvalid("level");
            talks().given(added()).when(new SetTrack(TALK, tooLong)).thenInvalid("track");
        }

        @Test
        void storesLanguagesInCanonicalCase() {
            talks().given(added()).when(new SetLanguage(TALK, "pt-br")).then(new TalkLanguageSet(T, "pt-BR"));
            talks().given(added()).when(new SetLanguage(TALK, "EN")).thenNothing();
            talks().given(added()).when(new SetLanguage(TALK, "")).then(new TalkLanguageSet(T, null));
            talks().given(added()).when(new SetLanguage(TALK, "de, en")).thenInvalid("language");
        }

        @Test
        void dropsRepeatedAndBlankTopics() {
            talks().given(added())
                    .when(new SetTopics(TALK, List.of(" python", "python", "", "data")))
                    .then(new TalkTopicsSet(T, List.of("python", "data")));
            talks().given(added())
                    .when(new SetTopics(TALK, List.of("data science", "teams")))
                    .thenNothing();
            talks().given(added())
                    .when(new SetTopics(TALK, numbered(Limits.TOPICS_MAX + 1)))
                    .thenInvalid("topics");
            talks().given(added())
                    .when(new SetTopics(TALK, List.of("a", "x".repeat(Limits.TOPIC_CHARACTERS_MAX + 1))))
                    .thenInvalid("topics[1]");
        }
    }

    @Nested
    class Speakers {

        @Test
        void areSetInOrder() {
            var both = List.of(new Credit(GRACE, "host"), new Credit(ADA, "speaker"));
            talks().given(added()).when(new SetSpeakers(TALK, both)).then(new TalkSpeakersSet(T, both));
        }

        @Test
        void asTheyAreChangeNothing() {
            talks().given(added())
                    .when(new SetSpeakers(TALK, List.of(new Credit(ADA, ""))))
                    .thenNothing();
        }

        @Test
        void mustExistUnlessTheyAreOnTheTalkAlready() {
            talks().given(added())
                    .when(new SetSpeakers(TALK, List.of(new Credit(NOBODY, "speaker"))))
                    .thenInvalid("speakers[0].speakerId");
            var now = List.of(new Credit(NOBODY, "host"));
            talks().given(added(), new TalkSpeakersSet(T, List.of(new Credit(NOBODY, "speaker"))))
                    .when(new SetSpeakers(TALK, now))
                    .then(new TalkSpeakersSet(T, now));
        }

        @Test
        void mustNotBeThereTwice() {
            talks().given(added())
                    .when(new SetSpeakers(TALK, List.of(new Credit(ADA, "speaker"), new Credit(ADA, "host"))))
                    .thenInvalid("speakers[1].speakerId");
        }

        @Test
        void areBounded() {
            talks().given(added())
                    .when(new SetSpeakers(
                            TALK, Collections.nCopies(Limits.SPEAKERS_MAX + 1, new Credit(ADA, "speaker"))))
                    .thenInvalid("speakers");
        }
    }

    @Nested
    class Sessions {

        private final Session second = new Session("s2", LocalDate.of(2016, 11, 6), "09:00", null, null, null);

        @Test
        void areScheduledRescheduledAndUnscheduled() {
            talks().given(added()).when(new ScheduleSession(TALK, second)).then(new TalkScheduled(T, second));
            var later = new Session("s1", SESSION.date(), "11:00", "Europe/Dublin", 1800, "Main hall");
            talks().given(added()).when(new RescheduleSession(TALK, later)).then(new TalkRescheduled(T, later));
            talks().given(added()).when(new UnscheduleSession(TALK, "s1")).then(new TalkUnscheduled(T, "s1"));
        }

        @Test
        void asTheyAreChangeNothing() {
            talks().given(added()).when(new ScheduleSession(TALK, SESSION)).thenNothing();
            talks().given(added()).when(new RescheduleSession(TALK, SESSION)).thenNothing();
        }

        @Test
        void haveIdsOfTheirOwn() {
            var clash = new Session("s1", null, null, null, null, "Elsewhere");
            talks().given(added()).when(new ScheduleSession(TALK, clash)).thenNotNow("reschedule");
            talks().given(added()).when(new RescheduleSession(TALK, second)).thenNotFound();
            talks().given(added()).when(new UnscheduleSession(TALK, "s2")).thenNotFound();
            talks().given(added()).when(new UnscheduleSession(TALK, " ")).thenInvalid("sessionId");
        }

        @ParameterizedTest
        @ValueSource(strings = {"9:00", "24:00", "12:60", "12.30", "12:30:00", "1２:00"})
        void haveAReadableTime(String time) {
            talks().given(added())
                    .when(new ScheduleSession(TALK, new Session("s2", null, time, null, null, null)))
                    .thenInvalid("session.localTime");
        }

        @ParameterizedTest
        @ValueSource(strings = {"Europe/Atlantis", "+02:00", "CEST", "europe/dublin"})
        void haveAZoneThatExists(String zone) {
            talks().given(added())
                    .when(new ScheduleSession(TALK, new Session("s2", null, null, zone, null, null)))
                    .thenInvalid("session.zone");
        }

        @Test
        void areBounded() {
            var many = Stream.concat(
                            Stream.of(added()),
                            numbered(Limits.SESSIONS_MAX - 1).stream().map(n -> (TalkEvent)
                                    new TalkScheduled(T, new Session("x" + n, null, null, null, null, null))))
                    .toArray(TalkEvent[]::new);
            talks().given(many).when(new ScheduleSession(TALK, second)).thenInvalid("session");
            talks().given(many).when(new ScheduleSession(TALK, SESSION)).thenNothing();
        }
    }

    @Nested
    class Resources {

        private final Resource slides =
                new Resource("r2", Resource.SLIDES, "https://example.org/s", "Slides", null, null, true, null);

        @Test
        void areAttachedCorrectedAndDetached() {
            talks().given(added()).when(new AttachResource(TALK, slides)).then(new TalkResourceAttached(T, slides));
            var moved = new Resource("r1", Resource.VIDEO, "http://example.org/v/2", null, null, null, false, null);
            talks().given(added()).when(new CorrectResource(TALK, moved)).then(new TalkResourceCorrected(T, moved));
            talks().given(added()).when(new DetachResource(TALK, "r1")).then(new TalkResourceDetached(T, "r1"));
        }

        @Test
        void asTheyAreChangeNothing() {
            talks().given(added()).when(new AttachResource(TALK, VIDEO)).thenNothing();
            talks().given(added()).when(new CorrectResource(TALK, VIDEO)).thenNothing();
        }

        @Test
        void haveIdsOfTheirOwn() {
            var clash = new Resource("r1", Resource.CODE, "https://example.org/c", null, null, null, false, null);
            talks().given(added()).when(new AttachResource(TALK, clash)).thenNotNow("correct");
            talks().given(added()).when(new CorrectResource(TALK, slides)).thenNotFound();
            talks().given(added()).when(new DetachResource(TALK, "r2")).thenNotFound();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "javascript:alert(1)",
                    "ftp://example.org/",
                    "//example.org",
                    "https://",
                    "https://:80/",
                    "https://user@example.org/",
                    "https://example.org/a b",
                    "https://example.org/\"onclick=",
                    "https:\\\\example.org"
                })
        void lieAtAWebAddress(String url) {
            talks().given(added())
                    .when(new AttachResource(
                            TALK, new Resource("r2", Resource.LINK, url, null, null, null, false, null)))
                    .thenInvalid("resource.url");
        }

        @Test
        void areBounded() {
            var many = Stream.concat(
                            Stream.of(added()),
                            numbered(Limits.RESOURCES_MAX - 1).stream().map(n -> (TalkEvent) new TalkResourceAttached(
                                    T, new Resource("x" + n, "link", "https://e.org", null, null, null, false, null))))
                    .toArray(TalkEvent[]::new);
            talks().given(many).when(new AttachResource(TALK, slides)).thenInvalid("resource");
        }
    }

    @Nested
    class Notes {

        private final Note second = new Note("n2", "Grace", null, RichText.markdown("Ask more."), null, 61, null);

        @Test
        void areTakenRevisedAndWithdrawn() {
            talks().given(added()).when(new TakeNote(TALK, second)).then(new TalkNoteTaken(T, second));
            var revised = new Note("n1", "Ada", null, RichText.markdown("Shorter."), null, null, null);
            talks().given(added()).when(new ReviseNote(TALK, revised)).then(new TalkNoteRevised(T, revised));
            talks().given(added()).when(new WithdrawNote(TALK, "n1")).then(new TalkNoteWithdrawn(T, "n1"));
        }

        @Test
        void asTheyAreChangeNothing() {
            talks().given(added()).when(new TakeNote(TALK, NOTE)).thenNothing();
            talks().given(added()).when(new ReviseNote(TALK, NOTE)).thenNothing();
        }

        @Test
        void haveIdsOfTheirOwn() {
            var clash = new Note("n1", "Eve", null, RichText.markdown("Mine."), null, null, null);
            talks().given(added()).when(new TakeNote(TALK, clash)).thenNotNow("revise");
            talks().given(added()).when(new ReviseNote(TALK, second)).thenNotFound();
            talks().given(added()).when(new WithdrawNote(TALK, "n2")).thenNotFound();
        }

        @Test
        void haveAnAuthorAndAText() {
            talks().given(added())
                    .when(new TakeNote(TALK, new Note("n2", "", null, RichText.markdown(" "), 0, null, null)))
                    .thenInvalid("note.author", "note.text", "note.slide");
            var tooLong = RichText.markdown("x".repeat(Limits.NOTE_CHARACTERS_MAX + 1));
            talks().given(added())
                    .when(new TakeNote(TALK, new Note("n2", "Ada", null, tooLong, null, null, null)))
                    .thenInvalid("note.text");
        }

        @Test
        void togetherFitOnAPage() {
            var large = RichText.markdown("x".repeat(Limits.NOTE_CHARACTERS_MAX));
            int fit = Limits.NOTES_CHARACTERS_MAX / Limits.NOTE_CHARACTERS_MAX;
            var many = Stream.concat(
                            Stream.of((TalkEvent)
                                    new TalkAdded(T, TalkDetails.titled(CONFERENCE.value(), "Title"), null)),
                            numbered(fit).stream().map(n -> (TalkEvent)
                                    new TalkNoteTaken(T, new Note("x" + n, "Ada", null, large, null, null, null))))
                    .toArray(TalkEvent[]::new);
            talks().given(many).when(new TakeNote(TALK, second)).thenInvalid("note");
            talks().given(many).when(new WithdrawNote(TALK, "x1")).then(new TalkNoteWithdrawn(T, "x1"));
        }
    }

    @Nested
    class Cancelling {

        @Test
        void isVisibleUntilItIsTakenBack() {
            var cancelled = new TalkCancelled(T, "ill");
            talks().given(added()).when(new CancelTalk(TALK, "ill")).then(cancelled);
            talks().given(added(), cancelled).when(new CancelTalk(TALK, "ill")).thenNothing();
            talks().given(added(), cancelled)
                    .when(new CancelTalk(TALK, "missed the train"))
                    .then(new TalkCancelled(T, "missed the train"));
            talks().given(added(), cancelled).when(new ReinstateTalk(TALK)).then(new TalkReinstated(T));
            talks().given(added()).when(new ReinstateTalk(TALK)).thenNothing();
        }

        @Test
        void leavesItOpenForEdits() {
            talks().given(added(), new TalkCancelled(T, null))
                    .when(new SetKind(TALK, "panel"))
                    .then(new TalkKindSet(T, "panel"));
        }
    }

    @Nested
    class WithdrawingAndSuppressing {

        private final TalkEvent withdrawn = new TalkWithdrawn(T, "double");
        private final TalkEvent suppressed = new TalkSuppressed(T, "asked by the speaker");

        @Test
        void areTakenBack() {
            talks().given(added()).when(new WithdrawTalk(TALK, "double")).then(withdrawn);
            talks().given(added(), withdrawn)
                    .when(new WithdrawTalk(TALK, "double"))
                    .thenNothing();
            talks().given(added(), withdrawn).when(new RestoreTalk(TALK)).then(new TalkRestored(T));
            talks().given(added()).when(new RestoreTalk(TALK)).thenNothing();
            talks().given(added())
                    .when(new SuppressTalk(TALK, "asked by the speaker"))
                    .then(suppressed);
            talks().given(added(), suppressed).when(new ReleaseTalk(TALK)).then(new TalkReleased(T));
            talks().given(added()).when(new ReleaseTalk(TALK)).thenNothing();
        }

        @Test
        void aTakedownNeedsAReason() {
            talks().given(added()).when(new SuppressTalk(TALK, " ")).thenInvalid("reason");
        }

        @Test
        void areIndependent() {
            talks().given(added(), withdrawn)
                    .when(new SuppressTalk(TALK, "asked by the speaker"))
                    .then(suppressed);
            talks().given(added(), suppressed)
                    .when(new WithdrawTalk(TALK, "double"))
                    .then(withdrawn);
            talks().given(added(), withdrawn, suppressed)
                    .when(new RestoreTalk(TALK))
                    .then(new TalkRestored(T));
        }

        @Test
        void restoringIsRefusedWhenTheSourceKeyWasGivenAway() {
            new Scenario<>(TalkModel.decider(), world().owning("talk", KEY, OTHER_TALK.stream()))
                    .given(added(), withdrawn)
                    .when(new RestoreTalk(TALK))
                    .thenNotNow("unlink it there");
        }

        @ParameterizedTest
        @MethodSource("org.talks.catalogue.talk.model.TalkRulesTest#edits")
        void closeATalkForEdits(TalkCommand edit) {
            talks().given(added(), withdrawn).when(edit).thenNotNow("restore it");
            talks().given(added(), suppressed).when(edit).thenNotNow("release it");
        }
    }

    @Nested
    class OtherTalksAndSources {

        @Test
        void sameTalksAreMarkedAndUnmarked() {
            var same = new TalkMarkedSame(T, OTHER_TALK.value());
            talks().given(added()).when(new MarkSameTalk(TALK, OTHER_TALK)).then(same);
            talks().given(added(), same)
                    .when(new MarkSameTalk(TALK, OTHER_TALK))
                    .thenNothing();
            talks().given(added(), same)
                    .when(new MarkDifferentTalk(TALK, OTHER_TALK))
                    .then(new TalkMarkedDifferent(T, OTHER_TALK.value()));
            talks().given(added()).when(new MarkDifferentTalk(TALK, OTHER_TALK)).thenNothing();
        }

        @Test
        void sameTalksAreOthersThatExist() {
            talks().given(added()).when(new MarkSameTalk(TALK, TALK)).thenInvalid("other");
            talks().given(added())
                    .when(new MarkSameTalk(TALK, new TalkId(NOBODY)))
                    .thenInvalid("other");
        }

        @Test
        void sourcesAreLinkedAndUnlinked() {
            talks().given(added())
                    .when(new LinkTalkToSource(TALK, OTHER_KEY))
                    .then(new TalkLinkedToSource(T, OTHER_KEY));
            talks().given(added()).when(new LinkTalkToSource(TALK, KEY)).thenNothing();
            talks().given(added()).when(new UnlinkTalkFromSource(TALK, KEY)).then(new TalkUnlinkedFromSource(T, KEY));
            talks().given(added())
                    .when(new UnlinkTalkFromSource(TALK, OTHER_KEY))
                    .thenNothing();
        }

        @Test
        void aSourceKeyBelongsToOneTalk() {
            new Scenario<>(TalkModel.decider(), world().owning("talk", OTHER_KEY, OTHER_TALK.stream()))
                    .given(added())
                    .when(new LinkTalkToSource(TALK, OTHER_KEY))
                    .thenNotNow("unlink it there");
            talks().given(added())
                    .when(new LinkTalkToSource(TALK, new SourceKey("pyvideo", " ")))
                    .thenInvalid("source.key");
        }
    }

    @ParameterizedTest
    @MethodSource("everyOtherCommand")
    void whatWasNeverAddedIsNotFound(TalkCommand command) {
        talks().when(command).thenNotFound();
    }

    static Stream<TalkCommand> everyOtherCommand() {
        return Stream.concat(
                edits(),
                Stream.of(
                        new WithdrawTalk(TALK, null),
                        new RestoreTalk(TALK),
                        new SuppressTalk(TALK, "x"),
                        new ReleaseTalk(TALK)));
    }

    static Stream<TalkCommand> edits() {
        return Stream.of(
                new MoveTalk(TALK, OTHER_CONFERENCE),
                new RetitleTalk(TALK, "x", null),
                new RewriteSummary(TALK, RichText.EMPTY),
                new SetKind(TALK, "panel"),
                new SetLevel(TALK, null),
                new SetLanguage(TALK, null),
                new SetTrack(TALK, null),
                new SetTopics(TALK, List.of()),
                new SetSpeakers(TALK, List.of()),
                new ScheduleSession(TALK, SESSION),
                new RescheduleSession(TALK, SESSION),
                new UnscheduleSession(TALK, "s1"),
                new AttachResource(TALK, VIDEO),
                new CorrectResource(TALK, VIDEO),
                new DetachResource(TALK, "r1"),
                new TakeNote(TALK, NOTE),
                new ReviseNote(TALK, NOTE),
                new WithdrawNote(TALK, "n1"),
                new CancelTalk(TALK, null),
                new ReinstateTalk(TALK),
                new MarkSameTalk(TALK, OTHER_TALK),
                new MarkDifferentTalk(TALK, OTHER_TALK),
                new LinkTalkToSource(TALK, KEY),
                new UnlinkTalkFromSource(TALK, KEY));
    }

    private static List<String> numbered(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }
}

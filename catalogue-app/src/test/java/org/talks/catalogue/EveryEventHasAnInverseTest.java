package org.talks.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.talks.catalogue.command.CatalogueCommand;
import org.talks.catalogue.command.Decider;
import org.talks.catalogue.command.KnownThings;
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
import org.talks.catalogue.conference.model.ConferenceModel;
import org.talks.catalogue.series.SeriesCommand;
import org.talks.catalogue.series.SeriesCommand.CorrectSeriesDetails;
import org.talks.catalogue.series.SeriesCommand.RegisterSeries;
import org.talks.catalogue.series.SeriesCommand.RemoveSeries;
import org.talks.catalogue.series.SeriesCommand.RestoreSeries;
import org.talks.catalogue.series.SeriesContent;
import org.talks.catalogue.series.SeriesId;
import org.talks.catalogue.series.model.SeriesModel;
import org.talks.catalogue.speaker.SpeakerCommand;
import org.talks.catalogue.speaker.SpeakerCommand.AddAlias;
import org.talks.catalogue.speaker.SpeakerCommand.CorrectSpeakerDetails;
import org.talks.catalogue.speaker.SpeakerCommand.LinkSpeakerToSource;
import org.talks.catalogue.speaker.SpeakerCommand.MergeSpeaker;
import org.talks.catalogue.speaker.SpeakerCommand.RegisterSpeaker;
import org.talks.catalogue.speaker.SpeakerCommand.RemoveAlias;
import org.talks.catalogue.speaker.SpeakerCommand.RemoveSpeaker;
import org.talks.catalogue.speaker.SpeakerCommand.RenameSpeaker;
import org.talks.catalogue.speaker.SpeakerCommand.RestoreSpeaker;
import org.talks.catalogue.speaker.SpeakerCommand.UnlinkSpeakerFromSource;
import org.talks.catalogue.speaker.SpeakerCommand.UnmergeSpeaker;
import org.talks.catalogue.speaker.SpeakerContent;
import org.talks.catalogue.speaker.SpeakerId;
import org.talks.catalogue.speaker.model.SpeakerModel;
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
import org.talks.catalogue.talk.TalkId;
import org.talks.catalogue.talk.model.TalkModel;
import org.talks.catalogue.transcript.TranscriptCommand;
import org.talks.catalogue.transcript.TranscriptCommand.AttachTranscript;
import org.talks.catalogue.transcript.TranscriptCommand.RemoveTranscript;
import org.talks.catalogue.transcript.TranscriptCommand.ReplaceTranscript;
import org.talks.catalogue.transcript.TranscriptContent;
import org.talks.catalogue.transcript.model.TranscriptModel;
import org.talks.events.CatalogueEvent;
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
import org.talks.events.Credit;
import org.talks.events.Cue;
import org.talks.events.EventTypes;
import org.talks.events.EventTypes.EventType;
import org.talks.events.Link;
import org.talks.events.Note;
import org.talks.events.Resource;
import org.talks.events.RichText;
import org.talks.events.SeriesEvent.SeriesDetailsCorrected;
import org.talks.events.SeriesEvent.SeriesRegistered;
import org.talks.events.SeriesEvent.SeriesRemoved;
import org.talks.events.SeriesEvent.SeriesRestored;
import org.talks.events.Session;
import org.talks.events.SourceKey;
import org.talks.events.SpeakerDetails;
import org.talks.events.SpeakerEvent;
import org.talks.events.SpeakerEvent.SpeakerAliasAdded;
import org.talks.events.SpeakerEvent.SpeakerAliasRemoved;
import org.talks.events.SpeakerEvent.SpeakerDetailsCorrected;
import org.talks.events.SpeakerEvent.SpeakerLinkedToSource;
import org.talks.events.SpeakerEvent.SpeakerMergedInto;
import org.talks.events.SpeakerEvent.SpeakerRegistered;
import org.talks.events.SpeakerEvent.SpeakerRemoved;
import org.talks.events.SpeakerEvent.SpeakerRenamed;
import org.talks.events.SpeakerEvent.SpeakerRestored;
import org.talks.events.SpeakerEvent.SpeakerUnlinkedFromSource;
import org.talks.events.SpeakerEvent.SpeakerUnmerged;
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
import org.talks.events.TranscriptEvent.TranscriptAttached;
import org.talks.events.TranscriptEvent.TranscriptRemoved;
import org.talks.events.TranscriptEvent.TranscriptReplaced;
import tools.jackson.databind.json.JsonMapper;

/// The law: for every event there is, doing and undoing leaves the same content.
///
/// The first event of a thing has nothing before it, and nothing recorded is ever erased. It counts as undone
/// when the thing is withdrawn or removed: no page, search or list shows it, and all else in its content is as
/// recorded.
class EveryEventHasAnInverseTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final TalkId TALK = new TalkId("01940000-0000-7000-8000-00000000000a");
    private static final TalkId OTHER_TALK = new TalkId("01940000-0000-7000-8000-00000000000b");
    private static final ConferenceId CONFERENCE = new ConferenceId("01940000-0000-7000-8000-0000000000c1");
    private static final ConferenceId OTHER_CONFERENCE = new ConferenceId("01940000-0000-7000-8000-0000000000c2");
    private static final SpeakerId SPEAKER = new SpeakerId("01940000-0000-7000-8000-0000000000a1");
    private static final SpeakerId OTHER_SPEAKER = new SpeakerId("01940000-0000-7000-8000-0000000000a2");
    private static final SeriesId SERIES = new SeriesId("01940000-0000-7000-8000-0000000000e1");
    private static final SourceKey KEY = new SourceKey("pyvideo", "a/b.json");
    private static final SourceKey OTHER_KEY = new SourceKey("frab:x", "7");
    private static final KnownThings WORLD = KnownThings.of(
            TALK.stream(),
            OTHER_TALK.stream(),
            CONFERENCE.stream(),
            OTHER_CONFERENCE.stream(),
            SPEAKER.stream(),
            OTHER_SPEAKER.stream(),
            SERIES.stream());

    /// How one event is brought about.
    ///
    /// @param before the commands that lead up to it
    /// @param command the one that makes it happen
    /// @param hidden whether a thing is withdrawn or removed
    private record Deed<C extends CatalogueCommand, E extends CatalogueEvent, S>(
            Class<? extends E> event,
            Decider<C, E, S> decider,
            List<C> before,
            C command,
            Predicate<S> hidden,
            Function<S, S> shown) {

        void doAndUndo() {
            S before = null;
            for (var earlier : this.before) {
                before = after(before, earlier);
            }
            var events = decider.decide(command, before, WORLD);
            assertThat(events).hasExactlyElementsOfTypes(event);
            var done = decider.evolve(before, events.getFirst());
            assertThat(done).as("content after %s", event.getSimpleName()).isNotEqualTo(before);

            S undone = done;
            for (var inverse : decider.undo(events.getFirst(), before)) {
                undone = after(undone, inverse);
            }
            if (before == null) {
                assertThat(hidden.test(done)).isFalse();
                assertThat(hidden.test(undone)).isTrue();
                assertThat(shown.apply(undone)).isEqualTo(done);
            } else {
                assertThat(undone).isEqualTo(before);
            }
        }

        void storeAndRead() {
            S content = null;
            for (var earlier :
                    Stream.concat(before.stream(), Stream.of(command)).toList()) {
                content = after(content, earlier);
            }
            var stored = JSON.writeValueAsString(content);
            assertThat((Object) JSON.readValue(
                            stored, Objects.requireNonNull(content).getClass()))
                    .isEqualTo(content);
        }

        private S after(@Nullable S before, C command) {
            var events = decider.decide(command, before, WORLD);
            assertThat(events).as("events of %s", command).isNotEmpty();
            S content = before;
            for (var event : events) {
                content = decider.evolve(content, event);
            }
            return Objects.requireNonNull(content);
        }
    }

    private static final Map<Class<?>, Deed<?, ?, ?>> DEEDS =
            deeds().collect(Collectors.toUnmodifiableMap(Deed::event, Function.identity()));

    static Stream<EventType> everyEvent() {
        return EventTypes.all().stream();
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void doingAndUndoingLeavesTheSameContent(EventType type) {
        var deed = DEEDS.get(type.type());
        assertThat(deed)
                .as("%s has no deed in this test: say by which command it comes about", type.name())
                .isNotNull();
        Objects.requireNonNull(deed).doAndUndo();
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void contentOfEveryKindSurvivesItsStoredForm(EventType type) {
        Objects.requireNonNull(DEEDS.get(type.type())).storeAndRead();
    }

    static Stream<Class<?>> everyCommand() {
        return Stream.of(
                        TalkCommand.class,
                        ConferenceCommand.class,
                        SeriesCommand.class,
                        SpeakerCommand.class,
                        TranscriptCommand.class)
                .flatMap(commands -> Stream.of(commands.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void everyCommandIsReadFromItsJson(Class<?> type) {
        var command = DEEDS.values().stream()
                .map(Deed::command)
                .filter(type::isInstance)
                .findFirst()
                .orElseThrow(() -> new AssertionError(type + " brings about no event"));
        assertThat(JSON.readValue(JSON.writeValueAsString(command), type)).isEqualTo(command);
    }

    @Test
    void everyDeedIsAboutAnEventThatExists() {
        assertThat(DEEDS.keySet()).isSubsetOf(everyEvent().map(EventType::type).collect(Collectors.toSet()));
    }

    private static Stream<Deed<?, ?, ?>> deeds() {
        return Stream.of(talkDeeds(), conferenceDeeds(), seriesDeeds(), speakerDeeds(), transcriptDeeds())
                .flatMap(Function.identity());
    }

    private static Stream<Deed<?, ?, ?>> talkDeeds() {
        var second = new Session("s0", LocalDate.of(2016, 11, 4), "09:00", null, 60, null);
        var code = new Resource("r0", "code", "https://example.org/c", null, null, null, false, null);
        var note = new Note("n0", "Grace", null, RichText.markdown("Earlier by id."), null, 5, null);
        return Stream.of(
                new Deed<>(
                        TalkAdded.class,
                        TalkModel.decider(),
                        List.of(),
                        new AddTalk(TALK, talk(), KEY),
                        t -> !t.visible(),
                        t -> TalkContent.after(t, new TalkRestored(TALK.value()))),
                talk(TalkMoved.class, new MoveTalk(TALK, OTHER_CONFERENCE)),
                talk(TalkRetitled.class, new RetitleTalk(TALK, "New", null)),
                talk(TalkSummaryRewritten.class, new RewriteSummary(TALK, RichText.EMPTY)),
                talk(TalkKindSet.class, new SetKind(TALK, "panel")),
                talk(TalkLevelSet.class, new SetLevel(TALK, null)),
                talk(TalkLanguageSet.class, new SetLanguage(TALK, "de")),
                talk(TalkTrackSet.class, new SetTrack(TALK, null)),
                talk(TalkTopicsSet.class, new SetTopics(TALK, List.of("b", "a"))),
                talk(TalkSpeakersSet.class, new SetSpeakers(TALK, List.of())),
                talk(TalkScheduled.class, new ScheduleSession(TALK, second)),
                talk(
                        TalkRescheduled.class,
                        new RescheduleSession(TALK, new Session("s1", null, null, null, null, "Hall 2"))),
                talk(TalkUnscheduled.class, new UnscheduleSession(TALK, "s1")),
                talk(TalkResourceAttached.class, new AttachResource(TALK, code)),
                talk(
                        TalkResourceCorrected.class,
                        new CorrectResource(
                                TALK, new Resource("r1", "post", "https://e.org", null, null, null, false, null))),
                talk(TalkResourceDetached.class, new DetachResource(TALK, "r1")),
                talk(TalkNoteTaken.class, new TakeNote(TALK, note)),
                talk(
                        TalkNoteRevised.class,
                        new ReviseNote(TALK, new Note("n1", "A", null, RichText.markdown("x"), null, null, null))),
                talk(TalkNoteWithdrawn.class, new WithdrawNote(TALK, "n1")),
                talk(TalkCancelled.class, new CancelTalk(TALK, "ill")),
                talk(TalkReinstated.class, new ReinstateTalk(TALK), new CancelTalk(TALK, "ill")),
                talk(TalkWithdrawn.class, new WithdrawTalk(TALK, "double")),
                talk(TalkRestored.class, new RestoreTalk(TALK), new WithdrawTalk(TALK, "double")),
                talk(TalkSuppressed.class, new SuppressTalk(TALK, "asked")),
                talk(TalkReleased.class, new ReleaseTalk(TALK), new SuppressTalk(TALK, "asked")),
                talk(TalkMarkedSame.class, new MarkSameTalk(TALK, OTHER_TALK)),
                talk(
                        TalkMarkedDifferent.class,
                        new MarkDifferentTalk(TALK, OTHER_TALK),
                        new MarkSameTalk(TALK, OTHER_TALK)),
                talk(TalkLinkedToSource.class, new LinkTalkToSource(TALK, OTHER_KEY)),
                talk(TalkUnlinkedFromSource.class, new UnlinkTalkFromSource(TALK, KEY)));
    }

    private static Deed<?, ?, ?> talk(Class<? extends TalkEvent> event, TalkCommand command, TalkCommand... earlier) {
        var before = Stream.concat(Stream.of(new AddTalk(TALK, talk(), KEY)), Stream.of(earlier))
                .toList();
        return new Deed<>(event, TalkModel.decider(), before, command, t -> !t.visible(), Function.identity());
    }

    private static TalkDetails talk() {
        return new TalkDetails(
                CONFERENCE.value(),
                "Title",
                "Subtitle",
                RichText.markdown("Summary"),
                "talk",
                "novice",
                "en",
                "Main",
                List.of("a", "b"),
                List.of(new Credit(SPEAKER.value(), "speaker"), new Credit(OTHER_SPEAKER.value(), "host")),
                List.of(
                        new Session("s1", LocalDate.of(2016, 11, 5), "10:30", "Europe/Dublin", 1800, "Hall"),
                        new Session("s2", LocalDate.of(2016, 11, 6), null, null, null, null)),
                List.of(
                        new Resource("r1", "video", "https://example.org/v", null, null, null, false, 9),
                        new Resource("r2", "slides", "https://example.org/s", null, null, null, true, null)),
                List.of(
                        new Note("n1", "Ada", null, RichText.markdown("One"), 1, null, null),
                        new Note("n2", "Ada", null, RichText.markdown("Two"), 2, null, null)));
    }

    private static Stream<Deed<?, ?, ?>> conferenceDeeds() {
        var note = new Note("n2", "Ada", null, RichText.markdown("Day two"), null, null, null);
        var revised = new Note("n2", "Ada", "Day two", RichText.markdown("Better"), null, null, null);
        var earlier = new TakeConferenceNote(CONFERENCE, note);
        var another = new TakeConferenceNote(
                CONFERENCE, new Note("n3", "Ada", null, RichText.markdown("Day three"), null, null, null));
        return Stream.of(
                new Deed<>(
                        ConferenceRegistered.class,
                        ConferenceModel.decider(),
                        List.of(),
                        new RegisterConference(CONFERENCE, ConferenceDetails.named("PyCon"), KEY),
                        ConferenceContent::removed,
                        c -> ConferenceContent.after(c, new ConferenceRestored(CONFERENCE.value()))),
                conference(
                        ConferenceDetailsCorrected.class,
                        new CorrectConferenceDetails(CONFERENCE, ConferenceDetails.named("PyCon Ireland"))),
                conference(ConferenceNoteTaken.class, earlier),
                conference(
                        ConferenceNoteRevised.class, new ReviseConferenceNote(CONFERENCE, revised), earlier, another),
                conference(
                        ConferenceNoteWithdrawn.class, new WithdrawConferenceNote(CONFERENCE, "n2"), earlier, another),
                conference(ConferenceCancelled.class, new CancelConference(CONFERENCE, "flood")),
                conference(
                        ConferenceReinstated.class,
                        new ReinstateConference(CONFERENCE),
                        new CancelConference(CONFERENCE, "flood")),
                conference(ConferenceRemoved.class, new RemoveConference(CONFERENCE, "double")),
                conference(
                        ConferenceRestored.class,
                        new RestoreConference(CONFERENCE),
                        new RemoveConference(CONFERENCE, "double")),
                conference(ConferenceLinkedToSource.class, new LinkConferenceToSource(CONFERENCE, OTHER_KEY)),
                conference(ConferenceUnlinkedFromSource.class, new UnlinkConferenceFromSource(CONFERENCE, KEY)));
    }

    private static Deed<?, ?, ?> conference(
            Class<? extends ConferenceEvent> event, ConferenceCommand command, ConferenceCommand... earlier) {
        var details = new ConferenceDetails(
                "PyCon",
                SERIES.value(),
                LocalDate.of(2016, 11, 5),
                LocalDate.of(2016, 11, 6),
                "Dublin",
                "Ireland",
                "Europe/Dublin",
                "https://pycon.ie",
                List.of("en", "ga"),
                RichText.markdown("Two days"));
        var before = Stream.concat(Stream.of(new RegisterConference(CONFERENCE, details, KEY)), Stream.of(earlier))
                .toList();
        return new Deed<>(
                event, ConferenceModel.decider(), before, command, ConferenceContent::removed, Function.identity());
    }

    private static Stream<Deed<?, ?, ?>> seriesDeeds() {
        var register = new RegisterSeries(SERIES, "PyCon", "https://pycon.ie", KEY);
        var remove = new RemoveSeries(SERIES, "double");
        var correct = new CorrectSeriesDetails(SERIES, "PyCon Ireland", null);
        return Stream.of(
                new Deed<>(
                        SeriesRegistered.class,
                        SeriesModel.decider(),
                        List.of(),
                        register,
                        SeriesContent::removed,
                        s -> SeriesContent.after(s, new SeriesRestored(SERIES.value()))),
                new Deed<>(
                        SeriesDetailsCorrected.class,
                        SeriesModel.decider(),
                        List.of(register),
                        correct,
                        SeriesContent::removed,
                        Function.identity()),
                new Deed<>(
                        SeriesRemoved.class,
                        SeriesModel.decider(),
                        List.of(register),
                        remove,
                        SeriesContent::removed,
                        Function.identity()),
                new Deed<>(
                        SeriesRestored.class,
                        SeriesModel.decider(),
                        List.of(register, remove),
                        new RestoreSeries(SERIES),
                        SeriesContent::removed,
                        Function.identity()));
    }

    private static Stream<Deed<?, ?, ?>> speakerDeeds() {
        var details = new SpeakerDetails(RichText.EMPTY, "Here", List.of(new Link("https://example.org", null)));
        return Stream.of(
                new Deed<>(
                        SpeakerRegistered.class,
                        SpeakerModel.decider(),
                        List.of(),
                        new RegisterSpeaker(SPEAKER, "Ada", List.of(), null, KEY),
                        SpeakerContent::removed,
                        s -> SpeakerContent.after(s, new SpeakerRestored(SPEAKER.value()))),
                speaker(SpeakerRenamed.class, new RenameSpeaker(SPEAKER, "Ada L.", true)),
                speaker(SpeakerDetailsCorrected.class, new CorrectSpeakerDetails(SPEAKER, details)),
                speaker(SpeakerAliasAdded.class, new AddAlias(SPEAKER, "A. Lovelace")),
                speaker(SpeakerAliasRemoved.class, new RemoveAlias(SPEAKER, "Ada L.")),
                speaker(SpeakerMergedInto.class, new MergeSpeaker(SPEAKER, OTHER_SPEAKER)),
                speaker(SpeakerUnmerged.class, new UnmergeSpeaker(SPEAKER), new MergeSpeaker(SPEAKER, OTHER_SPEAKER)),
                speaker(SpeakerRemoved.class, new RemoveSpeaker(SPEAKER, "asked")),
                speaker(SpeakerRestored.class, new RestoreSpeaker(SPEAKER), new RemoveSpeaker(SPEAKER, "asked")),
                speaker(SpeakerLinkedToSource.class, new LinkSpeakerToSource(SPEAKER, OTHER_KEY)),
                speaker(SpeakerUnlinkedFromSource.class, new UnlinkSpeakerFromSource(SPEAKER, KEY)));
    }

    private static Deed<?, ?, ?> speaker(
            Class<? extends SpeakerEvent> event, SpeakerCommand command, SpeakerCommand... earlier) {
        var register = new RegisterSpeaker(SPEAKER, "Ada Lovelace", List.of("Ada", "Ada L."), SpeakerDetails.NONE, KEY);
        var before = Stream.concat(Stream.of(register), Stream.of(earlier)).toList();
        return new Deed<>(event, SpeakerModel.decider(), before, command, SpeakerContent::removed, Function.identity());
    }

    private static Stream<Deed<?, ?, ?>> transcriptDeeds() {
        var attach = new AttachTranscript(TALK, "en", "auto", List.of(new Cue(0, 900, null, "Hello")));
        var replace = new ReplaceTranscript(TALK, "en", "auto", List.of(new Cue(0, 900, "Ada", "Hello!")));
        var remove = new RemoveTranscript(TALK, "en", "auto");
        return Stream.of(
                // A removed transcript keeps no cues: there is nothing in it to compare with.
                new Deed<>(
                        TranscriptAttached.class,
                        TranscriptModel.decider(),
                        List.of(),
                        attach,
                        TranscriptContent::removed,
                        t -> new TranscriptContent(t.talkId(), t.language(), t.origin(), attach.cues(), false)),
                new Deed<>(
                        TranscriptReplaced.class,
                        TranscriptModel.decider(),
                        List.of(attach),
                        replace,
                        TranscriptContent::removed,
                        Function.identity()),
                new Deed<>(
                        TranscriptRemoved.class,
                        TranscriptModel.decider(),
                        List.of(attach),
                        remove,
                        TranscriptContent::removed,
                        Function.identity()));
    }
}

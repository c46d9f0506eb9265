package org.talks.catalogue.talk.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.talks.catalogue.talk.model.TalkSamples.ADA;
import static org.talks.catalogue.talk.model.TalkSamples.CONFERENCE;
import static org.talks.catalogue.talk.model.TalkSamples.GRACE;
import static org.talks.catalogue.talk.model.TalkSamples.KEY;
import static org.talks.catalogue.talk.model.TalkSamples.OTHER_CONFERENCE;
import static org.talks.catalogue.talk.model.TalkSamples.OTHER_KEY;
import static org.talks.catalogue.talk.model.TalkSamples.OTHER_TALK;
import static org.talks.catalogue.talk.model.TalkSamples.TALK;
import static org.talks.catalogue.talk.model.TalkSamples.details;
import static org.talks.catalogue.talk.model.TalkSamples.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.talks.catalogue.command.Lookup;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.history.Restoring;
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
import org.talks.events.EventJson;
import org.talks.events.EventTypes;
import org.talks.events.Note;
import org.talks.events.Resource;
import org.talks.events.RichText;
import org.talks.events.Session;
import org.talks.events.TalkEvent;
import tools.jackson.databind.json.JsonMapper;

/// Laws that hold after any sequence of commands.
class TalkLawsTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final TalkDecider talks = new TalkDecider();
    private final Lookup world = world();

    @Property(tries = 500)
    void whateverIsDoneCanBeUndoneAtOnce(@ForAll("commands") List<TalkCommand> commands) {
        var talk = added();
        for (var command : commands) {
            var events = decided(command, talk);
            Statistics.label("command").collect(events.isEmpty() ? "no event" : "event");
            for (var event : events) {
                var done = talks.evolve(talk, event);
                var undone = done;
                for (var inverse : talks.undo(event, talk)) {
                    for (var e : talks.decide(inverse, undone, world)) {
                        undone = talks.evolve(undone, e);
                    }
                }
                assertThat(undone).as("%s, then undone", event).isEqualTo(talk);
                talk = done;
            }
        }
    }

    @Property(tries = 300)
    void anyEarlierVersionCanBeRestored(@ForAll("commands") List<TalkCommand> commands) {
        var versions = new ArrayList<TalkContent>();
        var talk = added();
        versions.add(talk);
        for (var command : commands) {
            for (var event : decided(command, talk)) {
                talk = talks.evolve(talk, event);
                versions.add(talk);
            }
        }
        if (talk.suppressed()) {
            // A takedown stays, and nothing is edited behind it.
            talk = talks.evolve(talk, new TalkEvent.TalkReleased(talk.talkId()));
        }
        for (var then : versions) {
            var restored = talk;
            for (var command : Restoring.commands(talk, then)) {
                for (var event : talks.decide((TalkCommand) command, restored, world)) {
                    restored = talks.evolve(restored, event);
                }
            }
            assertThat(Restoring.commands(restored, then)).isEmpty();
            assertThat(restored.details()).isEqualTo(then.details());
            assertThat(restored.sameAs()).isEqualTo(then.sameAs());
            assertThat(restored.sources()).isEqualTo(talk.sources());
            assertThat(restored.cancelled()).isEqualTo(then.cancelled());
            assertThat(restored.withdrawn()).isEqualTo(then.withdrawn());
        }
    }

    @Property(tries = 300)
    void sendingACommandTwiceChangesNothingMore(@ForAll("commands") List<TalkCommand> commands) {
        var talk = added();
        for (var command : commands) {
            for (var event : decided(command, talk)) {
                talk = talks.evolve(talk, event);
                if (!(command instanceof UnscheduleSession
                        || command instanceof DetachResource
                        || command instanceof WithdrawNote)) {
                    assertThat(decided(command, talk)).isEmpty();
                }
            }
        }
    }

    @Property(tries = 300)
    void eventsAndContentSurviveTheirStoredForm(@ForAll("commands") List<TalkCommand> commands) {
        var talk = added();
        for (var command : commands) {
            assertThat(JSON.readValue(JSON.writeValueAsString(command), command.getClass()))
                    .isEqualTo(command);
            for (var event : decided(command, talk)) {
                var type = EventTypes.of(event);
                assertThat(EventJson.read(type.name(), type.revision(), EventJson.write(event)))
                        .isEqualTo(event);
                talk = talks.evolve(talk, event);
                assertThat(JSON.readValue(JSON.writeValueAsString(talk), TalkContent.class))
                        .isEqualTo(talk);
            }
        }
    }

    /// Nothing that a stored history holds may stop a rebuild, not even one that begins in the middle.
    @Property(tries = 300)
    void foldingNeverFails(@ForAll("commands") List<TalkCommand> commands) {
        var talk = added();
        TalkContent damaged = null;
        for (var command : commands) {
            for (var event : decided(command, talk)) {
                talk = talks.evolve(talk, event);
                damaged = talks.evolve(damaged, event);
                assertThat(damaged.talkId()).isEqualTo(TALK.value());
                damaged = talks.evolve(damaged, event);
                talks.undo(event, damaged);
                talks.undo(event, null);
            }
        }
    }

    private TalkContent added() {
        return talks.evolve(null, TalkSamples.added());
    }

    private List<TalkEvent> decided(TalkCommand command, TalkContent talk) {
        try {
            return talks.decide(command, talk, world);
        } catch (Refused _) {
            return List.of();
        }
    }

    @Provide
    Arbitrary<List<TalkCommand>> commands() {
        return command().list().ofMaxSize(40);
    }

    private static Arbitrary<TalkCommand> command() {
        var line = Arbitraries.of("", "A", "B", " A", "\u0000C", "Ünïcode 🎤");
        var text = Combinators.combine(
                        Arbitraries.of("", " ", "a", "b\r\nc", "*d*"),
                        Arbitraries.of(RichText.MARKDOWN, RichText.HTML, RichText.PLAIN))
                .as(RichText::new);
        var id = Arbitraries.of("n1", "r1", "s1", "x2", "a0");
        return Arbitraries.frequencyOf(
                Tuple.of(6, Combinators.combine(line, line).as((t, s) -> new RetitleTalk(TALK, t, s))),
                Tuple.of(4, text.map(t -> new RewriteSummary(TALK, t))),
                Tuple.of(4, Arbitraries.of("talk", "panel", "nap").map(k -> new SetKind(TALK, k))),
                Tuple.of(3, line.map(l -> new SetLevel(TALK, l))),
                Tuple.of(3, Arbitraries.of("en", "de-at", "", "?").map(l -> new SetLanguage(TALK, l))),
                Tuple.of(3, line.map(l -> new SetTrack(TALK, l))),
                Tuple.of(3, line.list().ofMaxSize(4).map(t -> new SetTopics(TALK, t))),
                Tuple.of(
                        3,
                        Arbitraries.of(ADA, GRACE)
                                .map(s -> new Credit(s, "speaker"))
                                .list()
                                .ofMaxSize(2)
                                .map(s -> new SetSpeakers(TALK, s))),
                Tuple.of(3, Arbitraries.of(CONFERENCE, OTHER_CONFERENCE).map(c -> new MoveTalk(TALK, c))),
                Tuple.of(10, sessions(id)),
                Tuple.of(10, resources(id)),
                Tuple.of(10, notes(id, text)),
                Tuple.of(
                        8,
                        Arbitraries.of(
                                new AddTalk(TALK, details(), KEY),
                                new CancelTalk(TALK, "ill"),
                                new CancelTalk(TALK, null),
                                new ReinstateTalk(TALK),
                                new MarkSameTalk(TALK, OTHER_TALK),
                                new MarkDifferentTalk(TALK, OTHER_TALK),
                                new LinkTalkToSource(TALK, OTHER_KEY),
                                new LinkTalkToSource(TALK, KEY),
                                new UnlinkTalkFromSource(TALK, OTHER_KEY),
                                new UnlinkTalkFromSource(TALK, KEY))),
                Tuple.of(
                        3,
                        Arbitraries.of(
                                new WithdrawTalk(TALK, "double"),
                                new WithdrawTalk(TALK, null),
                                new SuppressTalk(TALK, "asked"),
                                new SuppressTalk(TALK, "ordered"))),
                Tuple.of(8, Arbitraries.of(new RestoreTalk(TALK), new ReleaseTalk(TALK))));
    }

    private static Arbitrary<TalkCommand> sessions(Arbitrary<String> id) {
        var session = Combinators.combine(
                        id,
                        Arbitraries.of(LocalDate.of(2016, 11, 5), LocalDate.of(2016, 11, 4))
                                .injectNull(0.2),
                        Arbitraries.of("09:00", "10:30").injectNull(0.2))
                .as((i, date, time) -> new Session(i, date, time, null, null, null));
        return Arbitraries.oneOf(
                session.map(s -> new ScheduleSession(TALK, s)),
                session.map(s -> new RescheduleSession(TALK, s)),
                id.map(i -> new UnscheduleSession(TALK, i)));
    }

    private static Arbitrary<TalkCommand> resources(Arbitrary<String> id) {
        var resource = Combinators.combine(id, Arbitraries.of("video", "slides"), Arbitraries.of("1", "2"))
                .as((i, kind, n) -> new Resource(i, kind, "https://e.org/" + n, null, null, null, false, null));
        return Arbitraries.oneOf(
                resource.map(r -> new AttachResource(TALK, r)),
                resource.map(r -> new CorrectResource(TALK, r)),
                id.map(i -> new DetachResource(TALK, i)));
    }

    private static Arbitrary<TalkCommand> notes(Arbitrary<String> id, Arbitrary<RichText> text) {
        var note = Combinators.combine(id, text).as((i, t) -> new Note(i, "Ada", null, t, null, null, null));
        return Arbitraries.oneOf(
                note.map(n -> new TakeNote(TALK, n)),
                note.map(n -> new ReviseNote(TALK, n)),
                id.map(i -> new WithdrawNote(TALK, i)));
    }
}

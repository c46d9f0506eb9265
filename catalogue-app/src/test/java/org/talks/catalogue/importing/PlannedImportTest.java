package org.talks.catalogue.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talks.catalogue.CatalogueFixture;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.conference.Conferences;
import org.talks.catalogue.importing.ImportReport.State;
import org.talks.catalogue.importing.Imports.Gone;
import org.talks.catalogue.importing.Imports.Options;
import org.talks.catalogue.importing.PlanEntry.Kind;
import org.talks.catalogue.importing.format.SourceFiles;
import org.talks.catalogue.talk.ListedTalk;
import org.talks.catalogue.talk.TalkCommand.RetitleTalk;
import org.talks.catalogue.talk.TalkCommand.SetLevel;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.talk.TalkId;
import org.talks.catalogue.talk.TalkLists;
import org.talks.events.CatalogueEvent;
import org.talks.events.EventJson;

/// Plan, apply, undo: what a plan says is what happens, and what happened can be taken back.
class PlannedImportTest {

    private static final Options APPLY = new Options(null, null, false);
    private static final Options PLAN = new Options(null, null, true);

    @TempDir
    Path data;

    @TempDir
    Path source;

    private CatalogueFixture catalogue;

    @BeforeEach
    void open() throws IOException {
        catalogue = CatalogueFixture.open(data);
        deliver(event("a", "Ants in autumn", "Of ants."), event("b", "Bees in bloom", "Of bees."));
    }

    @AfterEach
    void close() {
        catalogue.close();
    }

    private Path file() {
        return source.resolve("schedule.xml");
    }

    private static String event(String key, String title, String summary) {
        return """
                <event id="%1$s" guid="%1$s"><date>2019-05-04T10:00:00+02:00</date><start>10:00</start>
                <duration>00:30</duration><room>Hall</room><title>%2$s</title><abstract>%3$s</abstract><language>en</language>
                <persons><person id="7">Ada Byron</person></persons></event>""".formatted(key, title, summary);
    }

    private void deliver(String... events) throws IOException {
        Files.writeString(file(), """
                <schedule><conference><acronym>tiny</acronym><title>TinyConf 2019</title><start>2019-05-04</start>
                <end>2019-05-04</end><days>1</days><time_zone_name>Europe/Berlin</time_zone_name></conference>
                <day index="1" date="2019-05-04"><room name="Hall">%s</room></day></schedule>
                """.formatted(String.join("\n", events)));
    }

    private ImportReport run(Options options) throws Exception {
        var report = catalogue.imports().run(SourceFiles.of(file()), options, CatalogueFixture.ACTOR);
        catalogue.caughtUp();
        return report;
    }

    private ImportReport ended(ImportReport started) {
        var deadline = System.nanoTime() + 60_000_000_000L;
        var report = started;
        while (report.running()) {
            assertThat(System.nanoTime()).as("%s", report).isLessThan(deadline);
            Thread.onSpinWait();
            report = catalogue.imports().find(started.id()).orElseThrow();
        }
        catalogue.caughtUp();
        return report;
    }

    private ImportReport undone(ImportReport report) {
        return ended(catalogue.imports().undo(report.id(), CatalogueFixture.ACTOR));
    }

    private List<String> titles() {
        var conferences = catalogue.get(Conferences.class).all();
        return conferences.isEmpty()
                ? List.of()
                : catalogue
                        .get(TalkLists.class)
                        .ofConference(conferences.getFirst().id())
                        .stream()
                        .map(ListedTalk::title)
                        .sorted()
                        .toList();
    }

    private TalkContent talk(String title) {
        var conference = catalogue.get(Conferences.class).all().getFirst().id();
        var id = catalogue.get(TalkLists.class).ofConference(conference).stream()
                .filter(t -> t.title().equals(title))
                .findFirst()
                .orElseThrow()
                .id();
        return Objects.requireNonNull(catalogue.get(TalkLists.class).find(id));
    }

    private List<PlanEntry> entries(ImportReport report, Kind kind) {
        return catalogue.imports().entries(report.id()).stream()
                .filter(e -> e.kind() == kind)
                .toList();
    }

    private List<CatalogueEvent> eventsAfter(long position) {
        var events = new ArrayList<CatalogueEvent>();
        catalogue
                .log()
                .scan(
                        position,
                        catalogue.log().head(),
                        raw -> events.add(raw.decode().event()));
        return events;
    }

    private static List<String> bytes(List<CatalogueEvent> events) {
        return events.stream()
                .map(e -> new String(EventJson.write(e), StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void thePlanForetellsTheEventsByteForByteAndRecordsNothing() throws Exception {
        var planned = run(PLAN);
        assertThat(planned.state()).isEqualTo(State.PLANNED);
        assertThat(catalogue.log().head()).isZero();
        assertThat(entries(planned, Kind.NEW)).hasSize(3);
        var foreseen = bytes(catalogue.imports().foreseen(planned.id()));
        var applied = ended(catalogue.imports().apply(planned.id(), Gone.UNLESS_MANY, CatalogueFixture.ACTOR));
        assertThat(applied.state()).isEqualTo(State.DONE);
        assertThat(bytes(eventsAfter(0))).isEqualTo(foreseen).hasSize((int)
                applied.counts().events());

        deliver(event("a", "Ants in August", "Of ants."), event("c", "Crickets", "Of crickets."));
        var head = catalogue.log().head();
        var second = run(PLAN);
        var expected = bytes(catalogue.imports().foreseen(second.id()));
        ended(catalogue.imports().apply(second.id(), Gone.CANCEL, CatalogueFixture.ACTOR));
        assertThat(bytes(eventsAfter(head))).isEqualTo(expected).hasSize(3);
    }

    @Test
    void planApplyPlanIsEmpty() throws Exception {
        run(APPLY);
        var again = run(PLAN);
        assertThat(again.state()).isEqualTo(State.DONE);
        assertThat(again.steps().planned()).isZero();
        assertThat(catalogue.imports().entries(again.id())).isEmpty();
    }

    @Test
    void aDiscardedPlanIsGoneAndCannotBeApplied() throws Exception {
        var planned = run(PLAN);
        assertThat(catalogue.imports().discard(planned.id()).state()).isEqualTo(State.DISCARDED);
        assertThatThrownBy(() -> catalogue.imports().apply(planned.id(), Gone.CANCEL, CatalogueFixture.ACTOR))
                .isInstanceOf(Refused.NotNow.class);
        assertThat(catalogue.log().head()).isZero();
    }

    @Test
    void aChangeIsToldFieldByField() throws Exception {
        run(APPLY);
        deliver(event("a", "Ants in August", "Of ants."), event("b", "Bees in bloom", "Of bees."));
        var changed = entries(run(PLAN), Kind.CHANGED);
        assertThat(changed).hasSize(1);
        assertThat(changed.getFirst().changes())
                .containsExactly(new PlanEntry.Change("title", "Title", "Ants in autumn", "Ants in August"));
    }

    @Test
    void whenMuchIsGoneAPersonMustSayYesAndTheTalkComesBackWithItsSource() throws Exception {
        run(APPLY);
        deliver(event("a", "Ants in autumn", "Of ants."));
        var head = catalogue.log().head();
        var waiting = run(APPLY);
        assertThat(waiting.state()).isEqualTo(State.PLANNED);
        assertThat(waiting.absence().confirm()).isTrue();
        assertThat(catalogue.log().head()).isEqualTo(head);
        assertThat(entries(waiting, Kind.GONE)).extracting(PlanEntry::name).containsExactly("Bees in bloom");
        assertThatThrownBy(() -> catalogue.imports().apply(waiting.id(), Gone.UNLESS_MANY, CatalogueFixture.ACTOR))
                .isInstanceOf(Refused.NotNow.class)
                .hasMessageContaining("1 of 2 talks are gone");
        ended(catalogue.imports().apply(waiting.id(), Gone.CANCEL, CatalogueFixture.ACTOR));
        assertThat(talk("Bees in bloom").cancelled()).isTrue();

        deliver(event("a", "Ants in autumn", "Of ants."), event("b", "Bees in bloom", "Of bees."));
        assertThat(run(APPLY).counts().talksChanged()).isEqualTo(1);
        assertThat(talk("Bees in bloom").cancelled()).isFalse();
    }

    @Test
    void theRestCanBeAppliedAndNothingCancelled() throws Exception {
        run(APPLY);
        deliver(event("a", "Ants in August", "Of ants."));
        var waiting = run(APPLY);
        var done = ended(catalogue.imports().apply(waiting.id(), Gone.LEAVE, CatalogueFixture.ACTOR));
        assertThat(done.counts().events()).isEqualTo(1);
        assertThat(titles()).containsExactly("Ants in August", "Bees in bloom");
        assertThat(talk("Bees in bloom").cancelled()).isFalse();
    }

    @Test
    void aFileThatBreaksOffRecordsNothingAndCancelsNothing() throws Exception {
        run(APPLY);
        var head = catalogue.log().head();
        deliver(event("a", "Ants in August", "Of ants."), event("b", "Bees in bloom", "Of bees."));
        var whole = Files.readString(file());
        Files.writeString(file(), whole.substring(0, whole.indexOf("<event id=\"b\"") + 40));
        var refused = run(APPLY);
        assertThat(refused.state()).isEqualTo(State.FAILED);
        assertThat(catalogue.log().head()).isEqualTo(head);
        var planned = run(PLAN);
        assertThat(planned.counts().gone()).isZero();
    }

    @Test
    void undoingTakesAllBackAndUndoingThatBringsItBack() throws Exception {
        var empty = catalogue.get(org.talks.catalogue.replay.Views.class).contentHashes();
        var done = run(APPLY);
        var imported = titles();
        var undo = undone(done);
        assertThat(undo.state()).isEqualTo(State.DONE);
        assertThat(undo.counts().rejected()).as("%s", undo.rejections()).isZero();
        assertThat(entries(undo, Kind.CONFLICT)).isEmpty();
        assertThat(titles()).isEmpty();
        assertThat(catalogue.titles("ants")).isEmpty();
        assertThat(catalogue
                        .get(org.talks.catalogue.replay.Views.class)
                        .contentHashes()
                        .getLast())
                .as("the search index is as before")
                .isEqualTo(empty.getLast());
        assertThat(catalogue.imports().find(done.id()).orElseThrow().origin().undoneBy())
                .isEqualTo(undo.id());
        assertThatThrownBy(() -> catalogue.imports().undo(done.id(), CatalogueFixture.ACTOR))
                .isInstanceOf(Refused.NotNow.class);

        var redo = undone(undo);
        assertThat(redo.counts().rejected()).as("%s", redo.rejections()).isZero();
        assertThat(titles()).isEqualTo(imported);
        assertThat(catalogue.titles("ants")).containsExactly("Ants in autumn");
        assertThat(catalogue.imports().find(done.id()).orElseThrow().origin().undoneBy())
                .isNull();
    }

    @Test
    void undoingAChangeGivesTheSameViewsAsBefore() throws Exception {
        run(APPLY);
        var before = catalogue.get(org.talks.catalogue.replay.Views.class).contentHashes();
        deliver(event("a", "Ants in August", "Of other ants."), event("b", "Bees in bloom", "Of bees."));
        var changed = run(APPLY);
        assertThat(catalogue.get(org.talks.catalogue.replay.Views.class).contentHashes())
                .isNotEqualTo(before);
        undone(changed);
        assertThat(catalogue.get(org.talks.catalogue.replay.Views.class).contentHashes())
                .isEqualTo(before);
    }

    @Test
    void whatWasUndoneCanBeImportedAgain() throws Exception {
        undone(run(APPLY));
        var again = run(APPLY);
        assertThat(again.counts().rejected()).as("%s", again.rejections()).isZero();
        assertThat(titles()).containsExactly("Ants in autumn", "Bees in bloom");
        assertThat(run(APPLY).counts().events()).isZero();
    }

    @Test
    void undoKeepsTheTitleThatAPersonGaveNamesItAndRestoresTheRest() throws Exception {
        run(APPLY);
        deliver(event("a", "Ants in August", "Of other ants."), event("b", "Bees in bloom", "Of bees."));
        var changed = run(APPLY);
        catalogue.send(new RetitleTalk(talk("Ants in August").id(), "Ants, by Ada", null));
        catalogue.caughtUp();
        var undo = undone(changed);
        var ants = talk("Ants, by Ada");
        assertThat(ants.details().summary().text()).contains("Of ants.");
        var kept = entries(undo, Kind.CONFLICT);
        assertThat(kept).hasSize(1);
        assertThat(kept.getFirst().changes()).singleElement().satisfies(c -> {
            assertThat(c.part()).isEqualTo("title");
            assertThat(c.before()).isEqualTo("Ants, by Ada");
        });
        assertThat(Objects.requireNonNull(kept.getFirst().by()).actor()).isEqualTo(CatalogueFixture.ACTOR);
    }

    @Test
    void whatSomebodyBuiltOnStaysWithItsConferenceAndSpeakersWhenAnImportIsUndone() throws Exception {
        var done = run(APPLY);
        catalogue.send(new SetLevel(new TalkId(talk("Ants in autumn").talkId()), "beginners"));
        catalogue.caughtUp();
        var undo = undone(done);
        assertThat(titles()).containsExactly("Ants in autumn");
        assertThat(talk("Ants in autumn").speakers()).hasSize(1);
        assertThat(catalogue.titles("byron")).containsExactly("Ants in autumn");
        assertThat(entries(undo, Kind.CONFLICT)).extracting(PlanEntry::thing).contains("talk", "conference", "speaker");
    }

    @Test
    void whatAPersonChangedIsAConflictAndTheSourcesValueCanBeTaken() throws Exception {
        run(APPLY);
        catalogue.send(new RetitleTalk(talk("Ants in autumn").id(), "Ants, by Ada", null));
        deliver(event("a", "Ants in August", "Of ants."), event("b", "Bees in bloom", "Of bees."));
        var report = run(APPLY);
        assertThat(report.counts().events()).isZero();
        var conflict = entries(report, Kind.CONFLICT).getFirst();
        assertThat(conflict.changes().getFirst().before()).isEqualTo("Ants, by Ada");
        assertThat(conflict.changes().getFirst().after()).isEqualTo("Ants in August");
        catalogue.imports().accept(report.id(), conflict.ordinal(), CatalogueFixture.ACTOR);
        catalogue.caughtUp();
        assertThat(titles()).contains("Ants in August");
    }

    @Test
    void whatIsChangedAfterThePlanWasMadeIsNotOverwritten() throws Exception {
        run(APPLY);
        deliver(event("a", "Ants in August", "Of ants."), event("b", "Bees in bloom", "Of bees."));
        var planned = run(PLAN);
        catalogue.send(new RetitleTalk(talk("Ants in autumn").id(), "Ants, by Ada", null));
        var applied = ended(catalogue.imports().apply(planned.id(), Gone.UNLESS_MANY, CatalogueFixture.ACTOR));
        assertThat(applied.rejections())
                .singleElement()
                .satisfies(r -> assertThat(r.reason()).contains("Somebody changed the same part"));
        assertThat(titles()).contains("Ants, by Ada");
    }

    @Test
    void theSameConferenceFromAnotherSourceIsProposedAndNeverJoinedByItself() throws Exception {
        run(APPLY);
        Files.writeString(
                file(), Files.readString(file()).replace("<acronym>tiny</acronym>", "<acronym>other</acronym>"));
        var planned = run(PLAN);
        var proposal = entries(planned, Kind.DUPLICATE);
        assertThat(proposal)
                .singleElement()
                .satisfies(e -> assertThat(e.thing()).isEqualTo("conference"));
        catalogue.imports().accept(planned.id(), proposal.getFirst().ordinal(), CatalogueFixture.ACTOR);
        catalogue.caughtUp();
        var again = ended(catalogue.imports().again(planned.id(), PLAN, CatalogueFixture.ACTOR));
        assertThat(entries(again, Kind.DUPLICATE))
                .extracting(PlanEntry::name)
                .containsExactly("Ants in autumn", "Bees in bloom");
        entries(again, Kind.DUPLICATE)
                .forEach(e -> catalogue.imports().accept(again.id(), e.ordinal(), CatalogueFixture.ACTOR));
        catalogue.caughtUp();
        var third = ended(catalogue.imports().again(again.id(), PLAN, CatalogueFixture.ACTOR));
        assertThat(third.counts().talksAdded()).isZero();
        assertThat(catalogue.get(Conferences.class).all()).hasSize(1);
    }

    @Test
    void theBytesAreKeptUnderTheirHashUntilSomebodyDeletesThem() throws Exception {
        var report = run(APPLY);
        var raw = catalogue.imports().rawOf(report.id()).orElseThrow();
        assertThat(raw)
                .hasSameBinaryContentAs(file())
                .hasFileName(report.origin().hash());
        catalogue.imports().deleteRaw(report.id());
        assertThat(catalogue.imports().rawOf(report.id())).isEmpty();
        var after = catalogue.imports().find(report.id()).orElseThrow().origin();
        assertThat(after.hash()).isEqualTo(report.origin().hash());
        assertThat(after.rawKept()).isFalse();
    }

    @Test
    void theCommandsCanBeReadAsTheyAreCarriedOut() throws Exception {
        var planned = run(PLAN);
        var lines = new ByteArrayOutputStream();
        catalogue.imports().copyCommands(planned.id(), lines);
        assertThat(lines.toString(StandardCharsets.UTF_8).strip().lines())
                .hasSize(planned.steps().planned())
                .anyMatch(line -> line.contains("AddTalk") && line.contains("Bees in bloom"));
    }

    @Test
    void anApplyingThatWasCutOffGoesOnWhereItWas() throws Exception {
        var events = new ArrayList<String>();
        for (int i = 0; i < 450; i++) {
            events.add(event("t" + i, "Talk number " + i, "Of it."));
        }
        deliver(events.toArray(String[]::new));
        var planned = run(PLAN);
        // The process ended after the first batch was recorded and before that was noted.
        var steps = catalogue.get(PlanFiles.class).steps(planned.id());
        var run = ImportRun.of(planned);
        run.state = State.APPLYING;
        run.from = catalogue.log().head();
        catalogue.get(ImportReports.class).save(run.report());
        new Applier(catalogue.get(org.talks.catalogue.eventstore.Commands.class), catalogue.log(), new ImportProgress())
                .apply(steps.subList(0, 200), 0, 200, CatalogueFixture.ACTOR, planned.id(), done -> {});
        var recorded = catalogue.log().head();
        assertThat(recorded).isEqualTo(200);
        catalogue.close();
        catalogue = CatalogueFixture.open(data);
        catalogue.imports().resumeInterrupted();
        var ended = ended(catalogue.imports().find(planned.id()).orElseThrow());
        assertThat(ended.state()).isEqualTo(State.DONE);
        assertThat(ended.counts().rejected()).isZero();
        assertThat(ended.counts().events()).isEqualTo(steps.size());
        assertThat(catalogue.log().head()).isEqualTo(steps.size());
        assertThat(titles()).hasSize(450);
    }

    @Test
    void aPlanThatIsAppliedFirstThingAfterAStartIsAppliedOnce() throws Exception {
        var events = new ArrayList<String>();
        for (int i = 0; i < 450; i++) {
            events.add(event("t" + i, "Talk number " + i, "Of it."));
        }
        deliver(events.toArray(String[]::new));
        var planned = run(PLAN);
        catalogue.close();
        catalogue = CatalogueFixture.open(data);
        var applied = ended(catalogue.imports().apply(planned.id(), Gone.UNLESS_MANY, CatalogueFixture.ACTOR));
        catalogue.close();
        catalogue = CatalogueFixture.open(data);
        var kept = catalogue.imports().find(planned.id()).orElseThrow();
        assertThat(kept.counts()).isEqualTo(applied.counts());
        assertThat(kept.counts().rejected()).as("%s", kept.rejections()).isZero();
        assertThat(kept.counts().events())
                .isEqualTo(catalogue.log().head())
                .isEqualTo(planned.steps().planned());
    }

    /// Whoever follows an import never sees an end that is not its end, however soon they decide what follows.
    @Test
    void anImportThatIsFollowedCloselyGoesFromPlannedToDoneAndNowhereElse() throws Exception {
        for (int version = 0; version < 40; version++) {
            deliver(event("a", "Ants, version " + version, "Of ants."), event("b", "Bees in bloom", "Of bees."));
            var seen = new LinkedHashSet<State>();
            var followed = catalogue.imports().start(SourceFiles.of(file()), PLAN, CatalogueFixture.ACTOR, () -> {});
            followed = followed(followed.id(), seen);
            assertThat(followed.state()).isEqualTo(State.PLANNED);
            seen.clear();
            seen.add(catalogue
                    .imports()
                    .apply(followed.id(), Gone.UNLESS_MANY, CatalogueFixture.ACTOR)
                    .state());
            followed = followed(followed.id(), seen);
            assertThat(seen).containsExactly(State.APPLYING, State.DONE);
            assertThat(followed.counts().events()).isPositive();
            assertThat(catalogue.imports().latest(1).getFirst().state()).isEqualTo(State.DONE);
        }
    }

    private ImportReport followed(String id, Set<State> seen) {
        var deadline = System.nanoTime() + 60_000_000_000L;
        while (true) {
            var report = catalogue.imports().find(id).orElseThrow();
            seen.add(report.state());
            if (!report.running()) {
                return report;
            }
            assertThat(System.nanoTime()).as("%s", report).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    @Test
    void anImportThatIsUndoneTwiceAtOnceIsUndoneOnce() throws Exception {
        var done = run(APPLY);
        var one = catalogue.imports().undo(done.id(), CatalogueFixture.ACTOR);
        ImportReport other;
        try {
            other = catalogue.imports().undo(done.id(), CatalogueFixture.ACTOR);
        } catch (Refused.NotNow tooLate) {
            assertThat(tooLate).hasMessageContaining("undone already");
            return;
        }
        assertThat(ended(one).state()).isEqualTo(State.DONE);
        var refused = ended(other);
        assertThat(refused.state()).isEqualTo(State.FAILED);
        assertThat(refused.error()).contains("undone already");
        assertThat(refused.counts().events()).isZero();
    }
}

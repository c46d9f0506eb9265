package org.talks.catalogue.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.CatalogueFixture;
import org.talks.catalogue.importing.ImportReport.State;
import org.talks.catalogue.importing.Imports.Gone;
import org.talks.catalogue.importing.Imports.Options;
import org.talks.catalogue.importing.PlanEntry.Kind;
import org.talks.catalogue.importing.format.SourceFiles;
import org.talks.catalogue.replay.Views;
import org.talks.catalogue.talk.TalkCommand.RetitleTalk;
import org.talks.catalogue.talk.TalkCommand.SetLevel;
import org.talks.catalogue.talk.TalkCommand.WithdrawTalk;
import org.talks.catalogue.talk.TalkId;
import org.talks.catalogue.talk.TalkLists;
import org.talks.events.EventJson;

/// Laws of importing that hold for any programme in any format, the whole way from a file to the views: the
/// second time records nothing, what was planned and applied leaves nothing to plan, what is planned is what is
/// recorded, and undoing gives back the same views.
///
/// One catalogue sees several programmes one after another, so that names, keys and what was undone meet again.
class ImportLawsTest {

    private static final Options PLAN = new Options(null, null, true);

    /// What a person does to the talks between two versions.
    enum Edit {
        NOTHING,
        RETITLE,
        SET_LEVEL,
        WITHDRAW
    }

    /// @param edit made to the first talk that is shown
    record Delivery(WrittenAs format, Programmes.Two programme, Edit edit) {}

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void importingTwiceRecordsNothingAndUndoingGivesBackTheSameViews(@ForAll("deliveries") List<Delivery> deliveries)
            throws Exception {
        var root = Files.createTempDirectory("laws");
        try (var course = new Course(root)) {
            for (var delivery : deliveries) {
                course.take(delivery);
            }
        } finally {
            delete(root);
        }
    }

    @Provide
    Arbitrary<List<Delivery>> deliveries() {
        return Combinators.combine(
                        Arbitraries.of(WrittenAs.class),
                        Programmes.two("tiny-2019", "small-2020"),
                        Arbitraries.of(Edit.class))
                .as(Delivery::new)
                .list()
                .ofMinSize(4)
                .ofMaxSize(8);
    }

    /// One catalogue and what happens to it.
    private static final class Course implements AutoCloseable {

        private final Path data;
        private final Path folder;
        private final CatalogueFixture catalogue;

        Course(Path root) throws IOException {
            data = root.resolve("data");
            folder = Files.createDirectory(root.resolve("files"));
            catalogue = CatalogueFixture.open(data);
        }

        void take(Delivery delivery) throws Exception {
            var empty = looks();
            var first = imported(delivery, delivery.programme().first());
            var afterFirst = looks();

            edit(delivery.edit());
            var edited = looks();
            var second = imported(delivery, delivery.programme().second());
            var afterSecond = looks();

            Statistics.label("records").collect(recorded(first), recorded(second));
            var undone = undone(second, delivery);
            assertThat(looks()).as("undone the second: %s", delivery).isEqualTo(edited);
            if (undone != null) {
                var redone = undone(undone, delivery);
                assertThat(looks()).as("undone the undoing: %s", delivery).isEqualTo(afterSecond);
                undone(redone == null ? undone : redone, delivery);
                assertThat(looks()).as("undone once more: %s", delivery).isEqualTo(edited);
            }
            if (delivery.edit() == Edit.NOTHING) {
                assertThat(edited).isEqualTo(afterFirst);
                undone(first, delivery);
                assertThat(looks()).as("undone the first: %s", delivery).isEqualTo(empty);
            }
        }

        private static String recorded(ImportReport report) {
            return report.counts().events() == 0 ? "nothing" : "events";
        }

        /// What readers see, and the content of the index.
        private List<String> looks() throws IOException, SQLException {
            catalogue.caughtUp();
            var looks = new ArrayList<>(ReadersView.of(data));
            looks.add(catalogue.get(Views.class).contentHashes().getLast());
            return looks;
        }

        private ImportReport imported(Delivery delivery, Programme programme) throws Exception {
            var file = delivery.format().write(programme, folder);
            var what = delivery.format() + " " + programme;
            if (delivery.format().mapping() != null) {
                catalogue
                        .get(ImportMappings.class)
                        .confirm(SourceFiles.of(file), "csv", delivery.format().mapping());
            }
            var head = catalogue.log().head();
            var planned = run(file);
            assertThat(planned.error()).as(what).isNull();
            assertThat(catalogue.log().head()).as("a plan records nothing").isEqualTo(head);
            assertThat(planned.counts().rejected())
                    .as("%s: %s", what, planned.rejections())
                    .isLessThanOrEqualTo(programme.talks().size());
            if (planned.state() == State.DONE) {
                return planned;
            }
            if (planned.steps().planned() == 0) {
                assertThat(catalogue.imports().entries(planned.id()))
                        .as(what)
                        .allMatch(e -> e.kind() == Kind.CONFLICT || e.kind() == Kind.GONE);
                return planned;
            }
            var foreseen = catalogue.imports().foreseen(planned.id()).stream()
                    .map(e -> new String(EventJson.write(e), StandardCharsets.UTF_8))
                    .toList();
            var applied = ended(catalogue.imports().apply(planned.id(), Gone.CANCEL, CatalogueFixture.ACTOR));
            assertThat(applied.state()).as("%s: %s", what, applied.error()).isEqualTo(State.DONE);
            assertThat(recordedAfter(head)).as(what).isEqualTo(foreseen);
            assertThat(applied.rejections()).as(what).isEqualTo(planned.rejections());

            var afterwards = catalogue.log().head();
            var again = run(file);
            assertThat(again.steps().planned())
                    .as("%s: plan, apply, plan: %s", what, catalogue.imports().entries(again.id()))
                    .isZero();
            assertThat(again.counts().talksUnchanged() + again.counts().rejected())
                    .as(what)
                    .isGreaterThan(0);
            var twice = catalogue
                    .imports()
                    .run(SourceFiles.of(file), new Options(null, null, false), CatalogueFixture.ACTOR);
            assertThat(twice.counts().events()).as(what).isZero();
            assertThat(catalogue.log().head()).as(what).isEqualTo(afterwards);
            return applied;
        }

        private ImportReport run(Path file) throws Exception {
            catalogue.caughtUp();
            return catalogue.imports().run(SourceFiles.of(file), PLAN, CatalogueFixture.ACTOR);
        }

        private List<String> recordedAfter(long position) {
            var events = new ArrayList<String>();
            catalogue
                    .log()
                    .scan(
                            position,
                            catalogue.log().head(),
                            raw -> events.add(
                                    new String(EventJson.write(raw.decode().event()), StandardCharsets.UTF_8)));
            return events;
        }

        private void edit(Edit edit) {
            var lists = catalogue.caughtUp().get(TalkLists.class);
            var shown = lists.titles().keySet().stream().min(Comparator.naturalOrder());
            if (shown.isEmpty()) {
                return;
            }
            var id = new TalkId(shown.get());
            switch (edit) {
                case NOTHING -> {}
                case RETITLE -> catalogue.send(new RetitleTalk(id, "As a person calls it " + id, null));
                case SET_LEVEL -> catalogue.send(new SetLevel(id, "experts"));
                case WITHDRAW -> catalogue.send(new WithdrawTalk(id, "asked for"));
            }
        }

        /// @return what took it back; null when there was nothing to take back
        private @Nullable ImportReport undone(ImportReport report, Delivery delivery) {
            if (report.counts().events() == 0) {
                return null;
            }
            catalogue.caughtUp();
            var undo = ended(catalogue.imports().undo(report.id(), CatalogueFixture.ACTOR));
            assertThat(undo.state()).as("%s: %s", delivery, undo.error()).isEqualTo(State.DONE);
            assertThat(undo.rejections()).as("%s", delivery).isEmpty();
            assertThat(catalogue.imports().entries(undo.id()))
                    .as("%s", delivery)
                    .noneMatch(e -> e.kind() == Kind.CONFLICT);
            return undo;
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

        @Override
        public void close() {
            catalogue.close();
        }
    }

    private static void delete(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}

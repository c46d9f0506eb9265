package org.talks.catalogue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talks.catalogue.cli.Operations.Absence;
import org.talks.catalogue.cli.Operations.ImportResult;
import org.talks.catalogue.cli.Operations.Origin;
import org.talks.catalogue.cli.Operations.State;

/// What a person decides about imports at a terminal.
class ImportDecisionsTest {

    @TempDir
    Path data;

    private final Shell shell = new Shell();

    @BeforeEach
    void aCatalogueIsThere() throws Exception {
        Files.createFile(data.resolve("log.db"));
    }

    private int run(String... arguments) {
        var all = new java.util.ArrayList<>(List.of(arguments));
        all.add("--data=" + data);
        return shell.run(all.toArray(String[]::new));
    }

    private static ImportResult planned(boolean dryRun, Absence absence) {
        return new ImportResult(
                "0198",
                State.PLANNED,
                "a.xml",
                "frab",
                "",
                dryRun,
                Map.of("gone", 3L),
                List.of(),
                List.of(),
                null,
                absence,
                null);
    }

    @Test
    void aDryRunPrintsThePlanFieldByFieldAndHowToApplyIt() {
        shell.imported = planned(true, new Absence(List.of("PyCon Ireland"), false));
        assertThat(run("import", data.toString(), "--dry-run")).isEqualTo(Exit.OK);
        assertThat(shell.out()).contains("changed talk: Ants", "    Title: Ant -> Ants", "imports 0198 --apply");
        assertThat(shell.err()).contains("no time zone: PyCon Ireland.", "--zone");
    }

    @Test
    void anImportThatWaitsBecauseMuchIsGoneSaysHowToGoOnAndExitsWithOne() {
        shell.imported = planned(false, new Absence(List.of(), true));
        assertThat(run("import", data.toString())).isEqualTo(Exit.WITH_REMARKS);
        assertThat(shell.err()).contains("3 talks are gone", "imports 0198 --apply --gone=cancel");
        assertThat(shell.out()).contains("changed talk: Ants").doesNotContain("--apply");
        shell.imported = planned(true, new Absence(List.of(), true));
        assertThat(run("import", data.toString(), "--dry-run")).isEqualTo(Exit.OK);
        assertThat(shell.err()).contains("imports 0198 --apply --gone=cancel");
    }

    @Test
    void plansAreAppliedAndDiscardedAndImportsUndoneByTheirIds() {
        shell.imported = Shell.imported(State.DONE, Map.of(), List.of());
        run("imports", "0198", "--apply");
        run("imports", "0198", "--apply", "--gone", "leave");
        run("imports", "0198", "--apply", "--gone=cancel");
        run("imports", "0198", "--discard");
        assertThat(run("undo", "0198")).isEqualTo(Exit.OK);
        assertThat(shell.asked)
                .contains(
                        "APPLY 0198",
                        "APPLY_AND_LEAVE_GONE 0198",
                        "APPLY_AND_CANCEL_GONE 0198",
                        "DISCARD 0198",
                        "UNDO 0198");
        assertThat(run("imports", "--apply")).isEqualTo(2);
    }

    @Test
    void sourcesAreAddedListedCheckedAndRemoved() {
        assertThat(run("source", "add", "https://a.example/schedule.xml", "--every", "PT6H", "--apply"))
                .isEqualTo(Exit.OK);
        assertThat(shell.asked.getLast()).contains("everyMinutes=360", "apply=true");
        assertThat(run("source", "list")).isEqualTo(Exit.OK);
        assertThat(shell.out()).contains("s1\thttps://a.example/schedule.xml\tevery 60 min");
        run("source", "check", "s1");
        run("source", "remove", "s1");
        assertThat(shell.asked).contains("check s1", "remove s1");
    }

    @Test
    void anUndoTellsWhatItTookOutBroughtBackAndChanged() {
        shell.imported = new ImportResult(
                "0199",
                State.DONE,
                "Undoing talks.csv",
                null,
                "",
                false,
                Map.of("gone", 3L, "talksAdded", 1L, "talksChanged", 2L, "events", 9L),
                List.of(),
                List.of(),
                null,
                null,
                new Origin("0198"));
        assertThat(run("undo", "0198")).isEqualTo(Exit.OK);
        assertThat(shell.out())
                .isEqualTo("Undoing talks.csv: 3 talks taken out, 1 brought back, 2 changed, 9 events\n");
        assertThat(shell.err()).isEmpty();
    }
}

package org.talks.catalogue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.talks.catalogue.cli.Operations.Check;
import org.talks.catalogue.cli.Operations.Hit;
import org.talks.catalogue.cli.Operations.Named;
import org.talks.catalogue.cli.Operations.RebuildResult;
import org.talks.catalogue.cli.Operations.Remark;
import org.talks.catalogue.cli.Operations.SearchResult;
import org.talks.catalogue.cli.Operations.State;
import org.talks.catalogue.cli.Operations.Verification;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.data.DataDirectory;

/// The verbs on a directory that no server works on.
@SuppressWarnings("NullAway.Init")
class CliTest {

    @TempDir
    private Path temporary;

    private final Shell shell = new Shell();
    private Path data;
    private Path file;

    @BeforeEach
    void aCatalogueAndAFile() throws IOException {
        data = Files.createDirectories(temporary.resolve("data"));
        Files.createFile(data.resolve("log.db"));
        file = Files.writeString(temporary.resolve("talks.csv"), "title\n");
    }

    private int run(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.add("--data=" + data);
        return shell.run(all.toArray(String[]::new));
    }

    @Nested
    class Serving {

        @Test
        void isWhatHappensWithoutACommand() {
            assertThat(run()).isEqualTo(Cli.SERVING);
            assertThat(shell.asked).containsExactly("serve --catalogue.data=" + data);
            assertThat(shell.out()).isEqualTo("The catalogue is at http://localhost:4242\n");
        }

        @Test
        void takesItsOptionsWithAndWithoutItsName() {
            var asked = "serve --catalogue.data=" + data + " --server.port=0 --catalogue.starter=true";
            assertThat(run("--port", "0", "--starter")).isEqualTo(Cli.SERVING);
            assertThat(run("serve", "--starter", "--port=0")).isEqualTo(Cli.SERVING);
            assertThat(shell.asked).containsExactly(asked, asked);
        }

        @Test
        void passesSettingsOnAndRefusesWhatIsNone() {
            assertThat(run("--server.address=127.0.0.1")).isEqualTo(Cli.SERVING);
            assertThat(shell.asked).containsExactly("serve --catalogue.data=" + data + " --server.address=127.0.0.1");
            for (var wrong : new String[] {"--prot=1", "extra"}) {
                assertThat(run("serve", wrong)).isEqualTo(Exit.USAGE);
                assertThat(shell.err()).contains(wrong);
            }
            assertThat(shell.asked).hasSize(1);
        }

        @Test
        void isRefusedWithOneSentenceOnADirectoryThatIsHeld() {
            try (var _ = DataDirectory.open(data)) {
                assertThat(run("serve")).isEqualTo(Exit.CANNOT);
            }
            assertThat(shell.err())
                    .startsWith("catalogue: The data directory at")
                    .contains("in use")
                    .hasLineCount(1);
            assertThat(shell.asked).isEmpty();
        }
    }

    @Nested
    class Importing {

        @Test
        void printsASummary() {
            assertThat(run("import", file.toString())).isEqualTo(Exit.OK);
            assertThat(shell.asked).containsExactly("be brief", "use " + data, "import " + file + " null null false");
            assertThat(shell.out())
                    .isEqualTo(file + ": csv, 38 talks added, 0 changed, 0 unchanged, 0 rejected, 0 events\n");
            assertThat(shell.err()).isEmpty();
        }

        @Test
        void passesItsOptionsOn() {
            run("import", file.toString(), "--format", "csv", "--zone", "Europe/Dublin", "--dry-run");
            assertThat(shell.asked).contains("import " + file + " csv Europe/Dublin true");
        }

        @Test
        void ofSeveralPathsStartsTheApplicationOnce() throws IOException {
            var other = Files.writeString(temporary.resolve("more.csv"), "");
            assertThat(run("import", file.toString(), other.toString())).isEqualTo(Exit.OK);
            assertThat(shell.asked)
                    .containsExactly(
                            "be brief",
                            "use " + data,
                            "import " + file + " null null false",
                            "import " + other + " null null false");
        }

        @Test
        void goesOnWithTheOtherPathsWhenOneIsRefused() throws IOException {
            var odd = Files.writeString(temporary.resolve("odd.csv"), "");
            var unknown = Files.writeString(temporary.resolve("unknown.csv"), "");
            var last = Files.writeString(temporary.resolve("last.csv"), "");
            shell.refusals.put(odd, new CannotException("It cannot be imported."));
            shell.refusals.put(unknown, new Refused.Invalid("mapping", "There is no column Who."));
            assertThat(run("import", odd.toString(), unknown.toString(), last.toString()))
                    .isEqualTo(Exit.CANNOT);
            assertThat(shell.err())
                    .contains(odd + ": It cannot be imported.", unknown + ": ")
                    .contains("There is no column Who.");
            assertThat(shell.out()).startsWith(last + ": csv, 38 talks added");
        }

        @ParameterizedTest
        @CsvSource({
            "INTERRUPTED, The catalogue was stopped while it read; nothing was recorded.",
            "FAILED, The import failed.",
            "RUNNING, The import is still running.",
            "APPLYING, The import is still running."
        })
        void thatDidNotEndSaysHowItStands(State state, String words) {
            shell.imported = new Operations.ImportResult(
                    "0198", state, "talks.csv", null, "", false, Map.of(), List.of(), List.of(), null, null, null);
            assertThat(run("import", file.toString())).isEqualTo(Exit.CANNOT);
            assertThat(shell.err()).isEqualTo(file + ": " + words + " See: imports 0198\n");
            assertThat(shell.out()).isEmpty();
        }

        @Test
        void createsTheCatalogueWhenThereIsNone() throws IOException {
            Files.delete(data.resolve("log.db"));
            Files.delete(data);
            assertThat(run("import", file.toString())).isEqualTo(Exit.OK);
        }

        @Test
        void saysWhatWasRejectedOnStandardErrorAndExitsWithOne() {
            shell.imported = Shell.imported(
                    State.DONE,
                    Map.of("talksAdded", 1L, "rejected", 21L),
                    List.of(new Remark("line 3", "31 June", "There is no such day.", "Correct it.\033[2J")));
            assertThat(run("import", file.toString())).isEqualTo(Exit.WITH_REMARKS);
            assertThat(shell.out()).hasLineCount(1).contains("21 rejected");
            assertThat(shell.err())
                    .isEqualTo("rejected: line 3: There is no such day. (31 June) Correct it. [2J\n"
                            + "… and 1 more; --json lists them.\n");
        }

        @Test
        void tellsThatOneThatWasCutOffWasFinishedFirst() {
            shell.cutOff = true;
            assertThat(run("import", file.toString())).isEqualTo(Exit.OK);
            assertThat(shell.out()).hasLineCount(1).contains("38 talks added");
            assertThat(shell.err())
                    .startsWith("Finished first, because it was cut off: import 0198 of talks.csv: csv, 7 talks added");
        }

        @Test
        void thatFailsExitsWithThree() {
            shell.imported = Shell.imported(State.FAILED, Map.of(), List.of());
            assertThat(run("import", file.toString())).isEqualTo(Exit.CANNOT);
            assertThat(shell.err()).contains("talks.csv is no archive.");
        }

        @Test
        void ofWhatIsNotThereStartsNothing() {
            assertThat(run("import", temporary.resolve("nothing").toString())).isEqualTo(Exit.CANNOT);
            assertThat(shell.err()).isEqualTo("catalogue: There is no " + temporary.resolve("nothing") + ".\n");
            assertThat(shell.asked).isEmpty();
        }

        @Test
        void intoAnUnknownZoneIsAMistypedCommand() {
            assertThat(run("import", file.toString(), "--zone", "Dublin")).isEqualTo(Exit.USAGE);
            assertThat(shell.err()).contains("There is no time zone Dublin");
            assertThat(shell.asked).isEmpty();
        }

        @Test
        void asJsonPrintsOneObjectAndNothingElse() {
            shell.imported = Shell.imported(
                    State.DONE, Map.of("rejected", 1L), List.of(new Remark("line 3", "x", "Wrong.", "Mend it.")));
            assertThat(run("import", file.toString(), "--json")).isEqualTo(Exit.WITH_REMARKS);
            assertThat(shell.out())
                    .hasLineCount(1)
                    .startsWith("{\"id\":\"0198\",\"state\":\"DONE\",\"name\":\"talks.csv\"")
                    .contains("\"rejections\":[{\"place\":\"line 3\"");
            assertThat(shell.err()).isEmpty();
        }
    }

    @Nested
    class Searching {

        @Test
        void printsOneLinePerHit() {
            shell.found = new SearchResult(
                    41,
                    List.of(
                            new Hit(
                                    "0198",
                                    "Snakes\tin a\nBuildpack\u001b[31m",
                                    List.of(new Named("a", "Ian Huston"), new Named("b", "Ana Lima")),
                                    new Named("c", "Cloud Foundry Summit Europe 2016")),
                            new Hit("0199", "Untold", List.of(), null)));
            assertThat(run("search", "balanced", "team")).isEqualTo(Exit.OK);
            assertThat(shell.asked).contains("search balanced team 20");
            assertThat(shell.out())
                    .isEqualTo("0198\tSnakes in a Buildpack [31m\tIan Huston, Ana Lima\tCloud Foundry Summit Europe"
                            + " 2016\n0199\tUntold\t\t\n");
            assertThat(shell.err()).isEqualTo("2 of 41 talks\n");
        }

        @Test
        void thatFindsNothingSaysSo() {
            assertThat(run("search", "xyzzy", "-n", "3")).isEqualTo(Exit.OK);
            assertThat(shell.asked).contains("search xyzzy 3");
            assertThat(shell.out()).isEmpty();
            assertThat(shell.err()).isEqualTo("Nothing was found.\n");
        }

        @Test
        void asJsonPrintsTheWholeAnswer() {
            shell.found = new SearchResult(1, List.of(new Hit("0199", "Untold", List.of(), null)));
            run("search", "untold", "--json");
            assertThat(shell.out())
                    .isEqualTo(
                            "{\"total\":1,\"hits\":[{\"id\":\"0199\",\"title\":\"Untold\",\"speakers\":[],\"conference\":null}]}\n");
        }
    }

    @Nested
    class Rebuilding {

        @Test
        void saysThatItIsDone() {
            assertThat(run("rebuild")).isEqualTo(Exit.OK);
            assertThat(shell.out()).isEqualTo("The views were rebuilt from the log.\n");
        }

        @Test
        void ofOneViewOrOneTalkSaysSo() {
            assertThat(run("rebuild", "--view", "index")).isEqualTo(Exit.OK);
            assertThat(shell.out()).isEqualTo("The index view was rebuilt from the log.\n");
            assertThat(run("rebuild", "--talk", "0199")).isEqualTo(Exit.OK);
            assertThat(shell.out()).isEqualTo("The talk was folded anew from the log.\n");
            assertThat(shell.asked).contains("rebuild view index", "rebuild talk 0199");
        }

        @Test
        void inADryRunPrintsTheDifferencesAndExitsWithOne() {
            assertThat(run("rebuild", "--dry-run")).isEqualTo(Exit.OK);
            assertThat(shell.out()).isEqualTo("What is shown is exactly what the log gives.\n");
            shell.rebuilt =
                    new RebuildResult("1", State.DONE, "ended", 3, 3, 1, List.of("index: talk:1 differs"), 1, null);
            assertThat(run("rebuild", "--dry-run")).isEqualTo(Exit.WITH_REMARKS);
            assertThat(shell.asked).contains("rebuild dry");
            assertThat(shell.out())
                    .isEqualTo("index: talk:1 differs\n" + "Differences: 1. Rebuild to put them right.\n");
        }

        @Test
        void goesBackAndTriesAgain() {
            assertThat(run("rebuild", "--rollback")).isEqualTo(Exit.OK);
            assertThat(shell.out()).isEqualTo("index: generation 2 is in use, at position 10\n");
            assertThat(run("rebuild", "--retry")).isEqualTo(Exit.OK);
            assertThat(shell.asked).contains("roll back null", "retry");
            assertThat(shell.out()).isEqualTo("Nothing is left out.\n");
        }

        @Test
        void isOneThingAtATime() {
            assertThat(run("rebuild", "--talk", "1", "--dry-run")).isEqualTo(Exit.USAGE);
            assertThat(shell.asked).isEmpty();
        }

        @Test
        void thatFailsExitsWithThree() {
            shell.rebuilt = new RebuildResult("1", State.FAILED, "ended", 3, 10, 1, List.of(), 0, "The disk is full.");
            assertThat(run("rebuild")).isEqualTo(Exit.CANNOT);
            assertThat(shell.err()).isEqualTo("The rebuild failed: The disk is full.\n");
            assertThat(shell.out()).isEmpty();
        }
    }

    @Nested
    class Verifying {

        @Test
        void exitsWithZeroWhenAllIsWell() {
            assertThat(run("verify")).isEqualTo(Exit.OK);
            assertThat(shell.out()).isEqualTo("hash chain: ok\n");
        }

        @Test
        void exitsWithOneWhenSomethingDiffers() {
            shell.verified = new Verification(
                    false,
                    12,
                    List.of(new Check("hash chain", true, "12 events"), new Check("search index", false, "Talk 0198")));
            assertThat(run("verify")).isEqualTo(Exit.WITH_REMARKS);
            assertThat(shell.out()).isEqualTo("hash chain: ok, 12 events\nsearch index: DIFFERS, Talk 0198\n");
            assertThat(run("verify", "--json")).isEqualTo(Exit.WITH_REMARKS);
            assertThat(shell.out()).startsWith("{\"ok\":false,\"events\":12,\"checks\":[");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"search x", "rebuild", "verify", "token create ci"})
    void aMistypedDirectoryDoesNotBecomeAnEmptyCatalogue(String command) {
        var nowhere = temporary.resolve("nowhere");
        var arguments = new ArrayList<>(List.of(command.split(" ")));
        arguments.add("--data=" + nowhere);
        assertThat(shell.run(arguments.toArray(String[]::new))).isEqualTo(Exit.CANNOT);
        assertThat(shell.err())
                .contains("There is no catalogue at " + nowhere, "--data")
                .hasLineCount(1);
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void aLockThatNoServerHoldsIsRefusedWithItsHolder() {
        try (var _ = DataDirectory.open(data)) {
            assertThat(run("search", "x")).isEqualTo(Exit.CANNOT);
        }
        assertThat(shell.err())
                .contains("in use by another catalogue (process "
                        + ProcessHandle.current().pid());
        assertThat(shell.asked).isEmpty();
    }

    @Nested
    class Usage {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "--help",
                    "help",
                    "serve --help",
                    "import --help",
                    "search -h",
                    "token create --help",
                    "token --help"
                })
        void isPrintedOnRequest(String command) {
            assertThat(shell.run(command.split(" "))).isEqualTo(Exit.OK);
            assertThat(shell.out()).startsWith("Usage: catalogue");
            assertThat(shell.err()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"frobnicate", "import", "search", "import --frob x", "token", "search x -n many", "verify x"
                })
        void isRemindedOfOnStandardError(String command) {
            assertThat(shell.run(command.split(" "))).isEqualTo(Exit.USAGE);
            assertThat(shell.out()).isEmpty();
            assertThat(shell.err()).isNotBlank();
            assertThat(shell.asked).isEmpty();
        }

        @Test
        void namesTheVersion() {
            assertThat(shell.run("--version")).isEqualTo(Exit.OK);
            assertThat(shell.out()).startsWith("Talk Catalogue ");
        }

        @Test
        void everyVerbIsListed() {
            shell.run("--help");
            assertThat(shell.out()).contains("serve", "import", "rebuild", "search", "verify", "token", "Exit codes");
        }
    }

    @Test
    void aProcessOfItsOwnStartsTheApplicationAndPrintsResultsOnly() throws Exception {
        var process =
                CliMain.start(temporary.resolve("classes.log"), "import", file.toString(), "--json", "--data=" + data);
        assertThat(process.inputReader(StandardCharsets.UTF_8).readAllAsString())
                .startsWith("{\"id\":\"0198\",\"state\":\"DONE\"")
                .hasLineCount(1);
        assertThat(process.errorReader(StandardCharsets.UTF_8).readAllAsString())
                .isEmpty();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(Exit.OK);
    }
}

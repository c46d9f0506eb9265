package org.talks.catalogue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talks.catalogue.data.DataDirectory;
import org.talks.catalogue.eventstore.TestLog;

/// `log export`, `log import` and `backup` on a directory that no server works on.
@SuppressWarnings("NullAway.Init")
class LogVerbTest {

    @TempDir
    private Path temporary;

    private final Shell shell = new Shell();
    private Path data;

    @BeforeEach
    void aLog() throws IOException {
        data = Files.createDirectories(temporary.resolve("data"));
        try (var log = TestLog.open(data).withTalk(3)) {
            assertThat(log.log().head()).isEqualTo(5);
        }
    }

    @Test
    void aLogIsExportedAndTakenInElsewhere() {
        var file = temporary.resolve("log.ndjson.gz").toString();
        assertThat(shell.run("log", "export", file, "--data=" + data)).isEqualTo(Exit.OK);
        assertThat(shell.out()).matches("5 events up to position 5, chain [0-9a-f]{64}\n");
        var elsewhere = temporary.resolve("elsewhere");
        assertThat(shell.run("log", "import", file, "--data=" + elsewhere)).isEqualTo(Exit.OK);
        assertThat(shell.out())
                .startsWith("5 events appended, 0 were there already; the log ends at position 5, chain ");
        assertThat(shell.run("log", "import", file, "--json", "--data=" + elsewhere))
                .isEqualTo(Exit.OK);
        assertThat(shell.out()).startsWith("{\"appended\":0,\"present\":5,\"head\":5,\"chain\":\"");
        assertThat(shell.asked).doesNotContain("use " + elsewhere);
    }

    @Test
    void aPartIsExported() throws IOException {
        var file = temporary.resolve("log.ndjson");
        assertThat(shell.run("log", "export", file.toString(), "--after=3", "--json", "--data=" + data))
                .isEqualTo(Exit.OK);
        assertThat(shell.out()).startsWith("{\"events\":2,\"last\":5,");
        assertThat(Files.readAllLines(file)).hasSize(4);
        assertThat(shell.run("log", "export", temporary.resolve("2").toString(), "--after=9", "--data=" + data))
                .isEqualTo(Exit.CANNOT);
        assertThat(shell.err()).isEqualTo("catalogue: The log has no position 9.\n");
    }

    @Test
    void whatCannotBeTakenIsSaidInOneLine() throws IOException {
        var file = temporary.resolve("log.ndjson");
        assertThat(shell.run("log", "export", file.toString(), "--data=" + data))
                .isEqualTo(Exit.OK);
        var lines = Files.readAllLines(file);
        Files.writeString(file, String.join("\n", lines.subList(0, 5)) + "\n");
        var elsewhere = temporary.resolve("elsewhere");
        assertThat(shell.run("log", "import", file.toString(), "--data=" + elsewhere))
                .isEqualTo(Exit.CANNOT);
        assertThat(shell.err()).contains("after line 5 (position 4)").hasLineCount(1);
        assertThat(shell.run("log", "export", file.toString(), "--data=" + data))
                .isEqualTo(Exit.CANNOT);
        assertThat(shell.err()).contains("is there already").hasLineCount(1);
        assertThat(shell.run("log", "export", file.toString(), "--data=" + temporary.resolve("nowhere")))
                .isEqualTo(Exit.CANNOT);
        assertThat(shell.err()).contains("There is no catalogue at");
    }

    @Test
    void aLogThatAnotherProcessHoldsIsReadAllTheSameButNotWritten() {
        try (var held = DataDirectory.open(data)) {
            assertThat(held.root()).exists();
            var file = temporary.resolve("log.ndjson").toString();
            assertThat(shell.run("log", "export", file, "--data=" + data)).isEqualTo(Exit.OK);
            assertThat(shell.run("backup", temporary.resolve("backup").toString(), "--data=" + data))
                    .isEqualTo(Exit.OK);
            assertThat(shell.run("log", "import", file, "--data=" + data)).isEqualTo(Exit.CANNOT);
            assertThat(shell.err()).contains("is in use by another catalogue");
        }
    }

    @Test
    void aBackupIsMade() {
        var backup = temporary.resolve("backup");
        assertThat(shell.run("backup", backup.toString(), "--data=" + data)).isEqualTo(Exit.OK);
        assertThat(shell.out()).matches("5 events and 0 imported files; the log ends with chain [0-9a-f]{64}\n");
        assertThat(backup.resolve("backup.json")).exists();
        assertThat(shell.run("backup", backup.toString(), "--data=" + data)).isEqualTo(Exit.CANNOT);
        assertThat(shell.err()).contains("is not empty").hasLineCount(1);
    }

    @Test
    void theVerbAloneSaysWhatThereIs() {
        assertThat(shell.run("log")).isEqualTo(Exit.USAGE);
        assertThat(shell.err()).contains("export", "import");
    }
}

package org.talks.catalogue.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// A cache is recorded of a small program; the catalogue itself is measured by the benchmark of starts.
class AotCacheVerbTest {

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int run(Path jar, String... arguments) {
        var terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                false,
                System::nanoTime);
        return new CommandLine(new AotCacheVerb(terminal, new Shell(), () -> jar)).execute(arguments);
    }

    @Test
    void theCacheIsRecordedAndTheCommandPrinted() throws Exception {
        var jar = TrainedProgram.pack(directory.resolve("program.jar"));
        assertThat(run(jar)).isEqualTo(Exit.OK);
        var cache = directory.resolve("program-aot/application.aot");
        assertThat(cache).isNotEmptyFile();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("%s/bin/java -XX:AOTCache=%s -jar %s serve\n"
                        .formatted(System.getProperty("java.home"), cache, jar));
        // The command works, and the JDK takes the cache: it refuses to start with one it cannot use.
        var command = List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:AOTMode=on",
                "-XX:AOTCache=" + cache,
                "-jar",
                jar.toString(),
                "stop");
        assertThat(new ProcessBuilder(command).start().waitFor()).isEqualTo(9);
    }

    @Test
    void aPlaceOfOnesOwnIsTakenAndQuotedForTheShell() throws Exception {
        var jar = TrainedProgram.pack(directory.resolve("program.jar"));
        var place = directory.resolve("my cache");
        assertThat(run(jar, "--directory", place.toString())).isEqualTo(Exit.OK);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains(" '-XX:AOTCache=" + place + "/application.aot' ");
        assertThat(place.resolve("application.aot")).isNotEmptyFile();
    }

    @Test
    void whereTheJarMayNotBeWrittenTheDataDirectoryIsTaken() {
        assertThat(AotCache.defaultDirectory(directory.resolve("missing/app.jar"), Path.of("/srv/data")))
                .isEqualTo(Path.of("/srv/data/aot"));
        assertThat(AotCache.defaultDirectory(directory.resolve("catalogue-app.jar"), Path.of("/srv/data")))
                .isEqualTo(directory.resolve("catalogue-app-aot"));
    }

    @Test
    void aProgramThatDoesNotStartIsSaidSo() throws Exception {
        var jar = Files.writeString(directory.resolve("program.jar"), "no jar");
        assertThatThrownBy(() -> new AotCache(jar, directory.resolve("aot")).record(step -> {}))
                .isInstanceOf(CannotException.class)
                .hasMessageContaining("ended by itself, with code 1");
    }

    @Test
    void aProgramThatIsNotPackagedCannot() {
        var shell = new Shell();
        assertThat(shell.run("aot-cache", "--data=" + directory)).isEqualTo(Exit.CANNOT);
        assertThat(shell.err())
                .contains("java -jar catalogue-app.jar aot-cache")
                .hasLineCount(1);
    }
}

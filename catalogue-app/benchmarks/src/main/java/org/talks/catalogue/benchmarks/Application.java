package org.talks.catalogue.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The packaged programs that are measured, and where they work. Commands are given from the root of the
/// repository.
final class Application {

    /// Where other builds put it: `-Dcatalogue.jar=…`.
    static final Path JAR = Path.of(System.getProperty("catalogue.jar", "catalogue-app/target/catalogue-app.jar"));

    static final Path BARE_JAR = Path.of("catalogue-app/benchmarks/target/benchmarks-bare.jar");

    private Application() {}

    static List<String> jar(Path jar) {
        return List.of("-Xmx1g", "-jar", jar.toString());
    }

    static Path newDirectory() throws IOException {
        return Files.createTempDirectory("benchmark");
    }

    static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /// A new directory with everything of an archive imported.
    static Path imported(Path archive) throws IOException, InterruptedException {
        var data = newDirectory();
        Command.java(log(), List.of(0, 1), importing(List.of(), archive, data));
        return data;
    }

    static List<String> importing(List<String> options, Path archive, Path data) {
        var arguments = new ArrayList<>(options);
        arguments.addAll(jar(JAR));
        arguments.addAll(List.of("import", archive.toString(), "--data", data.toString()));
        return arguments;
    }

    static Path log() throws IOException {
        return Files.createTempFile("benchmark", ".log");
    }
}

package org.talks.catalogue.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Imports all of pyvideo in every way that matters, interleaved, and prints the medians.
///
/// Arguments: the archive of pyvideo, and how many rounds (3).
public final class ImportBenchmark {

    private static final List<String> SMALL_JVM = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final int WARM_SEARCHES = 300;

    /// The second compiler takes a quarter of the processors' time in the first of them and still works in the
    /// third: a method is worth its work only after 15,000 calls or so, and more while others wait.
    private static final int WARM_IMPORTS = 4;

    private final Path archive;
    private final Measured measured = new Measured();

    private ImportBenchmark(Path archive) {
        this.archive = archive;
    }

    public static void main(String[] arguments) throws Exception {
        var benchmark = new ImportBenchmark(Path.of(arguments[0]));
        var rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        for (int round = 0; round < rounds; round++) {
            benchmark.round();
        }
        benchmark.measured.print("all of pyvideo");
        benchmark.measured.printRatio("import", "bare program");
        benchmark.measured.printRatio("import", "bare program, raw texts");
        benchmark.measured.printRatio("import, C1 and serial GC", "bare program, C1 and serial GC");
    }

    private void round() throws IOException, InterruptedException {
        compared("", List.of());
        compared(", C1 and serial GC", SMALL_JVM);
        sent("import sent to a server hardly used", this::littleUse);
        sent("import sent to a warm server", this::muchUse);
    }

    private interface Use {
        void of(Server server) throws IOException, InterruptedException;
    }

    private void compared(String how, List<String> options) throws IOException, InterruptedException {
        Application.delete(bare("bare program, raw texts" + how, options, List.of("raw")));
        var bare = bare("bare program" + how, options, List.of());
        var data = fresh("import" + how, "repeated import" + how, options);
        SameDocuments.check(bare.resolve("index"), SameDocuments.indexBelow(data));
        Application.delete(bare);
        Application.delete(data);
    }

    /// @return the directory it filled
    private Path bare(String name, List<String> options, List<String> what) throws IOException, InterruptedException {
        var directory = Application.newDirectory();
        var arguments = new ArrayList<>(options);
        arguments.addAll(List.of(
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                BareImport.class.getName(),
                archive.toString(),
                directory.toString()));
        arguments.addAll(what);
        measured.add(name, Command.java(Application.log(), List.of(0), arguments));
        return directory;
    }

    /// @return the data directory with everything imported
    private Path fresh(String name, String again, List<String> options) throws IOException, InterruptedException {
        var data = Application.newDirectory();
        var arguments = Application.importing(options, archive, data);
        // 1: some files of pyvideo cannot be read, and are rejected.
        measured.add(name, Command.java(Application.log(), List.of(0, 1), arguments));
        var log = Application.log();
        measured.add(again, Command.java(log, List.of(0, 1), arguments));
        if (!Files.readString(log).contains(" 0 events")) {
            throw new IllegalStateException("The repeated import changed something: " + Files.readString(log));
        }
        return data;
    }

    private void sent(String name, Use before) throws IOException, InterruptedException {
        var data = Application.newDirectory();
        try (var server = Server.catalogue(Application.jar(Application.JAR), data, "x", 0)) {
            before.of(server);
            var cpu = server.cpuSeconds();
            var start = System.nanoTime();
            var report = server.importPath(archive);
            searchable(server, report.path("position").asLong());
            measured.add(name, since(server, start, cpu));
            cpu = server.cpuSeconds();
            start = System.nanoTime();
            var repeated = server.importPath(archive);
            searchable(server, repeated.path("position").asLong());
            measured.add("repeated " + name, since(server, start, cpu));
            if (repeated.path("counts").path("events").asLong() != 0) {
                throw new IllegalStateException("The repeated import changed something: " + repeated);
            }
        }
        Application.delete(data);
    }

    /// Imports the folders of pyvideo that lie beside the archive, and searches.
    private void littleUse(Server server) throws IOException, InterruptedException {
        try (var beside = Files.list(archive.toAbsolutePath().getParent())) {
            for (var folder : beside.filter(Files::isDirectory).toList()) {
                search(server, server.importPath(folder).path("position").asLong());
            }
        }
    }

    /// Imports as many other talks, more than once, and searches.
    private void muchUse(Server server) throws IOException, InterruptedException {
        for (int which = 1; which <= WARM_IMPORTS; which++) {
            var others = OtherTalks.archive(archive, which);
            var cpu = server.cpuSeconds();
            var start = System.nanoTime();
            search(server, server.importPath(others).path("position").asLong());
            measured.add("  warming up, import " + which, since(server, start, cpu));
            Files.delete(others);
        }
    }

    private static void search(Server server, long position) throws IOException, InterruptedException {
        searchable(server, position);
        var words = List.of("python", "data science", "testing django", "\"machine learning\"", "keynote", "asyncoi");
        for (int i = 0; i < WARM_SEARCHES; i++) {
            server.search(words.get(i % words.size()), null);
        }
    }

    private static void searchable(Server server, long position) throws IOException, InterruptedException {
        while (server.search("python", position).isMissingNode()) {
            // The server itself waits for seconds before it says so.
            Thread.onSpinWait();
        }
    }

    private static Command.Spent since(Server server, long startNanos, double cpu) {
        return new Command.Spent((System.nanoTime() - startNanos) / 1e9, server.cpuSeconds() - cpu);
    }
}

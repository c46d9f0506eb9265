package org.talks.catalogue.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How long starting takes: from starting the process until the first search is answered, interleaved, medians.
/// The catalogue empty and full, from the plain jar and with a cache of loaded and linked classes, beside a bare
/// web application of the same Spring Boot.
///
/// Arguments: the archive of pyvideo, and how many rounds (5).
public final class StartBenchmark {

    private final Measured measured = new Measured();

    private StartBenchmark() {}

    /// What is looked for before the start counts as done.
    private record Expected(Path data, String words, int talks) {}

    public static void main(String[] arguments) throws Exception {
        var rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        var work = Application.newDirectory();
        var empty = new Expected(Application.newDirectory(), "x", 0);
        var full = new Expected(Application.imported(Path.of(arguments[0])), "python", 1);
        var plain = Application.jar(Application.JAR);
        var cached = AotCache.of(Application.JAR, work.resolve("catalogue"));
        // Away from the libraries that lie beside it for the other benchmarks, and would make it less bare.
        var bareJar = Files.copy(Application.BARE_JAR, work.resolve("bare-application.jar"));
        var bareCached = AotCache.extracting(bareJar, work.resolve("bare"));
        recordCatalogue(cached);
        Server.bare(bareCached.recording()).close();

        var benchmark = new StartBenchmark();
        for (int round = 0; round < rounds; round++) {
            benchmark.bare("bare Spring Boot", Application.jar(bareJar));
            benchmark.catalogue("empty, plain jar", plain, empty);
            benchmark.catalogue("21,715 talks, plain jar", plain, full);
            benchmark.bare("bare Spring Boot, AOT cache", bareCached.using());
            benchmark.catalogue("empty, AOT cache", cached.using(), empty);
            benchmark.catalogue("21,715 talks, AOT cache", cached.using(), full);
        }
        benchmark.measured.print("start to first search");
        for (var directory : List.of(work, empty.data(), full.data())) {
            Application.delete(directory);
        }
    }

    /// The training run: a start, and a search.
    private static void recordCatalogue(AotCache cache) throws IOException, InterruptedException {
        var data = Application.newDirectory();
        var arguments = new ArrayList<>(cache.recording());
        try (var server = Server.catalogue(arguments, data, "x", 0)) {
            server.search("python", null);
        }
        Application.delete(data);
    }

    private void bare(String name, List<String> java) throws IOException, InterruptedException {
        try (var server = Server.bare(java)) {
            measured.add(name, server.untilReady());
        }
    }

    private void catalogue(String name, List<String> java, Expected expected) throws IOException, InterruptedException {
        try (var server = Server.catalogue(java, expected.data(), expected.words(), expected.talks())) {
            measured.add(name, server.untilReady());
        }
    }
}

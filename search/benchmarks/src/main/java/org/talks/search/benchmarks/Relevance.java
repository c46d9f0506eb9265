package org.talks.search.benchmarks;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs known-item queries over all talks of pyvideo and prints, for each engine and each set of queries, how
/// often the right talk comes first, how often among the first ten, and the mean reciprocal rank, with 95 %
/// intervals.
///
/// Arguments: the archive of pyvideo, the query files separated by commas (set, query, title), the engines.
public final class Relevance {

    private Relevance() {}

    public static void main(String[] arguments) throws Exception {
        var talks = Pyvideo.talks(Path.of(arguments[0]));
        var queries = new ArrayList<KnownItem>();
        for (var file : arguments[1].split(",", -1)) {
            queries.addAll(KnownItem.read(Path.of(file)));
        }
        System.out.printf("%,d talks, %,d queries%n", talks.size(), queries.size());
        var engines = arguments.length > 2 ? arguments[2] : "talks,fts5";
        for (var name : engines.split(",", -1)) {
            try (var engine = engine(name, Files.createTempDirectory("relevance"))) {
                measure(engine, talks, queries);
            }
        }
    }

    private static Engine engine(String name, Path directory) throws Exception {
        return switch (name) {
            case "talks" -> new TalkIndexEngine(directory);
            case "fts5" -> new Fts5Engine(directory);
            default -> throw new IllegalArgumentException("engines are talks and fts5, not " + name);
        };
    }

    private static void measure(Engine engine, List<Talk> talks, List<KnownItem> queries) throws Exception {
        var cpu = cpuMillis();
        var start = System.nanoTime();
        engine.index(talks);
        System.out.printf(
                "%n%s: indexed in %,d ms, %,d ms of CPU%n",
                engine.name(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start), cpuMillis() - cpu);
        var scores = new LinkedHashMap<String, Score>();
        var begin = System.nanoTime();
        for (var query : queries) {
            var rank = query.rank(engine.titles(query.query()));
            scores.computeIfAbsent(query.set(), s -> new Score()).add(rank);
            missed(query, rank);
        }
        var micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begin) / Math.max(1, queries.size());
        System.out.printf("%-9s %6s  %-20s  %-20s  %-20s%n", "set", "n", "success@1", "success@10", "MRR@10");
        var all = new Score();
        scores.forEach((set, score) -> {
            System.out.printf("%-9s %6d  %s%n", set, score.size(), score.text());
            all.addAll(score);
        });
        System.out.printf("%-9s %6d  %s%n", "all", all.size(), all.text());
        System.out.printf(
                "%-9s %6s  MRR@10, every set weighing the same: %.3f; %,d microseconds a query, cold%n",
                "sets",
                "",
                scores.values().stream()
                        .mapToDouble(Score::reciprocalRank)
                        .average()
                        .orElse(0),
                micros);
    }

    /// With `-Dmissed=true`, prints the queries whose talk is not among the first ten.
    private static void missed(KnownItem query, int rank) {
        if (Boolean.getBoolean("missed") && rank == 0) {
            System.out.println("missed " + query);
        }
    }

    private static long cpuMillis() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return system instanceof com.sun.management.OperatingSystemMXBean process
                ? TimeUnit.NANOSECONDS.toMillis(process.getProcessCpuTime())
                : 0;
    }
}

package org.talks.search.benchmarks;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.talks.search.IndexSettings;

/// Runs known-item queries over all talks of pyvideo and prints, for each engine and each set of queries, how
/// often the right talk comes first, how often among the first ten, and the mean reciprocal rank, with 95 %
/// intervals.
///
/// After them 60 queries on topics, with nDCG@10.
///
/// Arguments: the archive of pyvideo, the queries ([KnownItem#of]), the file of judged
/// topics, the engines (`talks,fts5,opensearch`).
public final class Relevance {

    private Relevance() {}

    public static void main(String[] arguments) throws Exception {
        var talks = Pyvideo.talks(Path.of(arguments[0]));
        var queries = KnownItem.of(arguments[1], talks);
        System.out.printf("%,d talks, %,d queries%n", talks.size(), queries.size());
        var topics = Topics.read(Path.of(arguments[2]));
        var engines = arguments.length > 3 ? arguments[3] : "talks,fts5,opensearch";
        for (var name : engines.split(",", -1)) {
            try (var engine = engine(name, Files.createTempDirectory("relevance"))) {
                measure(engine, talks, queries);
                System.out.println(topics.measured(engine));
            }
        }
    }

    private static Engine engine(String name, Path directory) throws Exception {
        return switch (name) {
            case "talks" -> new TalkIndexEngine(directory, IndexSettings.live().withoutTimeLimit());
            case "fts5" -> new Fts5Engine(directory);
            case "opensearch" -> new OpenSearchEngine(directory);
            default -> throw new IllegalArgumentException("engines are talks, fts5 and opensearch, not " + name);
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
            var rank = query.rank(engine.find(query.query()));
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

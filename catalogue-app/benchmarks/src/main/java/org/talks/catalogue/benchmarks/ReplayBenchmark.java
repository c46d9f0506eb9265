package org.talks.catalogue.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.talks.catalogue.eventstore.GeneratedLog;
import org.talks.catalogue.eventstore.SqliteEventLog;
import org.talks.catalogue.projection.BuildProgress;
import org.talks.catalogue.projection.RelationalViewKind;
import org.talks.catalogue.projection.StreamTable;
import org.talks.catalogue.searching.IndexWork;
import org.talks.search.RawLucene;
import tools.jackson.databind.json.JsonMapper;

/// How fast views are built from the log, beside what others need for the same: see the README of this directory.
/// Each row runs in a JVM of its own with 1 GiB of heap, first once over a small log, then measured.
///
/// Arguments: `compare [TALKS [STOCK-ROW...]]` (110,000, all of them), `scale [TALKS...]` (2,500 25,000 75,000
/// 250,000), `long [TALKS]` (25,000)
public final class ReplayBenchmark {

    private static final int COMPARED_TALKS = 110_000;
    private static final List<String> SCALE = List.of("2500", "25000", "75000", "250000");
    private static final int LONG_TALKS = 25_000;
    /// Texts of two thousand words, as if every talk had its transcript for a summary.
    private static final double LONG_TEXTS = 20;
    private static final int WARM_UP_TALKS = 12_000;
    /// How long each row is repeated over them before it is measured; the system property `warm-up` says
    /// otherwise.
    private static final int WARM_UP_SECONDS = 15;

    private static final Map<String, StockAxon.Variant> STOCK = stockRows();

    private static Map<String, StockAxon.Variant> stockRows() {
        var rows = new LinkedHashMap<String, StockAxon.Variant>();
        for (var folding : List.of(false, true)) {
            for (var pooled : List.of(true, false)) {
                for (var kept : pooled ? List.of(false, true) : List.of(false)) {
                    rows.put(
                            (pooled ? "pooled" : "tracking") + (folding ? "-folding" : "") + (kept ? "-kept" : ""),
                            new StockAxon.Variant(pooled, folding, kept));
                }
            }
        }
        return rows;
    }

    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ReplayBenchmark() {}

    /// What one row came to.
    ///
    /// @param items talks or rows written; 0 where nothing is
    record Row(String name, long events, long items, double seconds, double cpuSeconds) {
        double eventsPerSecond() {
            return events / seconds;
        }
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 4 && arguments[0].equals("row")) {
            System.out.println(
                    JSON.writeValueAsString(row(arguments[1], Path.of(arguments[2]), Path.of(arguments[3]))));
            // An event store of the framework keeps a thread.
            System.exit(0);
        }
        var all = List.of(arguments);
        var what = all.isEmpty() ? "compare" : all.getFirst();
        var numbers = what.equals("compare") ? Math.min(2, all.size()) : all.size();
        var sizes = numbers > 1 ? all.subList(1, numbers) : List.<String>of();
        var root = Files.createTempDirectory("replay-benchmark");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(root)));
        // A trial of a small log is not to wait for a large warm-up.
        var most = sizes.stream().mapToInt(Integer::parseInt).max().orElse(WARM_UP_TALKS);
        var warmUp = generate(root.resolve("warm-up"), Math.min(WARM_UP_TALKS, most), 1, false);
        switch (what) {
            case "compare" -> {
                var talks = sizes.isEmpty() ? COMPARED_TALKS : Integer.parseInt(sizes.getFirst());
                var stock = all.size() > 2 ? all.subList(2, all.size()) : List.copyOf(STOCK.keySet());
                for (var interleaved : logs()) {
                    var log = generate(root.resolve("log-" + interleaved), talks, 1, interleaved);
                    compare(log, warmUp, interleaved, stock);
                    delete(directoryOf(log));
                }
            }
            case "scale" -> scale(root, warmUp, sizes.isEmpty() ? SCALE : sizes, 1);
            case "long" ->
                scale(root, warmUp, sizes.isEmpty() ? List.of(Integer.toString(LONG_TALKS)) : sizes, LONG_TEXTS);
            default -> throw new IllegalArgumentException("compare, scale or long, not " + what);
        }
    }

    /// `-Dlog=contiguous` or `-Dlog=interleaved` compares with one of the two only, `-Dlog=both` with each.
    private static List<Boolean> logs() {
        var log = System.getProperty("log", "both");
        return switch (log) {
            case "contiguous" -> List.of(false);
            case "interleaved" -> List.of(true);
            case "both" -> List.of(false, true);
            default -> throw new IllegalArgumentException("-Dlog=" + log + ": contiguous, interleaved or both");
        };
    }

    private static Path directoryOf(Path log) {
        return Objects.requireNonNull(log.getParent(), "a log lies in a directory of its own");
    }

    private static Path generate(Path directory, int talks, double textFactor, boolean interleaved) throws IOException {
        Files.createDirectories(directory);
        var file = directory.resolve("log.db");
        var start = System.nanoTime();
        var events = GeneratedLog.write(file, new TalkGenerator(talks, textFactor), interleaved);
        System.err.printf(
                "%,d events of %,d talks written in %.1f s, %,d MB%n",
                events, talks, (System.nanoTime() - start) / 1e9, Files.size(file) >> 20);
        return file;
    }

    private static void compare(Path log, Path warmUp, boolean interleaved, List<String> stock) throws Exception {
        var rows = new LinkedHashMap<String, Row>();
        for (var name : List.of("scan", "scan-streams", "index", "relational", "lucene")) {
            rows.put(name, inOwnProcess(name, log, warmUp));
        }
        for (var name : stock) {
            rows.put(name, inOwnProcess(name, log, warmUp));
        }
        System.out.printf(
                "%n%s log, %,d events, %,d talks, %d processors, heap 1 GiB%n",
                interleaved ? "Interleaved" : "Contiguous",
                of(rows, "index").events(),
                of(rows, "index").items(),
                THREADS);
        print(rows.values());
        var index = of(rows, "index");
        var lucene = of(rows, "lucene");
        System.out.printf(
                "index rebuild : raw Lucene = %.2f (talks/s; CPU %.2f)%n",
                lucene.seconds() / index.seconds(), lucene.cpuSeconds() / index.cpuSeconds());
        for (var other : stock) {
            System.out.printf(
                    "index rebuild : %s = %.1f (events/s)%n",
                    of(rows, other).name(),
                    index.eventsPerSecond() / of(rows, other).eventsPerSecond());
        }
    }

    private static void scale(Path root, Path warmUp, List<String> sizes, double textFactor) throws Exception {
        var rows = new ArrayList<Row>();
        for (var talks : sizes) {
            var log = generate(root.resolve("scale-" + talks), Integer.parseInt(talks), textFactor, true);
            rows.add(inOwnProcess("index", log, warmUp));
            rows.add(inOwnProcess("relational", log, warmUp));
            rows.add(inOwnProcess("both", log, warmUp));
            delete(directoryOf(log));
        }
        System.out.printf("%nInterleaved logs, %d processors, heap 1 GiB%n", THREADS);
        print(rows);
    }

    private static Row of(Map<String, Row> rows, String name) {
        var row = rows.get(name);
        if (row == null) {
            throw new IllegalStateException("no row " + name);
        }
        return row;
    }

    private static void print(Iterable<Row> rows) {
        System.out.printf(
                "%-36s %10s %9s %8s %8s %10s %10s %12s%n",
                "", "events", "talks", "seconds", "CPU s", "events/s", "talks/s", "CPU us/event");
        for (var row : rows) {
            System.out.printf(
                    "%-36s %,10d %,9d %8.2f %8.2f %,10.0f %,10.0f %12.1f%n",
                    row.name(),
                    row.events(),
                    row.items(),
                    row.seconds(),
                    row.cpuSeconds(),
                    row.eventsPerSecond(),
                    row.items() / row.seconds(),
                    row.cpuSeconds() * 1e6 / row.events());
        }
    }

    private static Row inOwnProcess(String name, Path log, Path warmUp) throws IOException, InterruptedException {
        var output = Files.createTempFile("row", ".log");
        try {
            Command.java(
                    output,
                    List.of(0),
                    List.of(
                            "-Xmx1g",
                            "-Dwarm-up=" + Long.getLong("warm-up", WARM_UP_SECONDS),
                            "-cp",
                            System.getProperty("java.class.path"),
                            ReplayBenchmark.class.getName(),
                            "row",
                            name,
                            log.toString(),
                            warmUp.toString()));
            var row = JSON.readValue(Files.readAllLines(output).getLast(), Row.class);
            System.err.printf("%s: %.2f s, %.2f s of CPU%n", row.name(), row.seconds(), row.cpuSeconds());
            return row;
        } finally {
            Files.delete(output);
        }
    }

    private static Row row(String name, Path log, Path warmUp) throws Exception {
        // Until the compiler has seen everything and has finished with it: whoever has more code would otherwise be
        // measured while it is compiled.
        var start = System.nanoTime();
        do {
            work(name, warmUp);
        } while (System.nanoTime() - start < Long.getLong("warm-up", WARM_UP_SECONDS) * 1_000_000_000L);
        System.gc();
        return work(name, log);
    }

    /// Measures one row over one log.
    private static Row work(String name, Path file) throws Exception {
        var target = Files.createTempDirectory(file.getParent(), "build");
        try (var log = GeneratedLog.open(file)) {
            return switch (name) {
                case "scan" -> {
                    var bytes = new long[1];
                    yield measured("raw scan, log order", log, () -> {
                        log.scan(0, log.head(), raw -> bytes[0] += raw.payload().length);
                        return 0;
                    });
                }
                case "scan-streams" -> {
                    var bytes = new long[1];
                    yield measured("raw scan of talks, stream order", log, () -> {
                        log.scanStreams("talk:", log.head(), raw -> bytes[0] += raw.payload().length);
                        return 0;
                    });
                }
                case "index" -> measured("our index rebuild", log, () -> index(target, log));
                case "relational" -> {
                    var kind = relationalKind();
                    yield measured("our relational rebuild", log, () -> relational(kind, target, log));
                }
                case "both" -> {
                    var kind = relationalKind();
                    yield measured("our rebuild of both", log, () -> {
                        relational(kind, target, log);
                        return index(target.resolve("index"), log);
                    });
                }
                case "lucene" -> {
                    var documents = IndexWork.documents(log);
                    System.gc();
                    yield measured(
                            "raw Lucene, same documents", log, () -> RawLucene.index(target, documents, THREADS));
                }
                default -> stock(STOCK.get(name), log, file, target);
            };
        } finally {
            delete(target);
        }
    }

    private interface Work {
        /// @return talks written
        int run() throws Exception;
    }

    private static Row measured(String name, SqliteEventLog log, Work work) throws Exception {
        var events = log.head();
        var cpu = cpuNanos();
        var start = System.nanoTime();
        var items = work.run();
        return new Row(name, events, items, (System.nanoTime() - start) / 1e9, (cpuNanos() - cpu) / 1e9);
    }

    private static Row stock(StockAxon.@Nullable Variant variant, SqliteEventLog log, Path file, Path target)
            throws Exception {
        if (variant == null) {
            throw new IllegalArgumentException("there is no such row");
        }
        var axon = StockAxon.beside(file, log.head());
        return measured(variant.toString(), log, () -> {
            axon.replay(target, variant);
            return 0;
        });
    }

    private static int index(Path target, SqliteEventLog log) throws Exception {
        return IndexWork.rebuild(target, log, new BuildProgress());
    }

    private static int relational(RelationalViewKind kind, Path target, SqliteEventLog log) throws Exception {
        try (var built = kind.build(target, log, log.head(), new BuildProgress())) {
            return built.jdbc()
                    .sql("select count(*) from talk")
                    .query(Integer.class)
                    .single();
        }
    }

    private static RelationalViewKind relationalKind() {
        try (var context = new GenericApplicationContext()) {
            var scanner = new ClassPathBeanDefinitionScanner(context, false);
            scanner.addIncludeFilter(new AssignableTypeFilter(StreamTable.class));
            scanner.scan("org.talks.catalogue");
            context.refresh();
            var tables = new ArrayList<StreamTable<?>>();
            context.getBeansOfType(StreamTable.class).values().forEach(tables::add);
            return new RelationalViewKind(tables);
        }
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static void delete(Path root) {
        if (!Files.exists(root)) {
            return;
        }
        try (var tree = Files.walk(root)) {
            for (var path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.talks.catalogue.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// How long looking back takes on the full catalogue, over HTTP: talks and conferences as of a moment, a search
/// as of a moment that nobody has asked for yet, one that is kept, and searches of the present beside all that.
/// Before, some talks are retitled, so that the past differs from the present.
///
/// Arguments: the archive of pyvideo, and how many moments to search cold (5).
public final class AsOfBenchmark {

    private static final int COLD = 5;
    private static final int CORRECTED = 200;
    private static final int TALKS = 500;
    private static final int CONFERENCES = 100;
    private static final int SEARCHES = 2_000;
    private static final int CACHED = 500;
    /// Left out of the figures: the first requests of a new process.
    private static final int WARM_UP = 300;

    /// What people type; each is asked in turn.
    private static final List<String> WORDS = List.of(
            "python",
            "django rest",
            "data science",
            "machine learning",
            "async",
            "testing",
            "keynote",
            "pandas",
            "web scraping",
            "type hints",
            "concurency",
            "packag",
            "guido",
            "lightning talks",
            "numpy arrays",
            "security");

    private AsOfBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        var cold = arguments.length > 1 ? Integer.parseInt(arguments[1]) : COLD;
        var data = Application.imported(Path.of(arguments[0]));
        try (var server = Server.catalogue(Application.jar(Application.JAR), data, "python", 1)) {
            run(server, cold);
        }
        Application.delete(data);
    }

    private static void run(Server server, int cold) throws Exception {
        var ids = ids(server, TALKS + CORRECTED, "id");
        var conferences = ids(server, TALKS, "conference").stream()
                .distinct()
                .limit(CONFERENCES)
                .toList();
        long position = 0;
        for (var i = 0; i < CORRECTED; i++) {
            position = server.post(
                            "/api/talks/" + ids.get(i) + "/retitle-talk", "{\"title\": \"Corrected title " + i + "\"}")
                    .path("position")
                    .asLong();
        }
        var before = position - CORRECTED;
        for (var i = 0; i < WARM_UP; i++) {
            server.get("/api/talks?q=" + word(i));
            server.text("/talks/" + ids.get(i) + "?asOf=" + before);
        }

        System.out.printf("%-44s %8s %8s %8s %8s%n", "milliseconds", "p50", "p95", "p99", "max");
        print("talk as of a moment, JSON", timed(ids.subList(0, TALKS), "/api/talks/%s?asOf=" + before, server));
        print("talk as of a moment, page", timed(ids.subList(0, TALKS), "/talks/%s?asOf=" + before, server));
        // The first asks which talks ever named a conference, for all of the log.
        print(
                "first conference as of a moment, page",
                timed(conferences.subList(0, 1), "/conferences/%s?asOf=" + before, server));
        print("conference as of a moment, page", timed(conferences, "/conferences/%s?asOf=" + before, server));

        var idle = new ArrayList<Double>();
        for (var i = 0; i < SEARCHES; i++) {
            idle.add(live(server, i));
        }
        print("search of the present, idle", idle);

        var alone = new ArrayList<Double>();
        var cpu = server.cpuSeconds();
        for (var i = 0; i < cold; i++) {
            alone.add(until(server, "/api/talks?q=" + word(i) + "&asOf=" + (before - cold - i)));
        }
        cpu = server.cpuSeconds() - cpu;
        print("cold search as of a moment", alone);
        System.out.printf("%-44s %8.1f%n", "CPU seconds for each", cpu / cold);

        var colds = new ArrayList<Double>();
        var beside = Collections.synchronizedList(new ArrayList<Double>());
        var building = new AtomicBoolean(true);
        try (var searching = new Background(() -> {
            for (var i = 0; building.get(); i++) {
                beside.add(live(server, i));
            }
        })) {
            for (var i = 0; i < cold; i++) {
                colds.add(until(server, "/api/talks?q=" + word(i) + "&asOf=" + (before - i)));
            }
            building.set(false);
            searching.finish();
        }
        print("cold search, somebody searching the present", colds);
        print("search of the present beside it", beside);

        var cached = new ArrayList<Double>();
        for (var i = 0; i < CACHED; i++) {
            cached.add(until(server, "/api/talks?q=" + word(i) + "&asOf=" + (before - cold + 1)));
        }
        print("cached search as of a moment", cached);
    }

    /// A thread whose failure is not lost.
    private static final class Background implements AutoCloseable {

        interface Work {
            void run() throws Exception;
        }

        private final Thread thread;
        private volatile @Nullable Exception failure;

        Background(Work work) {
            thread = Thread.ofPlatform().daemon().start(() -> {
                try {
                    work.run();
                } catch (Exception e) {
                    failure = e;
                }
            });
        }

        void finish() throws Exception {
            thread.join();
            var thrown = failure;
            if (thrown != null) {
                throw thrown;
            }
        }

        @Override
        public void close() {
            thread.interrupt();
        }
    }

    private static String word(int i) {
        return WORDS.get(i % WORDS.size()).replace(" ", "+");
    }

    private static double live(Server server, int i) throws IOException, InterruptedException {
        var start = System.nanoTime();
        server.get("/api/talks?q=" + word(i));
        return (System.nanoTime() - start) / 1e6;
    }

    /// From the first request to the answer that has talks.
    private static double until(Server server, String path) throws IOException, InterruptedException {
        var start = System.nanoTime();
        while (true) {
            var answer = server.get(path);
            if (!answer.path("total").isMissingNode()) {
                return (System.nanoTime() - start) / 1e6;
            }
            var error = answer.path("preparing").path("error").asString("");
            if (!error.isEmpty()) {
                throw new IllegalStateException(error);
            }
            // As a client would that heeds how far it is, and not as one in a loop.
            Thread.sleep(50);
        }
    }

    private static List<Double> timed(List<String> ids, String path, Server server)
            throws IOException, InterruptedException {
        var times = new ArrayList<Double>();
        for (var id : ids) {
            var start = System.nanoTime();
            server.text(path.formatted(id));
            times.add((System.nanoTime() - start) / 1e6);
        }
        return times;
    }

    private static List<String> ids(Server server, int count, String of) throws IOException, InterruptedException {
        var ids = new ArrayList<String>();
        var page = "/api/talks?q=python&facets=&size=100";
        var cursor = "";
        while (ids.size() < count) {
            var answer = server.get(page + cursor);
            answer.path("hits").forEach(hit -> {
                var value = hit.path(of);
                ids.add(value.isObject() ? value.path("id").asString() : value.asString());
            });
            cursor = "&cursor=" + answer.path("next").asString();
        }
        return List.copyOf(ids.subList(0, count));
    }

    private static void print(String name, List<Double> millis) {
        System.out.printf(
                "%-44s %8.1f %8.1f %8.1f %8.1f%n",
                name,
                Percentiles.median(millis),
                Percentiles.of(millis, 95),
                Percentiles.of(millis, 99),
                Percentiles.of(millis, 100));
    }
}

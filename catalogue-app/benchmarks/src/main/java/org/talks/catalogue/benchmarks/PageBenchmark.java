package org.talks.catalogue.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/// How quick pages are at the size of all of pyvideo. First one client asks for pages of each kind, one after
/// another, compressed as browsers want them: the time is that of the whole request over loopback, so the
/// server's own is less. CPU is that of the server's whole process, compiling and collecting garbage included, so
/// that a busy machine hardly shows in it. Then several clients ask for all kinds as fast as they are answered,
/// for pages per second. After the import all of it takes about a minute.
///
/// Arguments: the archive of pyvideo, and how many requests of each kind (500).
public final class PageBenchmark {

    private static final int REQUESTS = 500;

    /// Left out of the figures: until the compiler has seen the code.
    private static final int WARM_UP = 500;

    private static final int CLIENTS = 4;
    private static final int SECONDS = 10;

    /// What people type: words, several, a beginning, a typing error, a name, narrowed, nothing.
    private static final List<String> SEARCHES = List.of(
            "/?q=balanced+team",
            "/?q=python",
            "/?q=data+science&year=2016",
            "/?q=guido+van+rossum",
            "/?q=asyncio+await",
            "/?q=pyhton+packaging",
            "/?q=testing&has=slides",
            "/?q=%22machine+learning%22",
            "/?q=django+rest&sort=newest",
            "/?year=2015&language=en");

    private PageBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        var count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : REQUESTS;
        var data = Application.imported(Path.of(arguments[0]));
        try (var server = Server.catalogue(Application.jar(Application.JAR), data, "python", 1)) {
            var kinds = kinds(server);
            System.out.printf("%-12s %8s %8s %8s %8s %10s%n", "milliseconds", "p50", "p95", "p99", "CPU", "kB, gzip");
            for (var kind : kinds.entrySet()) {
                measure(server, kind.getKey(), kind.getValue(), count);
            }
            var all = kinds.values().stream().flatMap(List::stream).toList();
            System.out.printf("%d clients: %,.0f pages/s%n", CLIENTS, pagesPerSecond(server, all));
        }
        Application.delete(data);
    }

    private static Map<String, List<String>> kinds(Server server) throws IOException, InterruptedException {
        var talks = new ArrayList<String>();
        var conferences = new ArrayList<String>();
        var speakers = new ArrayList<String>();
        for (var hit : server.get("/api/talks?q=python&size=100&facets=").path("hits")) {
            talks.add(place(server, "/talks/" + hit.path("id").asString()));
            conferences.add(
                    place(server, "/conferences/" + hit.at("/conference/id").asString()));
            var speaker = hit.at("/speakers/0/id").asString("");
            if (!speaker.isEmpty()) {
                speakers.add(place(server, "/speakers/" + speaker));
            }
        }
        var kinds = new LinkedHashMap<String, List<String>>();
        kinds.put("search", SEARCHES);
        kinds.put("home", List.of("/"));
        kinds.put("talk", talks);
        kinds.put("conference", conferences.stream().distinct().toList());
        kinds.put("speaker", speakers.stream().distinct().toList());
        kinds.put("conferences", List.of("/conferences"));
        kinds.put("topics", List.of("/topics"));
        kinds.put("statistics", List.of("/statistics"));
        return kinds;
    }

    private static String place(Server server, String path) throws IOException, InterruptedException {
        return server.redirected(path);
    }

    private static void measure(Server server, String kind, List<String> paths, int count)
            throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UP; i++) {
            server.compressed(paths.get(i % paths.size()));
        }
        var millis = new ArrayList<Double>();
        long bytes = 0;
        var before = server.cpuSeconds();
        for (int i = 0; i < count; i++) {
            var start = System.nanoTime();
            bytes += server.compressed(paths.get(i % paths.size()));
            millis.add((System.nanoTime() - start) / 1e6);
        }
        System.out.printf(
                "%-12s %8.1f %8.1f %8.1f %8.1f %10.1f%n",
                kind,
                Percentiles.median(millis),
                Percentiles.of(millis, 95),
                Percentiles.of(millis, 99),
                (server.cpuSeconds() - before) * 1e3 / count,
                bytes / 1e3 / count);
    }

    private static double pagesPerSecond(Server server, List<String> paths) throws InterruptedException {
        var answered = new AtomicLong();
        var futures = new ArrayList<Future<Boolean>>();
        var end = System.nanoTime() + SECONDS * 1_000_000_000L;
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (int client = 0; client < CLIENTS; client++) {
                int first = client * 7;
                futures.add(clients.submit(() -> {
                    for (int i = first; System.nanoTime() < end; i++) {
                        server.compressed(paths.get(i % paths.size()));
                        answered.incrementAndGet();
                    }
                    return true;
                }));
            }
            for (var future : futures) {
                future.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client failed", e.getCause());
        }
        return answered.get() / (double) SECONDS;
    }
}

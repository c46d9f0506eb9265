package org.talks.catalogue.benchmarks;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.talks.catalogue.eventstore.GeneratedLog;
import tools.jackson.databind.JsonNode;

/// Whether people notice a rebuild: four clients search without a pause, over HTTP, first while nothing else
/// happens and then while all views are rebuilt from 400,000 events. An answer fails when it is not 200, and is
/// empty when it has no talk although its word is in thousands.
///
/// Arguments: how many talks (110,000), and how long nothing else happens, in seconds (20).
public final class SearchDuringRebuild {

    private static final int TALKS = 110_000;
    private static final int IDLE_SECONDS = 20;
    private static final int CLIENTS = 4;
    private static final List<String> WORDS = List.of(
            "python", "data", "web testing", "machine learning", "django", "open source", "notebook", "kubernetes");

    private SearchDuringRebuild() {}

    private record Seen(List<Double> millis, int failed, int empty) {}

    public static void main(String[] arguments) throws Exception {
        var talks = arguments.length > 0 ? Integer.parseInt(arguments[0]) : TALKS;
        var seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : IDLE_SECONDS;
        var data = Files.createTempDirectory("search-during-rebuild");
        var events = GeneratedLog.write(data.resolve("log.db"), new TalkGenerator(talks, 1), true);
        try (var server = Server.catalogue(Application.jar(Application.JAR), data, "python", 1)) {
            // The first requests of a new process are not what people see.
            searched(server, () -> pause(seconds));
            var idle = searched(server, () -> pause(seconds));
            var rebuild = searched(server, () -> rebuild(server));
            System.out.printf("%,d events, %,d talks, %d search clients%n", events, talks, CLIENTS);
            System.out.printf(
                    "%-24s %9s %8s %8s %8s %8s %8s %8s%n",
                    "milliseconds", "searches", "p50", "p95", "p99", "max", "failed", "empty");
            print("nothing else", idle);
            print("during the rebuild", rebuild);
        } finally {
            Application.delete(data);
        }
    }

    private static Boolean pause(int seconds) throws InterruptedException {
        Thread.sleep(seconds * 1_000L);
        return true;
    }

    private static Boolean rebuild(Server server) throws Exception {
        var status = server.post("/api/rebuilds", "");
        var path = "/api/rebuilds/" + status.path("id").asString();
        while (status.path("state").asString().equals("RUNNING")) {
            Thread.sleep(200);
            status = server.get(path);
        }
        System.err.println(status);
        if (!status.path("state").asString().equals("DONE")) {
            throw new IllegalStateException(status.toString());
        }
        return true;
    }

    private static Seen searched(Server server, Callable<Boolean> meanwhile) throws Exception {
        var over = new AtomicBoolean();
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            var running = new ArrayList<java.util.concurrent.Future<Seen>>();
            for (int i = 0; i < CLIENTS; i++) {
                var first = i;
                running.add(clients.submit(() -> search(server, first, over)));
            }
            try {
                meanwhile.call();
            } finally {
                over.set(true);
            }
            var millis = new ArrayList<Double>();
            var failed = 0;
            var empty = 0;
            for (var client : running) {
                millis.addAll(client.get().millis());
                failed += client.get().failed();
                empty += client.get().empty();
            }
            return new Seen(millis, failed, empty);
        }
    }

    private static Seen search(Server server, int first, AtomicBoolean over) throws InterruptedException {
        var millis = new ArrayList<Double>();
        var failed = 0;
        var empty = 0;
        for (int i = first; !over.get(); i++) {
            var start = System.nanoTime();
            try {
                JsonNode answer = server.search(WORDS.get(i % WORDS.size()), null);
                if (answer.isMissingNode()) {
                    failed++;
                } else if (answer.path("total").asLong() == 0) {
                    empty++;
                }
            } catch (java.io.IOException | IllegalStateException e) {
                System.err.println(e.getMessage());
                failed++;
            }
            millis.add((System.nanoTime() - start) / 1e6);
        }
        return new Seen(millis, failed, empty);
    }

    private static void print(String name, Seen seen) {
        System.out.printf(
                "%-24s %,9d %8.1f %8.1f %8.1f %8.1f %8d %8d%n",
                name,
                seen.millis().size(),
                Percentiles.median(seen.millis()),
                Percentiles.of(seen.millis(), 95),
                Percentiles.of(seen.millis(), 99),
                Percentiles.of(seen.millis(), 100),
                seen.failed(),
                seen.empty());
    }
}

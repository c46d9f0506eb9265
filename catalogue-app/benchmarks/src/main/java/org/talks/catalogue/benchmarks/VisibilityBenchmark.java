package org.talks.catalogue.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How soon a change is found: retitles talks of the full catalogue over HTTP, one after another, each to a title
/// with a word that is nowhere else, and searches for that word until it is found, without `minPosition`. The
/// time runs from sending the command.
///
/// Arguments: the archive of pyvideo, and how many talks to retitle (500).
public final class VisibilityBenchmark {

    private static final int TALKS = 500;
    /// Left out of the figures: the first requests of a new process.
    private static final int WARM_UP = 100;

    private static final int PAGE = 100;

    private VisibilityBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        var count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : TALKS;
        var data = Application.imported(Path.of(arguments[0]));
        try (var server = Server.catalogue(Application.jar(Application.JAR), data, "python", 1)) {
            var acknowledged = new ArrayList<Double>();
            var visible = new ArrayList<Double>();
            var ids = ids(server, WARM_UP + count);
            for (int i = 0; i < ids.size(); i++) {
                // Letters only: no analysis takes it apart, or for a typing error of its neighbours.
                var word = "zq" + letters(i) + "xv";
                var start = System.nanoTime();
                server.post("/api/talks/" + ids.get(i) + "/retitle-talk", "{\"title\": \"Now about " + word + "\"}");
                var replied = System.nanoTime();
                while (!found(server, word, ids.get(i))) {
                    Thread.onSpinWait();
                }
                if (i >= WARM_UP) {
                    acknowledged.add((replied - start) / 1e6);
                    visible.add((System.nanoTime() - start) / 1e6);
                }
            }
            System.out.printf(
                    "%,d retitles%n%-24s %8s %8s %8s %8s%n",
                    visible.size(), "milliseconds", "p50", "p95", "p99", "max");
            print("until acknowledged", acknowledged);
            print("until found by search", visible);
        }
        Application.delete(data);
    }

    /// In quotes: a word that is not there yet would be taken for misspelt, and guessing at it, over and over, would
    /// take the processors that the view needs.
    private static boolean found(Server server, String word, String id) throws IOException, InterruptedException {
        return server.get("/api/talks?facets=&size=1&snippets=false&q=%22" + word + "%22")
                .path("hits")
                .path(0)
                .path("id")
                .asString("")
                .equals(id);
    }

    private static List<String> ids(Server server, int count) throws IOException, InterruptedException {
        var ids = new ArrayList<String>();
        var page = "/api/talks?q=python&facets=&size=" + PAGE;
        var cursor = "";
        while (ids.size() < count) {
            var answer = server.get(page + cursor);
            answer.path("hits").forEach(hit -> ids.add(hit.path("id").asString()));
            cursor = "&cursor=" + answer.path("next").asString();
        }
        return ids.subList(0, count);
    }

    private static String letters(int number) {
        var letters = new StringBuilder();
        for (int rest = number, digit = 0; digit < 4; digit++, rest /= 10) {
            // Each digit twice over in far letters: two words differ in more than spelling correction bridges.
            letters.append((char) ('a' + rest % 10)).append((char) ('z' - rest % 10));
        }
        return letters.toString();
    }

    private static void print(String name, List<Double> millis) {
        System.out.printf(
                "%-24s %8.1f %8.1f %8.1f %8.1f%n",
                name,
                Percentiles.median(millis),
                Percentiles.of(millis, 95),
                Percentiles.of(millis, 99),
                Percentiles.of(millis, 100));
    }
}

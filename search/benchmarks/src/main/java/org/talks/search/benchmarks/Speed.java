package org.talks.search.benchmarks;

import java.io.Closeable;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The catalogue's HTTP API beside OpenSearch on the same talks: four clients ask the same queries for ten hits,
/// the total, two facets and snippets. Rounds are interleaved, figures are medians of the rounds. OpenSearch is
/// asked twice: as its manual recommends, and with the leanest query that still finds something. It gets the
/// options it ships with (1 GiB of heap, touched at the start), the catalogue those that the README gives for a
/// small machine (others: `-Dcatalogue.options=`).
///
/// Arguments: the archive of pyvideo, the queries ([KnownItem#of]), rounds (5), seconds of a round (10).
public final class Speed implements Closeable {

    private static final int CLIENTS = 4;
    /// The same order of queries in every run.
    private static final long SEED = 20261123;

    /// Where the build puts it: `-Dcatalogue.jar=…` for another place.
    private static final String JAR = System.getProperty("catalogue.jar", "catalogue-app/target/catalogue-app.jar");

    private static final String OPTIONS = System.getProperty("catalogue.options", "-XX:+UseSerialGC -Xmx160m");

    private static final String FACETS = "&size=10&facets=year,conference";

    private final Program catalogue;
    private final OpenSearchEngine openSearch;
    private final List<String> queries;
    private final Map<String, List<Round>> rounds = new LinkedHashMap<>();

    private Speed(Program catalogue, OpenSearchEngine openSearch, List<String> queries) {
        this.catalogue = catalogue;
        this.openSearch = openSearch;
        this.queries = queries;
    }

    private interface Asked {
        void ask(String query) throws IOException, InterruptedException;
    }

    /// @param p50 milliseconds
    /// @param resident megabytes
    private record Round(double perSecond, double p50, double p99, long resident) {}

    public static void main(String[] arguments) throws Exception {
        var archive = Path.of(arguments[0]);
        var queries = new ArrayList<String>();
        KnownItem.of(arguments[1], Pyvideo.talks(archive)).forEach(item -> queries.add(item.query()));
        Collections.shuffle(queries, new Random(SEED));
        var rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
        var seconds = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 10;
        var data = Files.createTempDirectory("speed");
        Program.run(
                List.of("-Xmx1g", "-jar", JAR, "import", archive.toString(), "--data", data.toString()), List.of(0, 1));
        try (var speed = started(data, queries)) {
            speed.openSearch.index(speed.sameTalks(Pyvideo.talks(archive)));
            speed.printFacets();
            for (var round = 0; round <= rounds; round++) {
                // The first one warms up.
                speed.measure(seconds, round > 0);
            }
            speed.print();
        }
    }

    private static Speed started(Path data, List<String> queries) throws IOException, InterruptedException {
        var port = Program.freePort();
        var command = new ArrayList<>(List.of(OPTIONS.split(" ", -1)));
        command.addAll(List.of("-jar", JAR, "serve", "--data", data.toString(), "--port", Integer.toString(port)));
        var catalogue = Program.start(command, port, "/api/talks?q=python");
        return new Speed(catalogue, new OpenSearchEngine(Files.createTempDirectory("speed")), queries);
    }

    /// The talks as the catalogue has them, with the texts of the archive: a few it refuses or dates otherwise.
    private List<Talk> sameTalks(List<Talk> archive) throws IOException, InterruptedException {
        var texts = new HashMap<String, ArrayDeque<Talk>>();
        archive.forEach(talk -> texts.computeIfAbsent(key(talk.conference(), talk.title()), k -> new ArrayDeque<>())
                .add(talk));
        var same = new ArrayList<Talk>();
        for (var page = "/api/talks?q=&facets=&snippets=false&sort=oldest&size=100"; page != null; ) {
            var answer = catalogue.get(page);
            for (var hit : answer.path("hits")) {
                add(hit, texts, same);
                hit.path("alsoGiven").forEach(other -> add(other, texts, same));
            }
            var next = answer.path("next");
            page = next.isString()
                    ? "/api/talks?q=&facets=&snippets=false&sort=oldest&size=100&cursor=" + next.asString()
                    : null;
        }
        return same;
    }

    private static void add(JsonNode hit, Map<String, ArrayDeque<Talk>> texts, List<Talk> same) {
        var conference = hit.path("conference").path("name").asString("");
        var text = texts.getOrDefault(key(conference, hit.path("title").asString("")), new ArrayDeque<>())
                .poll();
        var speakers = hit.path("speakers")
                .valueStream()
                .map(speaker -> speaker.path("name").asString(""))
                .toList();
        same.add(new Talk(
                hit.path("id").asString(""),
                hit.path("title").asString(""),
                text == null ? "" : text.summary(),
                speakers,
                text == null ? List.of() : text.tags(),
                conference,
                conference,
                null,
                hit.path("date").isString() ? hit.path("date").asString() : null,
                null,
                List.of()));
    }

    private static String key(String conference, String title) {
        return conference + "\n" + title.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    private void measure(int seconds, boolean counts) throws Exception {
        var lean = openSearch.program();
        measure("Talk Catalogue", catalogue, seconds, counts, query -> catalogue.read(path(query)));
        measure(
                "OpenSearch",
                lean,
                seconds,
                counts,
                query -> lean.post("/talks/_search", openSearch.body(OpenSearchEngine.recommended(query), true)));
        measure(
                "OpenSearch, all words, no typos",
                lean,
                seconds,
                counts,
                query -> lean.post("/talks/_search", openSearch.body(OpenSearchEngine.strict(query), true)));
    }

    private static String path(String query) {
        return "/api/talks?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + FACETS;
    }

    private void measure(String name, Program program, int seconds, boolean counts, Asked asked) throws Exception {
        var next = new AtomicInteger();
        var start = System.nanoTime();
        var end = start + seconds * 1_000_000_000L;
        Callable<long[]> client = () -> {
            var times = new ArrayList<Long>();
            for (var from = start; from < end; ) {
                asked.ask(queries.get(next.getAndIncrement() % queries.size()));
                var now = System.nanoTime();
                times.add(now - from);
                from = now;
            }
            return times.stream().mapToLong(Long::longValue).toArray();
        };
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            var all = new ArrayList<long[]>();
            for (var result : clients.invokeAll(Collections.nCopies(CLIENTS, client))) {
                all.add(result.get());
            }
            var times = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            var took = (System.nanoTime() - start) / 1e9;
            if (counts) {
                rounds.computeIfAbsent(name, n -> new ArrayList<>())
                        .add(new Round(
                                times.length / took,
                                percentile(times, 0.5),
                                percentile(times, 0.99),
                                program.residentMegabytes()));
            }
        }
    }

    private static double percentile(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))] / 1e6;
    }

    /// Both count the same: else they are not doing the same work.
    private void printFacets() throws IOException, InterruptedException {
        var ours = catalogue.get("/api/talks?q=&size=0&facets=year,conference");
        var theirs = new JsonMapper()
                .readTree(openSearch
                        .program()
                        .post("/talks/_search", openSearch.body(Map.of("match_all", Map.of()), true)));
        System.out.printf(
                "talks: %d and %d%n",
                ours.path("total").asLong(),
                theirs.path("hits").path("total").path("value").asLong());
        for (var facet : List.of("year", "conference")) {
            var here = new TreeMap<String, Long>();
            ours.path("facets")
                    .path(facet)
                    .forEach(value -> here.put(
                            value.path("label").asString(""),
                            value.path("count").asLong()));
            var there = new TreeMap<String, Long>();
            theirs.path("aggregations")
                    .path(facet)
                    .path("buckets")
                    .forEach(value -> there.put(
                            value.path("key").isNumber()
                                    ? Long.toString(value.path("key").asLong())
                                    : value.path("key").asString(""),
                            value.path("doc_count").asLong()));
            System.out.printf(
                    "facet %s: %s%n",
                    facet, here.equals(there) ? "equal, " + here : "different: " + here + " and " + there);
        }
    }

    private void print() {
        System.out.printf("%n%-33s %12s %8s %8s %10s%n", "medians", "queries/s", "p50 ms", "p99 ms", "resident MB");
        var medians = new LinkedHashMap<String, Round>();
        rounds.forEach((name, measured) -> {
            var median = new Round(
                    median(measured.stream().mapToDouble(Round::perSecond).toArray()),
                    median(measured.stream().mapToDouble(Round::p50).toArray()),
                    median(measured.stream().mapToDouble(Round::p99).toArray()),
                    (long) median(measured.stream().mapToDouble(Round::resident).toArray()));
            medians.put(name, median);
            System.out.printf(
                    "%-33s %12.0f %8.2f %8.2f %10d%n", name, median.perSecond, median.p50, median.p99, median.resident);
        });
        var values = List.copyOf(medians.values());
        var ours = values.getFirst();
        var theirs = values.get(1);
        System.out.printf(
                "Talk Catalogue / OpenSearch: queries/s %.1f (at least 3), p50 1/%.1f (3), p99 1/%.1f (2), memory 1/%.1f (3)%n",
                ours.perSecond / theirs.perSecond,
                theirs.p50 / ours.p50,
                theirs.p99 / ours.p99,
                (double) theirs.resident / ours.resident);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    @Override
    public void close() throws IOException {
        openSearch.close();
        catalogue.close();
    }
}

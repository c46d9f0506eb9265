package org.talks.catalogue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talks.catalogue.data.DataDirectory;

/// The verbs on a directory that a server works on.
@SuppressWarnings("NullAway.Init")
class ThroughTheServerTest {

    @TempDir
    private Path data;

    private final Shell shell = new Shell();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Deque<Answer>> answers = new HashMap<>();
    private DataDirectory directory;
    private HttpServer server;
    private String token;

    private record Answer(int status, String location, String body) {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        directory = DataDirectory.open(data);
        Files.createFile(directory.log());
        token = directory.announce(server.getAddress().getPort(), Instant.EPOCH).token();
    }

    @AfterEach
    void stop() {
        directory.close();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var path = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        requests.add(exchange.getRequestHeaders().getFirst("Authorization") + " " + path + body);
        var queue = answers.getOrDefault(path, new ArrayDeque<>());
        var answer =
                queue.size() > 1 ? queue.removeFirst() : queue.isEmpty() ? new Answer(404, "", "") : queue.getFirst();
        if (!answer.location().isEmpty()) {
            exchange.getResponseHeaders().add("Location", answer.location());
        }
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void on(String request, int status, String location, String body) {
        answers.computeIfAbsent(request, _ -> new ArrayDeque<>()).add(new Answer(status, location, body));
    }

    private int run(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.add("--data=" + data);
        return shell.run(all.toArray(String[]::new));
    }

    @Test
    void anImportIsStartedAndFollowedToItsEnd() throws IOException {
        var file = Files.writeString(data.resolve("Talks & more.csv"), "title\n");
        on(
                "POST /api/imports?path="
                        + file.toString().replace("/", "%2F").replace(" ", "+").replace("&", "%26")
                        + "&dryRun=true&format=csv&zone=Europe%2FDublin",
                202,
                "http://elsewhere.example/api/imports/17",
                "");
        on("GET /api/imports/17", 200, "", """
                {"id":"17","state":"RUNNING","name":"Talks","counts":{"talksAdded":3},"unheard":[]}""");
        on("GET /api/imports/17", 200, "", """
                {"id":"17","state":"DONE","name":"Talks","format":"csv","dryRun":true,"counts":{"talksAdded":38,
                "rejected":1},"rejections":[{"place":"line 2","value":"","reason":"It has no title.",
                "remedy":"Add one."}]}""");

        assertThat(run("import", file.toString(), "--dry-run", "--format=csv", "--zone=Europe/Dublin"))
                .isEqualTo(Exit.WITH_REMARKS);
        assertThat(shell.out()).contains("csv, 38 talks would be added").hasLineCount(1);
        assertThat(shell.err()).isEqualTo("rejected: line 2: It has no title. () Add one.\n");
        assertThat(requests).hasSize(3).allMatch(request -> request.startsWith("Bearer " + token + " "));
        assertThat(shell.asked).isEmpty();
    }

    @Test
    void aRebuildIsStartedAndFollowedToItsEnd() {
        on("POST /api/rebuilds?dryRun=true&view=index", 202, "/api/rebuilds/3", "");
        on("GET /api/rebuilds/3", 200, "", """
                {"id":"3","state":"RUNNING","phase":"index: talks","done":10,"total":100}""");
        on("GET /api/rebuilds/3", 200, "", """
                {"id":"3","state":"DONE","phase":"ended","done":100,"total":100,"eventsPerSecond":7,
                "differences":["index: talk:1 differs"],"differenceCount":1}""");
        assertThat(run("rebuild", "--view", "index", "--dry-run", "--json")).isEqualTo(Exit.WITH_REMARKS);
        assertThat(shell.out())
                .isEqualTo("{\"id\":\"3\",\"state\":\"DONE\",\"phase\":\"ended\",\"done\":100,\"total\":100,"
                        + "\"eventsPerSecond\":7,\"differences\":[\"index: talk:1 differs\"],\"differenceCount\":1,"
                        + "\"error\":null}\n");
    }

    @Test
    void goingBackAndTryingAgainAreAskedOfTheServer() {
        on("POST /api/views/rollback?view=index", 200, "", """
                [{"name":"index","position":9,"generation":2,"gap":0,"parked":[]}]""");
        assertThat(run("rebuild", "--rollback", "--view", "index")).isEqualTo(Exit.OK);
        assertThat(shell.out()).isEqualTo("index: generation 2 is in use, at position 9\n");
        on("POST /api/views/retry", 200, "", """
                [{"name":"index","position":9,"generation":2,
                "parked":[{"stream":"talk:1","position":4,"reason":"unknown"}]}]""");
        assertThat(run("rebuild", "--retry")).isEqualTo(Exit.WITH_REMARKS);
        assertThat(shell.out()).contains("index still leaves out talk:1 since event 4: unknown");
    }

    @Test
    void aSearchIsAnswered() {
        on("GET /api/talks?q=balanced+team&size=5", 200, "", """
                {"total":1,"hits":[{"id":"0198","title":"Data Science in the Balanced Team",
                "speakers":[{"id":"s","name":"Ian Huston"}],"conference":{"id":"c","name":"PyCon Ireland 2016"},
                "snippets":[{"field":"notes","html":"a <mark>balanced</mark> team"}]}],"facets":{"year":[]},"next":null}""");
        assertThat(run("search", "balanced", "team", "-n5")).isEqualTo(Exit.OK);
        assertThat(shell.out()).isEqualTo("0198\tData Science in the Balanced Team\tIan Huston\tPyCon Ireland 2016\n");
    }

    @Test
    void anExportedLogIsTakenInByTheServer() throws IOException {
        var file = Files.writeString(data.resolve("log.ndjson"), "");
        on("POST /api/log/imports?path=" + file.toString().replace("/", "%2F"), 200, "", """
                {"appended":3,"present":2,"head":5,"chain":"abc"}""");
        assertThat(run("log", "import", file.toString())).isEqualTo(Exit.OK);
        assertThat(shell.out())
                .isEqualTo("3 events appended, 2 were there already; the log ends at position 5, chain abc\n");
        assertThat(shell.asked).isEmpty();
    }

    @Test
    void aLostPasswordIsReset() {
        on("POST /api/accounts/a%20b/password", 200, "", """
                {"name":"a b","password":"abcde-fghjk","enabled":true}""");
        assertThat(run("users", "reset-password", "a b")).isEqualTo(Exit.OK);
        assertThat(shell.out()).isEqualTo("abcde-fghjk\n");
    }

    @Test
    void aVerificationIsAnswered() {
        on("POST /api/verifications", 200, "", """
                {"ok":false,"events":12,"checks":[{"name":"hash chain","ok":false,"detail":"Event 7 was altered."}]}""");
        assertThat(run("verify")).isEqualTo(Exit.WITH_REMARKS);
        assertThat(shell.out()).isEqualTo("hash chain: DIFFERS, Event 7 was altered.\n");
    }

    @Test
    void aTokenIsMade() {
        on("POST /api/tokens", 201, "", """
                {"id":"1","account":"ana","name":"ci","secret":"tc_secret"}""");
        assertThat(run("token", "create", "ci", "--account", "ana")).isEqualTo(Exit.OK);
        assertThat(shell.out()).isEqualTo("tc_secret\n");
        assertThat(requests).singleElement().asString().endsWith("{\"account\":\"ana\",\"name\":\"ci\"}");
    }

    @Nested
    class WhatGoesWrong {

        @Test
        void isSaidInTheServersWords() {
            on("POST /api/rebuilds?dryRun=false", 409, "", """
                    {"type":"/problems/not-now","title":"Not now","detail":"A rebuild is already running."}""");
            assertThat(run("rebuild")).isEqualTo(Exit.CANNOT);
            assertThat(shell.err()).isEqualTo("catalogue: A rebuild is already running.\n");
        }

        @Test
        void isSaidWithTheStatusWhenTheServerHasNoWords() {
            on("GET /api/talks?q=x&size=20", 502, "", "<html>");
            assertThat(run("search", "x")).isEqualTo(Exit.CANNOT);
            assertThat(shell.err()).isEqualTo("catalogue: The server answered 502 to GET /api/talks.\n");
        }

        @Test
        void isSaidWhenTheAnswerIsOfAnotherKind() {
            on("GET /api/talks?q=x&size=20", 200, "", "[1]");
            assertThat(run("search", "x")).isEqualTo(Exit.CANNOT);
            assertThat(shell.err()).contains("cannot be read").hasLineCount(1);
        }

        @Test
        void isSaidWhenNobodyAnswers() {
            server.stop(0);
            assertThat(run("search", "x")).isEqualTo(Exit.CANNOT);
            assertThat(shell.err())
                    .contains("does not answer", "port " + server.getAddress().getPort())
                    .doesNotContain(token)
                    .hasLineCount(1);
        }

        @Test
        void isSaidWhenTheServerNamesNoPlaceToLook() {
            on("POST /api/rebuilds?dryRun=false", 202, "", "");
            assertThat(run("rebuild")).isEqualTo(Exit.CANNOT);
            assertThat(shell.err()).contains("where to follow");
        }
    }

    @Nested
    class AProcessOfItsOwn {

        @Test
        void searchesThroughTheServerWithoutSpring() throws Exception {
            on("GET /api/talks?q=x&size=20", 200, "", """
                    {"total":1,"hits":[{"id":"0198","title":"Café","speakers":[]}]}""");
            var loaded = data.resolve("classes.log");
            var process = CliMain.start(loaded, "search", "x", "--data", data.toString());
            assertThat(process.inputReader(StandardCharsets.UTF_8).readAllAsString())
                    .isEqualTo("0198\tCafé\t\t\n");
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(Exit.OK);
            assertThat(springClasses(loaded)).isEmpty();
        }

        @Test
        void printsItsHelpWithoutSpring() throws Exception {
            var loaded = data.resolve("classes.log");
            var process = CliMain.start(loaded, "--help");
            assertThat(process.inputReader(StandardCharsets.UTF_8).readAllAsString())
                    .startsWith("Usage: catalogue");
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(Exit.OK);
            assertThat(springClasses(loaded)).isEmpty();
        }

        @Test
        void endsQuietlyWhenNobodyReadsOn() throws Exception {
            on(
                    "GET /api/talks?q=x&size=20",
                    200,
                    "",
                    "{\"total\":20000,\"hits\":["
                            + String.join(
                                    ",",
                                    Collections.nCopies(20_000, "{\"id\":\"0198\",\"title\":\"A long enough title\"}"))
                            + "]}");
            var process = CliMain.start(data.resolve("classes.log"), "search", "x", "--data", data.toString());
            process.getInputStream().close();
            assertThat(process.errorReader(StandardCharsets.UTF_8).readAllAsString())
                    .isEmpty();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(Exit.OK);
        }

        private static List<String> springClasses(Path loaded) throws IOException {
            try (var lines = Files.lines(loaded)) {
                return lines.filter(line -> line.contains(" org.springframework."))
                        .toList();
            }
        }
    }
}

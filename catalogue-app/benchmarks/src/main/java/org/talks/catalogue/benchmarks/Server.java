package org.talks.catalogue.benchmarks;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A web application in a process of its own, used over HTTP/1.1 on one connection that is kept open.
final class Server implements AutoCloseable {

    private static final Set<String> RUNNING = Set.of("RUNNING", "APPLYING");

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration START = Duration.ofMinutes(2);
    /// After a training run the JVM writes its cache before it ends.
    private static final Duration STOP = Duration.ofMinutes(2);

    private static final long LOOK_MILLIS = 2;

    private static final long REPORT_MILLIS = 100;

    private final Process process;
    private final int port;
    private final Command.Spent untilReady;
    private final @Nullable String token;
    private final HttpClient client;

    private Server(Process process, int port, long startedNanos, @Nullable Path data, HttpClient client)
            throws IOException {
        this.process = process;
        this.port = port;
        this.client = client;
        this.untilReady = new Command.Spent((System.nanoTime() - startedNanos) / 1e9, Command.cpu(process.pid()));
        // The operator's token, which the server leaves to whoever may read its data directory.
        this.token = data == null
                ? null
                : JSON.readTree(Files.readString(data.resolve("server.json")))
                        .path("token")
                        .asString();
    }

    /// Starts the catalogue and returns when it first finds what it should.
    ///
    /// @param words are searched for until there is an answer of 200 with at least so many talks
    static Server catalogue(List<String> java, Path data, String words, int talks)
            throws IOException, InterruptedException {
        var arguments = new ArrayList<>(java);
        arguments.addAll(List.of("serve", "--data", data.toString(), "--server.address=127.0.0.1", "--port"));
        return start(arguments, "", data, words, talks);
    }

    /// Starts the bare web application and returns when it first answers.
    static Server bare(List<String> java) throws IOException, InterruptedException {
        return start(new ArrayList<>(java), "--server.port=", null, "x", 0);
    }

    private static Server start(List<String> arguments, String option, @Nullable Path data, String words, int talks)
            throws IOException, InterruptedException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        arguments.add(option + port);
        var log = Files.createTempFile("server", ".log");
        // Before the clock: a client's own start is not the server's.
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var request = HttpRequest.newBuilder(search(port, words, null)).build();
        var start = System.nanoTime();
        var process = Command.builder(log, arguments).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        while (process.isAlive() && System.nanoTime() - start < START.toNanos()) {
            try {
                var response = client.send(request, HttpResponse.BodyHandlers.ofString());
                if (response.statusCode() == 200
                        && JSON.readTree(response.body()).path("total").asLong() >= talks) {
                    return new Server(process, port, start, data, client);
                }
            } catch (ConnectException _) {
                // Not yet.
            }
            Thread.sleep(LOOK_MILLIS);
        }
        process.destroy();
        throw new IllegalStateException(arguments + " does not answer:\n" + Files.readString(log));
    }

    /// From starting the process to the first right answer.
    Command.Spent untilReady() {
        return untilReady;
    }

    /// CPU seconds of the server so far.
    double cpuSeconds() {
        return Command.cpu(process.pid());
    }

    /// @param position that must be visible in the answer; null for whatever is
    JsonNode search(String words, @Nullable Long position) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(search(port, words, position)));
    }

    /// What an import came to, once it is recorded; the views may still be behind.
    JsonNode importPath(Path path) throws IOException, InterruptedException {
        var report = post("/api/imports?path=" + encoded(path.toAbsolutePath().toString()), "");
        var id = report.path("id").asString();
        while (RUNNING.contains(report.path("state").asString())) {
            // As often as somebody watches; to be asked all the time costs the server a tenth of its time.
            Thread.sleep(REPORT_MILLIS);
            report = get("/api/imports/" + id);
        }
        if (!report.path("state").asString().equals("DONE")) {
            throw new IllegalStateException(report.toString());
        }
        return report;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(port, path)));
    }

    JsonNode post(String path, String json) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(port, path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    /// The answer to a GET as it is, a page for instance.
    String text(String path) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(uri(port, path))).body();
    }

    /// Bytes of a page as a reader's browser gets it, compressed.
    int compressed(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri(port, path)).header("Accept-Encoding", "gzip");
        var response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.toString());
        }
        return response.body().length;
    }

    /// Where a path leads; itself when it leads nowhere else.
    String redirected(String path) throws IOException, InterruptedException {
        var response =
                client.send(HttpRequest.newBuilder(uri(port, path)).build(), HttpResponse.BodyHandlers.discarding());
        return response.headers().firstValue("Location").orElse(path);
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = answer(request);
        // The views are more than the server's patience behind; the caller asks again.
        return response.statusCode() == 503 ? JSON.missingNode() : JSON.readTree(response.body());
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300 && response.statusCode() != 503) {
            throw new IllegalStateException(response + ": " + response.body());
        }
        return response;
    }

    private static URI search(int port, String words, @Nullable Long position) {
        return uri(port, "/api/talks?q=" + encoded(words) + (position == null ? "" : "&minPosition=" + position));
    }

    private static URI uri(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
        process.destroy();
        try {
            if (process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}

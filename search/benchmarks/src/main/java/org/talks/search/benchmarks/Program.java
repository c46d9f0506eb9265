package org.talks.search.benchmarks;

import java.io.Closeable;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An engine in a JVM of its own, asked over HTTP. Safe for use by several threads.
final class Program implements Closeable {

    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration ANSWER = Duration.ofMinutes(2);
    private static final int POLL_MILLIS = 100;
    private static final int OK = 200;

    private final Process process;
    private final Path log;
    private final URI base;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final JsonMapper mapper = new JsonMapper();

    private Program(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.base = URI.create("http://localhost:" + port);
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /// Starts a program and waits until a path of it answers.
    static Program start(List<String> arguments, int port, String path) throws IOException, InterruptedException {
        var log = Files.createTempFile("program", ".log");
        var program = new Program(builder(log, arguments).start(), log, port);
        var end = System.nanoTime() + START.toNanos();
        while (!program.answers(path)) {
            if (!program.process.isAlive() || System.nanoTime() > end) {
                program.close();
                throw new IllegalStateException(arguments + " does not start:\n" + Files.readString(log));
            }
            Thread.sleep(POLL_MILLIS);
        }
        return program;
    }

    /// Runs a program to its end.
    static void run(List<String> arguments, List<Integer> codes) throws IOException, InterruptedException {
        var log = Files.createTempFile("program", ".log");
        var code = builder(log, arguments).start().waitFor();
        if (!codes.contains(code)) {
            throw new IllegalStateException(arguments + " ended with " + code + ":\n" + Files.readString(log));
        }
        Files.delete(log);
    }

    private static ProcessBuilder builder(Path log, List<String> arguments) {
        var all = new ArrayList<String>();
        all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        all.add("--enable-native-access=ALL-UNNAMED");
        all.add("--sun-misc-unsafe-memory-access=allow");
        all.addAll(arguments);
        return new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(log.toFile());
    }

    private boolean answers(String path) throws InterruptedException {
        try {
            return send(request(path).build()).statusCode() == OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return mapper.readTree(text(request(path).build()));
    }

    /// The answer as text: what a load generator reads.
    String read(String path) throws IOException, InterruptedException {
        return text(request(path).build());
    }

    String post(String path, String json) throws IOException, InterruptedException {
        return text(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    void put(String path, String json) throws IOException, InterruptedException {
        text(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    private String text(HttpRequest request) throws IOException, InterruptedException {
        var response = send(request);
        if (response.statusCode() != OK) {
            throw new IOException(request.uri() + " answered " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(ANSWER).header("Accept", "application/json");
    }

    /// What of it is in memory, mapped files that are included; Linux only.
    long residentMegabytes() throws IOException {
        for (var line : Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        return 0;
    }

    @Override
    public void close() throws IOException {
        client.close();
        // OpenSearch ends with its input, the catalogue with a signal.
        process.getOutputStream().close();
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Files.delete(log);
    }
}

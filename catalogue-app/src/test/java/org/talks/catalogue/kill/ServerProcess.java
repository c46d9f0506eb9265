package org.talks.catalogue.kill;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.talks.catalogue.data.RunningServer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The catalogue as people run it, with commands, imports and rebuilds over HTTP in the name of the local
/// operator.
///
/// @param program `-jar catalogue-app.jar`, or a class path with the main class
/// @param source where to write what the server is asked to import
record ServerProcess(List<String> program, Path source) implements Subject {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private static final int EDITORS = 4;

    /// Of each import; some transactions' worth.
    private static final int TALKS = 300;

    @Override
    public Process start(Path data, long seed) throws IOException {
        var arguments = new ArrayList<>(program);
        arguments.addAll(List.of(
                "serve",
                "--data",
                data.toString(),
                "--port",
                "0",
                "--logging.level.root=WARN",
                "--spring.main.banner-mode=off"));
        return Subject.java(arguments)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Override
    public void work(Process process, Path data, long seed, Heard heard) throws InterruptedException {
        var server = RunningServer.find(data);
        while (server.isEmpty() || server.get().pid() != process.pid()) {
            if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                return;
            }
            server = RunningServer.find(data);
        }
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var session = new Session(server.get(), client, heard);
            var failures = new CopyOnWriteArrayList<RuntimeException>();
            var threads = new ArrayList<Thread>();
            for (int i = 0; i < EDITORS; i++) {
                var random = new Random(seed + i);
                threads.add(untilKilled(process, failures, () -> session.edit(random)));
            }
            threads.add(untilKilled(process, failures, () -> session.importOnAndOn(source)));
            threads.add(untilKilled(process, failures, session::rebuildOnAndOn));
            for (var thread : threads) {
                thread.join();
            }
            if (!failures.isEmpty()) {
                throw failures.getFirst();
            }
        }
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static Thread untilKilled(Process process, List<RuntimeException> failures, Work work) {
        return Thread.ofPlatform().start(() -> {
            try {
                work.run();
            } catch (IOException e) {
                if (process.isAlive() && !closing(process)) {
                    failures.add(new IllegalStateException("the server stopped answering before it was killed", e));
                }
            } catch (RuntimeException e) {
                failures.add(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /// A killed process may be there for a moment after its connections are gone.
    private static boolean closing(Process process) {
        try {
            return process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private record Session(RunningServer server, HttpClient client, Heard heard) {

        private record Reply(String id, long version, long position, int events) {}

        void edit(Random random) throws IOException, InterruptedException {
            var name = UUID.randomUUID().toString();
            var conference = send("conference", "/api/conferences", "{\"name\": \"%s\"}".formatted(name), name);
            var talks = new ArrayList<String>();
            while (true) {
                var title = UUID.randomUUID().toString();
                if (talks.isEmpty() || random.nextInt(4) == 0) {
                    talks.add(send(
                            "talk",
                            "/api/talks",
                            "{\"conferenceId\": \"%s\", \"title\": \"%s\", \"kind\": \"talk\"}"
                                    .formatted(conference, title),
                            title));
                } else {
                    var talk = talks.get(random.nextInt(talks.size()));
                    send("talk", "/api/talks/" + talk + "/retitle-talk", "{\"title\": \"%s\"}".formatted(title), title);
                }
            }
        }

        /// How an import or a rebuild stands.
        private record Standing(String state, String phase) {
            private static final Set<String> ENDS = Set.of("DONE", "FAILED", "CANCELLED", "INTERRUPTED", "DISCARDED");

            boolean isRunning() {
                return !ENDS.contains(state);
            }
        }

        void importOnAndOn(Path directory) throws IOException, InterruptedException {
            while (true) {
                var source = Sources.write(directory, TALKS);
                var path =
                        post("/api/imports?path=" + URLEncoder.encode(source.toString(), StandardCharsets.UTF_8), "");
                heard.moment(new Moment.Change(Moment.IMPORT, true));
                follow(path, standing -> {});
                heard.moment(new Moment.Change(Moment.IMPORT, false));
            }
        }

        void rebuildOnAndOn() throws IOException, InterruptedException {
            while (true) {
                var started = post("/api/rebuilds", "");
                heard.moment(new Moment.Change(Moment.REBUILD, true));
                follow(started, standing -> {
                    if (standing.isRunning() && Moment.ofPhase(standing.phase()) == Moment.SWITCH) {
                        heard.moment(new Moment.Change(Moment.SWITCH, true));
                    }
                });
                heard.moment(new Moment.Change(Moment.SWITCH, false));
                heard.moment(new Moment.Change(Moment.REBUILD, false));
            }
        }

        private void follow(HttpResponse<String> started, Consumer<Standing> look)
                throws IOException, InterruptedException {
            var place = started.headers()
                    .firstValue("Location")
                    .orElseThrow(() -> new IllegalStateException(
                            started.uri() + " was answered " + started.statusCode() + ": " + started.body()));
            var standing = new Standing("RUNNING", "");
            while (standing.isRunning()) {
                standing = JSON.readValue(get(place).body(), Standing.class);
                look.accept(standing);
            }
            if (!"DONE".equals(standing.state())) {
                throw new IllegalStateException(place + " ended as " + standing.state());
            }
        }

        private String send(String kind, String path, String json, String title)
                throws IOException, InterruptedException {
            var response = post(path, json);
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(
                        path + " was answered " + response.statusCode() + ": " + response.body());
            }
            var reply = JSON.readValue(response.body(), Reply.class);
            heard.reply(new Acknowledged(reply.position(), kind + ":" + reply.id(), reply.version(), title));
            return reply.id();
        }

        private HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return client.send(
                    HttpRequest.newBuilder(server.uri(path))
                            .header("Authorization", "Bearer " + server.token())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        private HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
            return client.send(
                    HttpRequest.newBuilder(server.uri(path))
                            .header("Authorization", "Bearer " + server.token())
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(json))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}

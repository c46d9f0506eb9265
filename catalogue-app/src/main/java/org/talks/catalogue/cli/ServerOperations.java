package org.talks.catalogue.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.archive.LogImport;
import org.talks.catalogue.data.RunningServer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The operations of a running server, over HTTP in the name of the local operator.
final class ServerOperations implements Operations, AutoCloseable {

    /// Tolerates what a newer or older server says beyond what is read here.
    static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    static final Duration POLL = Duration.ofMillis(200);

    /// The server is on this machine: it listens or it does not.
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /// Answers come at once, also while the server is busy importing; others have their own.
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);

    /// For what reads or writes the whole log before it answers.
    private static final Duration LONG_TIMEOUT = Duration.ofHours(2);

    /// A generation that is gone back to is brought up to the log first.
    private static final Duration CATCH_UP_TIMEOUT = Duration.ofMinutes(30);

    private final RunningServer server;
    private final Duration poll;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    ServerOperations(RunningServer server, Duration poll) {
        this.server = server;
        this.poll = poll;
    }

    @Override
    public ImportResult importPath(ImportRequest request, Progress progress) {
        var query = new StringBuilder("/api/imports?path=")
                .append(encoded(request.path().toString()))
                .append("&dryRun=")
                .append(request.dryRun());
        append(query, "format", request.format());
        append(query, "zone", request.zone());
        append(query, "talk", request.talk());
        append(query, "mapping", request.mapping());
        return awaitImport(query.toString(), progress);
    }

    private ImportResult awaitImport(String start, Progress progress) {
        return await(
                start,
                ImportResult.class,
                result -> result.state() == State.RUNNING || result.state() == State.APPLYING,
                result -> progress.at(new Step(
                        "importing " + result.name(),
                        result.count("talksAdded") + result.count("talksChanged") + result.count("talksUnchanged"),
                        0,
                        "talks")));
    }

    @Override
    public List<ImportResult> imports() {
        return List.of(read(send("GET", server.uri("/api/imports"), null, ANSWER_TIMEOUT), ImportResult[].class));
    }

    @Override
    public List<PlanLine> plan(String importId) {
        return List.of(read(
                send("GET", server.uri("/api/imports/" + encoded(importId) + "/plan"), null, ANSWER_TIMEOUT),
                PlanLine[].class));
    }

    @Override
    public ImportResult decide(String importId, Decision decision, Progress progress) {
        var path = "/api/imports/" + encoded(importId);
        return switch (decision) {
            case APPLY -> awaitImport(path + "/apply", progress);
            case APPLY_AND_CANCEL_GONE -> awaitImport(path + "/apply?gone=cancel", progress);
            case APPLY_AND_LEAVE_GONE -> awaitImport(path + "/apply?gone=leave", progress);
            case UNDO -> awaitImport(path + "/undo", progress);
            case DISCARD -> read(send("DELETE", server.uri(path), null, ANSWER_TIMEOUT), ImportResult.class);
        };
    }

    @Override
    public List<SourceResult> sources() {
        return List.of(read(send("GET", server.uri("/api/sources"), null, ANSWER_TIMEOUT), SourceResult[].class));
    }

    @Override
    public SourceResult addSource(SourceRequest request) {
        var query = new StringBuilder("/api/sources?url=")
                .append(encoded(request.url()))
                .append("&everyMinutes=")
                .append(request.everyMinutes())
                .append("&apply=")
                .append(request.apply());
        append(query, "format", request.format());
        append(query, "zone", request.zone());
        return read(send("POST", server.uri(query.toString()), null, ANSWER_TIMEOUT), SourceResult.class);
    }

    @Override
    public SourceResult checkSource(String id, Progress progress) {
        progress.at(new Step("fetching", 0, 0, "bytes"));
        return read(
                send("POST", server.uri("/api/sources/" + encoded(id) + "/check"), null, LONG_TIMEOUT),
                SourceResult.class);
    }

    @Override
    public void removeSource(String id) {
        send("DELETE", server.uri("/api/sources/" + encoded(id)), null, ANSWER_TIMEOUT);
    }

    @Override
    public RebuildResult rebuild(RebuildRequest request, Progress progress) {
        var query = new StringBuilder("/api/rebuilds?dryRun=").append(request.dryRun());
        append(query, "view", request.view());
        append(query, "talk", request.talk());
        return await(
                query.toString(),
                RebuildResult.class,
                result -> result.state() == State.RUNNING,
                result -> progress.at(new Step(result.phase(), result.done(), result.total(), "events")));
    }

    @Override
    public List<ViewState> rollBack(@Nullable String view) {
        return views("/api/views/rollback" + (view == null ? "" : "?view=" + encoded(view)));
    }

    @Override
    public List<ViewState> retryParked() {
        return views("/api/views/retry");
    }

    private List<ViewState> views(String path) {
        return List.of(read(send("POST", server.uri(path), null, CATCH_UP_TIMEOUT), ViewState[].class));
    }

    @Override
    public SearchResult search(String words, int size) {
        return read(
                send("GET", server.uri("/api/talks?q=" + encoded(words) + "&size=" + size), null, ANSWER_TIMEOUT),
                SearchResult.class);
    }

    @Override
    public Verification verify(Progress progress) {
        progress.at(new Step("verifying", 0, 0, "events so far"));
        return read(send("POST", server.uri("/api/verifications"), null, LONG_TIMEOUT), Verification.class);
    }

    /// Takes in an exported log; see [LogImport].
    LogImport.Taken importLog(Path file, Progress progress) {
        progress.at(new Step("taking in the log", 0, 0, "events so far"));
        return read(
                send("POST", server.uri("/api/log/imports?path=" + encoded(file.toString())), null, LONG_TIMEOUT),
                LogImport.Taken.class);
    }

    /// Makes a token; see [org.talks.catalogue.account.Tokens].
    String createToken(String account, String name) {
        record Wanted(String account, String name) {}
        record Made(String secret) {}
        var wanted = JSON.writeValueAsString(new Wanted(account, name));
        return read(send("POST", server.uri("/api/tokens"), wanted, ANSWER_TIMEOUT), Made.class)
                .secret();
    }

    /// Makes up a new password; see [org.talks.catalogue.account.Accounts].
    Catalogue.Reset resetPassword(String account) {
        // A space is no plus in a path.
        var path = "/api/accounts/" + encoded(account).replace("+", "%20") + "/password";
        return read(send("POST", server.uri(path), null, ANSWER_TIMEOUT), Catalogue.Reset.class);
    }

    @Override
    public void close() {
        client.close();
    }

    private <T> T await(String start, Class<T> type, Predicate<T> running, Consumer<T> progress) {
        var started = send("POST", server.uri(start), null, ANSWER_TIMEOUT);
        var location = started.headers()
                .firstValue("Location")
                .orElseThrow(() -> new CannotException("The server did not say where to follow what it started."));
        // Never to another host than the one that got the token.
        var status = server.uri(URI.create(location).getRawPath());
        while (true) {
            var result = read(send("GET", status, null, ANSWER_TIMEOUT), type);
            if (!running.test(result)) {
                return result;
            }
            progress.accept(result);
            pause();
        }
    }

    private HttpResponse<String> send(String method, URI uri, @Nullable String json, Duration timeout) {
        var request = HttpRequest.newBuilder(uri)
                .timeout(timeout)
                .header("Authorization", "Bearer " + server.token())
                .header("Accept", "application/json, application/problem+json");
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        request.method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new CannotException(problem(response));
            }
            return response;
        } catch (IOException e) {
            throw new CannotException(
                    "The server that works on this directory (process %d, port %d) does not answer: %s"
                            .formatted(server.pid(), server.port(), e.getMessage() == null ? e : e.getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotException("Interrupted.", e);
        }
    }

    private static String problem(HttpResponse<String> response) {
        record Problem(@Nullable String title, @Nullable String detail) {}
        try {
            var problem = JSON.readValue(response.body(), Problem.class);
            var words = problem.detail() != null ? problem.detail() : problem.title();
            if (words != null) {
                return words;
            }
        } catch (JacksonException _) {
            // Not one of our answers; the status has to say it.
        }
        return "The server answered " + response.statusCode() + " to "
                + response.request().method() + " " + response.uri().getPath() + ".";
    }

    private static <T> T read(HttpResponse<String> response, Class<T> type) {
        try {
            return JSON.readValue(response.body(), type);
        } catch (JacksonException e) {
            throw new CannotException(
                    "The server's answer to " + response.uri().getPath()
                            + " cannot be read. It may be of another version than this command.",
                    e);
        }
    }

    private void pause() {
        try {
            Thread.sleep(poll);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotException("Interrupted. The server goes on.", e);
        }
    }

    private static void append(StringBuilder query, String name, @Nullable String value) {
        if (value != null) {
            query.append('&').append(name).append('=').append(encoded(value));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package org.talks.catalogue.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.talks.catalogue.data.RunningServer;

/// Records a cache of loaded, linked and profiled classes with which this program starts in little more than half
/// the time: a server is started on a catalogue of its own in a temporary directory, answers a few requests and is
/// stopped, and the JDK writes the cache.
final class AotCache {

    private static final Duration START = Duration.ofMinutes(2);

    /// Writing the cache takes the JDK some ten seconds, and longer on a busy machine.
    private static final Duration WRITING = Duration.ofMinutes(5);

    private static final Duration LOOK = Duration.ofMillis(50);

    /// What a first visitor asks for.
    private static final List<String> REQUESTS =
            List.of("/", "/?q=balanced+team", "/api/talks?q=balanced+team", "/conferences", "/speakers", "/sign-in");

    private static final String CACHE = "application.aot";

    private final Path jar;
    private final Path directory;

    /// @param jar this program
    /// @param directory where the cache goes
    AotCache(Path jar, Path directory) {
        this.jar = jar;
        this.directory = directory;
    }

    /// The jar that this process was started from.
    ///
    /// @throws CannotException when it was started in another way
    static Path ownJar() {
        var classPath = System.getProperty("java.class.path");
        if (classPath.contains(File.pathSeparator)
                || !classPath.endsWith(".jar")
                || !Files.isRegularFile(Path.of(classPath))) {
            throw new CannotException("Only the packaged program can do this: java -jar catalogue-app.jar aot-cache");
        }
        return Path.of(classPath).toAbsolutePath().normalize();
    }

    /// Beside the jar, or within the data directory where the jar's may not be written.
    static Path defaultDirectory(Path jar, Path data) {
        var beside = jar.resolveSibling(String.valueOf(jar.getFileName()).replaceFirst("\\.jar$", "") + "-aot");
        return Files.isWritable(jar.resolveSibling(".")) ? beside : data.resolve("aot");
    }

    /// @return the command that starts a server with the cache
    List<String> record(Operations.Progress progress) {
        try {
            Files.createDirectories(directory);
            var cache = directory.resolve(CACHE);
            Files.deleteIfExists(cache);
            var data = Files.createTempDirectory("catalogue-training");
            try {
                train(cache, data, progress);
            } finally {
                delete(data);
            }
            if (!Files.isRegularFile(cache)) {
                throw new CannotException(
                        "The JDK wrote no cache. It takes JDK 25 or newer: this is " + Runtime.version() + ".");
            }
            return List.of(java(), "-XX:AOTCache=" + cache, "-jar", jar.toString(), "serve");
        } catch (IOException e) {
            throw new CannotException("The cache cannot be recorded: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotException("Interrupted.", e);
        }
    }

    private void train(Path cache, Path data, Operations.Progress progress) throws IOException, InterruptedException {
        progress.at(new Operations.Step("starting a server to learn from", 0, 0, "requests"));
        var server = start(List.of(
                "-XX:AOTCacheOutput=" + cache,
                "-jar",
                jar.toString(),
                "serve",
                "--starter",
                "--port",
                "0",
                "--data",
                data.toString()));
        try {
            ask(listening(server, data));
            progress.at(new Operations.Step("writing the cache", 0, 0, "requests"));
            // An orderly end, after which the JDK writes the cache.
            server.destroy();
            if (!server.waitFor(WRITING.toSeconds(), TimeUnit.SECONDS)) {
                throw new CannotException(
                        "The JDK did not finish the cache within " + WRITING.toMinutes() + " minutes.");
            }
        } finally {
            server.destroyForcibly();
        }
    }

    private static RunningServer listening(Process server, Path data) throws InterruptedException {
        var deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline) {
            var found = RunningServer.find(data);
            if (found.isPresent()) {
                return found.get();
            }
            if (server.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CannotException(
                        "The server to learn from ended by itself, with code " + server.exitValue() + ".");
            }
        }
        throw new CannotException("The server to learn from did not start within " + START.toMinutes() + " minutes.");
    }

    private static void ask(RunningServer server) throws IOException, InterruptedException {
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (var path : REQUESTS) {
                client.send(
                        HttpRequest.newBuilder(server.uri(path)).timeout(START).build(),
                        HttpResponse.BodyHandlers.discarding());
            }
        }
    }

    private static Process start(List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(java());
        command.addAll(arguments);
        // Neither the password of a catalogue that is thrown away nor the JDK's notes on the cache are of use.
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static void delete(Path root) throws IOException {
        try (var tree = Files.walk(root)) {
            tree.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.deleteIfExists(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}

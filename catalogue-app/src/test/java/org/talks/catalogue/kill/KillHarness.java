package org.talks.catalogue.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.CatalogueApplication;
import org.talks.catalogue.CatalogueFixture;
import org.talks.catalogue.replay.Verification;

/// Starts a catalogue on a directory, kills it (SIGKILL) at a random moment of its work, and opens the catalogue
/// to see that every reply it gave still holds, that the log verifies, and that the views are what the log gives.
/// Again and again on the same directory.
///
/// What it cannot show: that a lost page cache loses nothing. A killed process leaves the operating system's
/// cache; that commits reach the disk is asked of SQLite at every start.
public final class KillHarness {

    /// Long enough that imports, rebuilds and switches are met; the first kills come early to meet the start of
    /// work.
    private static final int WORK_MILLIS_MAX = 4_000;

    private static final long START_SECONDS_MAX = 120;

    private static final int GENERATED_TALKS = 400;

    private final Path data;
    private final Subject subject;
    private final Random random;
    private final List<String> troubles = Collections.synchronizedList(new ArrayList<>());
    private final List<Acknowledged> acknowledged = Collections.synchronizedList(new ArrayList<>());

    KillHarness(Path data, Subject subject, long seed) {
        this.data = data;
        this.subject = subject;
        this.random = new Random(seed);
    }

    /// Runs rounds as a program; the exit code is 1 when something was lost or differs.
    ///
    /// @param args number of rounds; then the jar, or `-` for the server from the class path; then a seed; then a
    ///     directory or archive of pyvideo's form. All but the first may be left out.
    public static void main(String[] args) throws Exception {
        var rounds = args.length > 0 ? Integer.parseInt(args[0]) : 50;
        var program = args.length > 1 && !args[1].equals("-")
                ? List.of("-jar", args[1])
                : List.of("-cp", System.getProperty("java.class.path"), CatalogueApplication.class.getName());
        var seed = args.length > 2 ? Long.parseLong(args[2]) : System.nanoTime();
        var work = Files.createTempDirectory("kill-harness");
        var source = args.length > 3 ? Path.of(args[3]) : generate(work.resolve("pyvideo"), GENERATED_TALKS);
        System.out.println("seed " + seed + ", data in " + work);
        var served = new KillHarness(work.resolve("served"), new ServerProcess(program, List.of(source)), seed);
        var bare = new KillHarness(work.resolve("bare"), new VictimProcess(List.of(source)), seed);
        var lost = 0;
        for (int round = 1; round <= rounds; round++) {
            // In turn: over HTTP as people use it, and in one process with imports and rebuilds without end.
            var harness = round % 2 == 1 ? served : bare;
            var findings = harness.round(WORK_MILLIS_MAX);
            System.out.println("round " + round + ": " + harness.acknowledged() + " acknowledged, "
                    + (findings.isEmpty() ? "all there" : findings));
            lost += findings.size();
        }
        System.out.println(lost == 0 ? "nothing was lost" : lost + " findings");
        System.exit(lost == 0 ? 0 : 1);
    }

    int acknowledged() {
        return acknowledged.size();
    }

    /// Takes a reply into the list of those that must hold.
    void hold(Acknowledged reply) {
        acknowledged.add(reply);
    }

    /// Work, kill, look.
    ///
    /// @return what is not as it must be, as sentences; empty when all is well
    List<String> round(int workMillisMax) throws IOException, InterruptedException {
        killAtWork(random.nextInt(workMillisMax));
        var findings = new ArrayList<>(troubles);
        troubles.clear();
        findings.addAll(look());
        return findings;
    }

    private void killAtWork(int millis) throws IOException, InterruptedException {
        var seed = random.nextLong();
        var process = subject.start(data, seed);
        try {
            var ready = new CompletableFuture<@Nullable Void>();
            var working = Thread.ofPlatform().name("working").start(() -> work(process, seed, ready));
            ready.orTimeout(START_SECONDS_MAX, TimeUnit.SECONDS).join();
            if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("it ended by itself: " + process.exitValue());
            }
            process.destroyForcibly().waitFor();
            working.join();
        } finally {
            process.destroyForcibly();
        }
    }

    private void work(Process process, long seed, CompletableFuture<@Nullable Void> ready) {
        try {
            subject.work(process, data, seed, () -> ready.complete(null), this::hold);
        } catch (IOException e) {
            // The connection to a killed process may end this way.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // An answer that is no reply: work that was not done would make the round say nothing.
            troubles.add("Trouble at work: " + e.getMessage());
        } finally {
            ready.completeExceptionally(new IllegalStateException("it ended before it was ready"));
        }
    }

    /// Opens the catalogue as its owner would after a crash.
    List<String> look() {
        var findings = new ArrayList<String>();
        try (var catalogue = CatalogueFixture.open(data)) {
            catalogue.caughtUp();
            for (var reply : List.copyOf(acknowledged)) {
                var events = catalogue.log().stream(reply.stream(), reply.position());
                var holds = !events.isEmpty()
                        && events.getLast().position() == reply.position()
                        && events.getLast().version() == reply.version()
                        && events.getLast().event().toString().contains(reply.title());
                if (!holds) {
                    findings.add("Lost: " + reply + ".");
                }
            }
            for (var check : catalogue
                    .get(Verification.class)
                    .verify((phase, done, total) -> {})
                    .checks()) {
                if (!check.ok()) {
                    findings.add(check.name() + ": " + check.detail());
                }
            }
        }
        return findings;
    }

    /// Writes conferences of pyvideo's form.
    static Path generate(Path directory, int talks) throws IOException {
        for (int i = 0; i < talks; i++) {
            var conference = directory.resolve("pycon-killed-" + (2000 + i / 100));
            var videos = Files.createDirectories(conference.resolve("videos"));
            Files.writeString(
                    conference.resolve("category.json"), "{\"title\": \"PyCon Killed " + (2000 + i / 100) + "\"}");
            Files.writeString(videos.resolve("talk-" + i + ".json"), """
                    {"title": "Talk number %d", "description": "About number %d.", "language": "eng",
                     "speakers": ["Speaker %d"], "recorded": "%d-05-01", "videos": []}
                    """.formatted(i, i, i % 37, 2000 + i / 100));
        }
        return directory;
    }
}

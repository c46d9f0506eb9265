package org.talks.catalogue.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.talks.catalogue.CatalogueApplication;
import org.talks.catalogue.CatalogueFixture;
import org.talks.catalogue.replay.Verification;

/// Starts a catalogue on a directory, kills it (SIGKILL) at a random moment of appending, importing, rebuilding
/// or switching to what was rebuilt, and opens the catalogue to see that every reply it gave still holds, that
/// the log verifies, and that the views are what the log gives. Again and again on the same directory.
///
/// What it cannot show: that a lost page cache loses nothing. A killed process leaves the operating system's
/// cache; that commits reach the disk is asked of SQLite at every start.
public final class KillHarness {

    /// After so many rounds a catalogue is given up for a new one: verifying takes longer the more it has.
    private static final int ROUNDS_PER_CATALOGUE = 10;

    /// From so many rounds on, each kind of moment must have been met.
    private static final int ROUNDS_FOR_ALL_MOMENTS = 16;

    /// An idle machine needs seconds; a busy one must not be taken for a catalogue that does not begin.
    private static final long START_SECONDS_MAX = 900;

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
    /// @param args number of rounds; then the jar, or `-` for the server from the class path; then a seed. All
    ///     but the first may be left out.
    public static void main(String[] args) throws Exception {
        var rounds = args.length > 0 ? Integer.parseInt(args[0]) : 100;
        var seed = args.length > 2 ? Long.parseLong(args[2]) : System.nanoTime();
        var work = Files.createTempDirectory("kill-harness");
        System.out.println("seed " + seed + ", data in " + work);
        var program = args.length > 1 && !args[1].equals("-")
                ? Programs.withCache(Path.of(args[1]), work.resolve("aot"))
                : List.of("-cp", System.getProperty("java.class.path"), CatalogueApplication.class.getName());
        System.exit(new Rounds(work, program, seed).run(rounds) ? 0 : 1);
    }

    /// All rounds of one run, in turn: over HTTP as people use it, and in one process without a web server.
    private static final class Rounds {
        private final Path work;
        private final List<String> program;
        private final Random random;
        private final Map<Moment, Integer> met = new EnumMap<>(Moment.class);
        private final long started = System.nanoTime();
        private int acknowledged;
        private int findings;

        Rounds(Path work, List<String> program, long seed) {
            this.work = work;
            this.program = program;
            this.random = new Random(seed);
        }

        boolean run(int rounds) throws IOException, InterruptedException {
            var harnesses = List.<KillHarness>of();
            var moments = List.of(Moment.values());
            for (int round = 0; round < rounds; round++) {
                if (round % (2 * ROUNDS_PER_CATALOGUE) == 0) {
                    harnesses = harnesses(round);
                }
                var harness = harnesses.get(round % 2);
                // Each kind of process meets each kind of moment.
                var moment = moments.get(round / 2 % moments.size());
                var before = harness.acknowledged();
                var begun = System.nanoTime();
                var outcome = harness.round(moment);
                outcome.met().forEach(m -> met.merge(m, 1, Integer::sum));
                acknowledged += harness.acknowledged() - before;
                findings += outcome.findings().size();
                System.out.printf(
                        "round %d: %s, killed at %s, %d acknowledged, %.1f s, %s%n",
                        round + 1,
                        harness.subject.getClass().getSimpleName(),
                        outcome.met(),
                        harness.acknowledged() - before,
                        (System.nanoTime() - begun) / 1e9,
                        outcome.findings().isEmpty() ? "all there" : outcome.findings());
            }
            System.out.printf(
                    "%d rounds in %d s: %d replies acknowledged, %d findings; killed at %s%n",
                    rounds, (System.nanoTime() - started) / 1_000_000_000, acknowledged, findings, met);
            var missed = rounds >= ROUNDS_FOR_ALL_MOMENTS && met.size() < Moment.values().length;
            if (missed) {
                System.out.println("not every kind of moment was met, so this run says little");
            }
            return findings == 0 && !missed;
        }

        private List<KillHarness> harnesses(int round) {
            var source = work.resolve("sources");
            return List.of(
                    new KillHarness(
                            work.resolve("served-" + round), new ServerProcess(program, source), random.nextLong()),
                    new KillHarness(work.resolve("bare-" + round), new VictimProcess(source), random.nextLong()));
        }
    }

    int acknowledged() {
        return acknowledged.size();
    }

    /// Takes a reply into the list of those that must hold.
    void hold(Acknowledged reply) {
        acknowledged.add(reply);
    }

    /// What a round found.
    ///
    /// @param met what was going on at the kill
    /// @param findings what is not as it must be, as sentences; empty when all is well
    record Outcome(Set<Moment> met, List<String> findings) {}

    /// Work, kill at a moment, look.
    Outcome round(Moment moment) throws IOException, InterruptedException {
        var met = killAt(moment);
        var findings = new ArrayList<>(troubles);
        troubles.clear();
        findings.addAll(look());
        return new Outcome(met, findings);
    }

    private Set<Moment> killAt(Moment moment) throws IOException, InterruptedException {
        var seed = random.nextLong();
        var micros = random.nextInt(moment.millisMax() * 1_000);
        var watch = new Watch(moment, this::hold);
        var process = subject.start(data, seed);
        try {
            var working = Thread.ofPlatform().name("working").start(() -> work(process, seed, watch));
            watch.begun().orTimeout(START_SECONDS_MAX, TimeUnit.SECONDS).join();
            if (process.waitFor(micros, TimeUnit.MICROSECONDS)) {
                throw new IllegalStateException("it ended by itself: " + process.exitValue());
            }
            process.destroyForcibly().waitFor();
            working.join();
            return watch.underWay();
        } finally {
            process.destroyForcibly();
        }
    }

    private void work(Process process, long seed, Watch watch) {
        try {
            subject.work(process, data, seed, watch);
        } catch (IOException e) {
            // The connection to a killed process may end this way.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // An answer that is no reply: work that was not done would make the round say nothing.
            troubles.add("Trouble at work: " + e.getMessage());
        } finally {
            watch.begun().completeExceptionally(new IllegalStateException("it ended before it came to that"));
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
}

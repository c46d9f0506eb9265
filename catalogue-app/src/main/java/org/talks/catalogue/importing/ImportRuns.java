package org.talks.catalogue.importing;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.importing.ImportReport.State;
import org.talks.catalogue.importing.Imports.Options;

/// The imports that wait or are at work, one after another on a thread of their own, and the reports of all
/// others. Whoever asks sees each import in one place: here until its end is kept, in the reports from then on.
/// Safe for use by any number of threads.
@Component
final class ImportRuns implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRuns.class);

    /// Imports that wait for their turn; more are refused.
    private static final int WAITING_MAX = 50;

    private final ImportReports reports;
    private final Clock clock;
    private final ConcurrentMap<String, ImportRun> running = new ConcurrentHashMap<>();
    private final ExecutorService executor = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("import").daemon().factory());

    ImportRuns(ImportReports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
        reports.markInterrupted();
    }

    /// A new import, which waits.
    ///
    /// @throws Refused.NotNow when too many wait already
    ImportRun enlist(String name, Options options, String actor) {
        if (running.size() >= WAITING_MAX) {
            throw new Refused.NotNow("Too many imports are waiting. Try again when some are done.");
        }
        var id = Generators.timeBasedEpochGenerator().generate().toString();
        var run = new ImportRun(id, name, actor, options, clock.instant());
        enlist(run);
        return run;
    }

    /// Goes on with one that is in the reports, from now on under this object.
    void enlist(ImportRun run) {
        running.put(run.id, run);
        reports.save(run.report());
    }

    /// Has work done in its turn.
    ///
    /// @param work returns how the import stands then
    /// @param whenDone called in any case
    void begin(ImportRun run, Supplier<State> work, Runnable whenDone) {
        executor.execute(() -> {
            try {
                perform(run, work);
            } finally {
                whenDone.run();
            }
        });
    }

    /// Has work done on this thread.
    void perform(ImportRun run, Supplier<State> work) {
        var outcome = State.FAILED;
        try {
            outcome = work.get();
        } catch (RuntimeException | Error e) {
            LOG.error("Import {} of {} failed", run.id, run.name, e);
            run.error = "The import failed: " + e.getMessage()
                    + " What was recorded before is complete, and the import can go on from there.";
            if (e instanceof Error error) {
                throw error;
            }
        } finally {
            end(run, outcome);
        }
        var counts = run.progress.counts();
        LOG.info(
                "Import {} of {}: {}, {} talks added, {} changed, {} unchanged, {} rejected, {} events",
                run.id,
                run.name,
                outcome,
                counts.talksAdded(),
                counts.talksChanged(),
                counts.talksUnchanged(),
                counts.rejected(),
                counts.events());
    }

    /// Nobody may see the outcome, and decide what follows, before it is kept: what was decided would be
    /// overwritten.
    private synchronized void end(ImportRun run, State outcome) {
        if (outcome != State.PLANNED) {
            run.finished = clock.instant();
        }
        reports.save(run.reportAs(outcome));
        running.remove(run.id, run);
        run.state = outcome;
    }

    /// What a person decides about an import that is not at work.
    ///
    /// @param decision gets its report
    synchronized <T> T decided(String id, Decision<T> decision) {
        return decision.about(require(id));
    }

    /// Something that must not meet another decision, nor the end of the import.
    interface Decision<T> {
        T about(ImportReport report);
    }

    /// Applies that were cut off, oldest first, and are not at work.
    List<ImportReport> cutOff() {
        return reports.in(State.APPLYING).stream()
                .filter(report -> !running.containsKey(report.id()))
                .toList();
    }

    Optional<ImportReport> find(String id) {
        var run = running.get(id);
        return run != null ? Optional.of(run.report()) : reports.find(id);
    }

    ImportReport require(String id) {
        return find(id).orElseThrow(() -> new Refused.NotFound("There is no import " + id + "."));
    }

    /// Reports, latest first.
    List<ImportReport> latest(int limit) {
        return reports.latest(limit).stream().map(this::current).toList();
    }

    private ImportReport current(ImportReport kept) {
        @Nullable ImportRun run = running.get(kept.id());
        return run == null ? kept : run.report();
    }

    @Override
    public void destroy() {
        executor.close();
    }
}

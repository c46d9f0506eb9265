package org.talks.catalogue.importing;

import com.fasterxml.uuid.Generators;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.eventstore.Commands;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.importing.ImportReport.State;
import org.talks.catalogue.importing.format.ImportFormat;
import org.talks.catalogue.importing.format.SourceFile;
import org.talks.catalogue.importing.format.SourceFiles;
import org.talks.catalogue.importing.format.UnreadableSourceException;
import org.talks.events.CatalogueEvent;

/// Runs imports, one after another, and keeps their reports. An import is planned, then applied, and can be taken
/// back; each of these may be left to itself and asked about by its id. Safe for use by any number of threads.
@Service
public final class Imports implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

    /// Imports that wait for their turn; more are refused.
    private static final int WAITING_MAX = 50;

    private static final String UNDOING = "Undoing ";

    private final Recognising recognising;
    private final ImportPlanning planning;
    private final PlanFiles plans;
    private final RawFiles raw;
    private final Commands commands;
    private final EventLog log;
    private final ImportReports reports;
    private final Clock clock;
    private final ConcurrentMap<String, ImportRun> running = new ConcurrentHashMap<>();
    private final AtomicBoolean resumed = new AtomicBoolean();
    private final ExecutorService executor = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("import").daemon().factory());

    Imports(
            Recognising recognising,
            ImportPlanning planning,
            PlanFiles plans,
            RawFiles raw,
            Commands commands,
            EventLog log,
            ImportReports reports,
            Clock clock) {
        this.recognising = recognising;
        this.planning = planning;
        this.plans = plans;
        this.raw = raw;
        this.commands = commands;
        this.log = log;
        this.reports = reports;
        this.clock = clock;
        reports.markInterrupted();
    }

    /// How to import.
    ///
    /// @param format id of the format; null recognises it
    /// @param zone IANA zone for conferences whose files name none
    /// @param dryRun plans only, and waits for a person
    /// @param talk id of the talk that a transcript belongs to; null goes by the name of its file
    public record Options(
            @Nullable String format,
            @Nullable String zone,
            boolean dryRun,
            @Nullable String talk) {

        public Options(@Nullable String format, @Nullable String zone, boolean dryRun) {
            this(format, zone, dryRun, null);
        }
    }

    /// What to do about talks that are gone from the source.
    public enum Gone {
        /// Cancel them, unless they are so many that somebody must say so.
        UNLESS_MANY,
        CANCEL,
        LEAVE
    }

    /// Ids and titles of the formats that can be read.
    public List<ImportFormat> formats() {
        return recognising.formats();
    }

    /// Begins an import in its turn and returns at once.
    ///
    /// @param whenDone called when the source is no longer needed
    /// @throws Refused.NotNow when too many wait already
    public ImportReport start(SourceFile source, Options options, String actor, Runnable whenDone) {
        return start(source, options, actor, null, whenDone);
    }

    /// The same, of what was fetched from a source that is kept.
    ImportReport start(SourceFile source, Options options, String actor, @Nullable String sourceId, Runnable whenDone) {
        var run = enlist(source.name(), options, actor);
        run.source = sourceId;
        return begin(run, () -> perform(run, source), whenDone);
    }

    /// Imports on the calling thread.
    public ImportReport run(SourceFile source, Options options, String actor) {
        resumeInterrupted();
        var run = enlist(source.name(), options, actor);
        perform(run, source);
        return run.report();
    }

    /// Reads the bytes of an import again, in another format, with another zone, or as this version reads them. A
    /// plan that waited is discarded.
    public ImportReport again(String id, Options options, String actor) {
        var old = require(id);
        var hash = old.origin().hash();
        var file = hash == null ? Optional.<Path>empty() : raw.find(hash);
        if (file.isEmpty()) {
            throw new Refused.NotNow("What was read is no longer there. Send it again.");
        }
        SourceFile source;
        try {
            source = SourceFiles.of(old.name(), file.get());
        } catch (UnreadableSourceException | IOException e) {
            throw new Refused.NotNow("What was read cannot be opened: " + e.getMessage());
        }
        recognising.requireKnown(options.format());
        if (old.state() == State.PLANNED) {
            discard(id);
        }
        return start(source, options, actor, old.origin().source(), () -> {});
    }

    /// Carries out a plan that waits, or goes on with one that failed half-way.
    ///
    /// @throws Refused.NotNow when it does not wait, or so much is gone that somebody must say what becomes of it
    public ImportReport apply(String id, Gone gone, String actor) {
        synchronized (this) {
            var report = require(id);
            var goOn = report.state() == State.FAILED && report.steps().from() > 0 && plans.has(id);
            if (report.state() != State.PLANNED && !goOn) {
                throw new Refused.NotNow("This import does not wait to be applied: it is "
                        + report.state().name().toLowerCase(java.util.Locale.ROOT) + ".");
            }
            if (!plans.has(id)) {
                throw new Refused.NotNow("The plan is no longer there. Read the source again.");
            }
            if (report.absence().confirm() && gone == Gone.UNLESS_MANY) {
                throw new Refused.NotNow(report.counts().gone() + " of "
                        + (report.counts().gone() + report.absence().known())
                        + " talks are gone from the source. Say whether they are to be cancelled or left as they"
                        + " are.");
            }
            var run = ImportRun.of(report);
            if (gone == Gone.LEAVE) {
                run.progress.planned(
                        Math.min(run.progress.steps(), report.absence().goneFrom()));
                run.progress.gone(-report.counts().gone());
            }
            run.error = null;
            run.state = State.APPLYING;
            if (!goOn) {
                run.from = log.head();
                LOG.info("Import {} of {} is applied by {}", run.id, run.name, actor);
            }
            running.put(id, run);
            reports.save(run.report());
            return begin(run, () -> resume(run), () -> {});
        }
    }

    /// Throws a plan away.
    public ImportReport discard(String id) {
        synchronized (this) {
            var report = require(id);
            if (report.state() != State.PLANNED && report.state() != State.INTERRUPTED) {
                throw new Refused.NotNow("Only a plan that waits can be discarded.");
            }
            var run = ImportRun.of(report);
            run.state = State.DISCARDED;
            run.finished = clock.instant();
            reports.save(run.report());
            plans.delete(id);
            return run.report();
        }
    }

    /// Takes an import back, as far as nobody built on it; itself an import, so it can be taken back in turn.
    public ImportReport undo(String id, String actor) {
        var undone = require(id);
        if (undone.running() || undone.counts().events() == 0) {
            throw new Refused.NotNow(
                    undone.running() ? "This import is still running." : "This import recorded nothing.");
        }
        if (undone.origin().undoneBy() != null) {
            throw new Refused.NotNow("This import was undone already.");
        }
        var run = enlist(
                undone.origin().undoes() == null
                        ? UNDOING + undone.name()
                        : "Bringing back " + undone.name().replaceFirst("^" + UNDOING, ""),
                new Options(null, null, false),
                actor);
        run.undoes = id;
        return begin(run, () -> performUndo(run, undone), () -> {});
    }

    /// Takes the source's value of a conflict, or says that two things are the same, in the name of a person.
    public void accept(String id, int ordinal, String actor) {
        require(id);
        var offer = plans.offer(id, ordinal);
        if (offer == null) {
            throw new Refused.NotFound("Import " + id + " offers nothing at " + ordinal + ".");
        }
        commands.send(offer.command(), offer.context(actor, id));
    }

    public Optional<ImportReport> find(String id) {
        var run = running.get(id);
        return run != null ? Optional.of(run.report()) : reports.find(id);
    }

    /// Reports, latest first.
    public List<ImportReport> latest(int limit) {
        return reports.latest(limit).stream()
                .map(r -> running.containsKey(r.id()) ? find(r.id()).orElse(r) : r)
                .toList();
    }

    /// What the plan of an import tells, in its order.
    public List<PlanEntry> entries(String id) {
        require(id);
        return plans.entries(id);
    }

    /// The commands of the plan, one JSON object a line.
    public void copyCommands(String id, OutputStream to) throws IOException {
        require(id);
        if (!plans.copyCommands(id, to)) {
            throw new Refused.NotFound("The plan of import " + id + " is no longer there.");
        }
    }

    /// The events that the plan leads to when it is applied now.
    public List<CatalogueEvent> foreseen(String id) {
        require(id);
        return planning.foresee(plans.steps(id)).stream()
                .flatMap(f -> f.events().stream())
                .toList();
    }

    /// What was read, as it was; empty when it was not kept or was deleted.
    public Optional<Path> rawOf(String id) {
        var hash = require(id).origin().hash();
        return hash == null ? Optional.empty() : raw.find(hash);
    }

    /// Deletes what was read; its hash stays.
    public void deleteRaw(String id) throws IOException {
        var hash = require(id).origin().hash();
        if (hash != null) {
            raw.delete(hash);
            reports.markRawDeleted(hash);
        }
    }

    /// Goes on with what was being carried out when the process ended; once, and before anything new.
    public void resumeInterrupted() {
        if (!resumed.compareAndSet(false, true)) {
            return;
        }
        for (var report : reports.in(State.APPLYING)) {
            var run = ImportRun.of(report);
            running.put(run.id, run);
            LOG.info("Import {} of {} goes on where it was", run.id, run.name);
            executor.execute(() -> resume(run));
        }
    }

    private ImportReport require(String id) {
        return find(id).orElseThrow(() -> new Refused.NotFound("There is no import " + id + "."));
    }

    private ImportRun enlist(String name, Options options, String actor) {
        if (running.size() >= WAITING_MAX) {
            throw new Refused.NotNow("Too many imports are waiting. Try again when some are done.");
        }
        recognising.requireKnown(options.format());
        var id = Generators.timeBasedEpochGenerator().generate().toString();
        var run = new ImportRun(id, name, actor, options, clock.instant());
        running.put(id, run);
        reports.save(run.report());
        return run;
    }

    private ImportReport begin(ImportRun run, Runnable work, Runnable whenDone) {
        resumeInterrupted();
        executor.execute(() -> {
            try {
                work.run();
            } finally {
                whenDone.run();
            }
        });
        return run.report();
    }

    private void perform(ImportRun run, SourceFile source) {
        guarded(run, () -> {
            var drafted = new Drafted();
            var whole = plan(run, source, drafted);
            if (!whole && (!run.options.dryRun() || drafted.steps().isEmpty())) {
                run.state = State.FAILED;
                return;
            }
            var decides = run.options.dryRun() || run.absence.confirm();
            if (drafted.steps().isEmpty() && drafted.entries().isEmpty()) {
                run.state = State.DONE;
                return;
            }
            plans.write(run.id, drafted);
            if (decides && !drafted.steps().isEmpty()) {
                run.state = State.PLANNED;
            } else {
                applyAll(run, drafted.steps());
            }
        });
    }

    /// @return whether the source was read to its end
    private boolean plan(ImportRun run, SourceFile source, Drafted drafted) {
        try {
            planning.plan(run, source, drafted);
            return true;
        } catch (UnreadableSourceException e) {
            run.error = e.getMessage();
        } catch (IOException e) {
            run.error = run.name + " cannot be read: " + e.getMessage();
        }
        return false;
    }

    private void performUndo(ImportRun run, ImportReport undone) {
        guarded(run, () -> {
            var drafted = new Drafted();
            planning.planUndo(run, undone, drafted);
            plans.write(run.id, drafted);
            reports.markUndone(undone.id(), run.id);
            if (undone.origin().undoes() != null) {
                reports.markUndone(undone.origin().undoes(), null);
            }
            applyAll(run, drafted.steps());
        });
    }

    private void applyAll(ImportRun run, List<Step> steps) {
        run.from = log.head();
        run.state = State.APPLYING;
        reports.save(run.report());
        new Applier(commands, log, run.progress)
                .apply(steps, 0, run.progress.steps(), run.actor, run.id, done -> reports.checkpoint(run.report()));
        run.state = State.DONE;
    }

    private void resume(ImportRun run) {
        guarded(run, () -> {
            var steps = plans.steps(run.id);
            var applier = new Applier(commands, log, run.progress);
            var to = Math.min(run.progress.steps(), steps.size());
            var from = applier.applied(run.progress.applied(), Math.max(run.from, run.progress.position()), to, run.id);
            applier.apply(steps, from, to, run.actor, run.id, done -> reports.checkpoint(run.report()));
            run.progress.applied(to);
            run.state = State.DONE;
        });
    }

    private void guarded(ImportRun run, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("Import {} of {} failed", run.id, run.name, e);
            run.error = "The import failed: " + e.getMessage()
                    + " What was recorded before is complete, and the import can go on from there.";
            run.state = State.FAILED;
        }
        if (run.state != State.PLANNED) {
            run.finished = clock.instant();
        }
        var report = run.report();
        reports.save(report);
        running.remove(run.id);
        var counts = report.counts();
        LOG.info(
                "Import {} of {}: {}, {} talks added, {} changed, {} unchanged, {} rejected, {} events",
                run.id,
                run.name,
                report.state(),
                counts.talksAdded(),
                counts.talksChanged(),
                counts.talksUnchanged(),
                counts.rejected(),
                counts.events());
    }

    @Override
    public void destroy() {
        executor.close();
    }
}

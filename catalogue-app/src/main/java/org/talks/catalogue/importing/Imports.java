package org.talks.catalogue.importing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
public final class Imports {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

    private static final String UNDOING = "Undoing ";

    private final Recognising recognising;
    private final ImportPlanning planning;
    private final ImportWork work;
    private final ImportRuns runs;
    private final PlanFiles plans;
    private final RawFiles raw;
    private final Commands commands;
    private final EventLog log;
    private final ImportReports reports;
    private final Clock clock;
    private final AtomicBoolean resumed = new AtomicBoolean();

    Imports(
            Recognising recognising,
            ImportPlanning planning,
            ImportWork work,
            ImportRuns runs,
            PlanFiles plans,
            RawFiles raw,
            Commands commands,
            EventLog log,
            ImportReports reports,
            Clock clock) {
        this.recognising = recognising;
        this.planning = planning;
        this.work = work;
        this.runs = runs;
        this.plans = plans;
        this.raw = raw;
        this.commands = commands;
        this.log = log;
        this.reports = reports;
        this.clock = clock;
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
        runs.begin(run, () -> work.perform(run, source), whenDone);
        return run.report();
    }

    /// Imports on the calling thread.
    public ImportReport run(SourceFile source, Options options, String actor) {
        var run = enlist(source.name(), options, actor);
        runs.perform(run, () -> work.perform(run, source));
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
        resumeInterrupted();
        return runs.decided(id, report -> {
            requireApplicable(report, gone);
            var goesOn = report.state() == State.FAILED;
            var run = ImportRun.of(report);
            if (gone == Gone.LEAVE) {
                run.progress.planned(
                        Math.min(run.progress.steps(), report.absence().goneFrom()));
                run.progress.gone(-report.counts().gone());
            }
            run.error = null;
            run.state = State.APPLYING;
            if (!goesOn) {
                run.from = log.head();
                LOG.info("Import {} of {} is applied by {}", run.id, run.name, actor);
            }
            runs.enlist(run);
            runs.begin(run, () -> work.resume(run), () -> {});
            return run.report();
        });
    }

    private void requireApplicable(ImportReport report, Gone gone) {
        var goesOn = report.state() == State.FAILED && report.steps().from() > 0 && plans.has(report.id());
        if (report.state() != State.PLANNED && !goesOn) {
            throw new Refused.NotNow("This import does not wait to be applied: it is "
                    + report.state().name().toLowerCase(Locale.ROOT) + ".");
        }
        if (!plans.has(report.id())) {
            throw new Refused.NotNow("The plan is no longer there. Read the source again.");
        }
        if (report.absence().confirm() && gone == Gone.UNLESS_MANY) {
            throw new Refused.NotNow(report.counts().gone() + " of "
                    + (report.counts().gone() + report.absence().known())
                    + " talks are gone from the source. Say whether they are to be cancelled or left as they are.");
        }
    }

    /// Throws a plan away.
    public ImportReport discard(String id) {
        return runs.decided(id, report -> {
            if (report.state() != State.PLANNED && report.state() != State.INTERRUPTED) {
                throw new Refused.NotNow("Only a plan that waits can be discarded.");
            }
            var run = ImportRun.of(report);
            run.state = State.DISCARDED;
            run.finished = clock.instant();
            reports.save(run.report());
            plans.delete(id);
            return run.report();
        });
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
        runs.begin(run, () -> work.undo(run, id), () -> {});
        return run.report();
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
        return runs.find(id);
    }

    /// Reports, latest first.
    public List<ImportReport> latest(int limit) {
        return runs.latest(limit);
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
        for (var report : runs.cutOff()) {
            var run = ImportRun.of(report);
            LOG.info("Import {} of {} goes on where it was", run.id, run.name);
            runs.enlist(run);
            runs.begin(run, () -> work.resume(run), () -> {});
        }
    }

    private ImportReport require(String id) {
        return runs.require(id);
    }

    private ImportRun enlist(String name, Options options, String actor) {
        resumeInterrupted();
        recognising.requireKnown(options.format());
        return runs.enlist(name, options, actor);
    }
}

package org.talks.catalogue.importing;

import com.fasterxml.uuid.Generators;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.eventstore.Commands;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.eventstore.SourceRegistry;
import org.talks.catalogue.importing.ImportReport.State;
import org.talks.catalogue.importing.format.ImportFormat;
import org.talks.catalogue.importing.format.Recognition;
import org.talks.catalogue.importing.format.Recognition.Certainty;
import org.talks.catalogue.importing.format.SourceFile;
import org.talks.catalogue.importing.format.UnreadableSourceException;

/// Runs imports, one after another, and keeps their reports.
@Service
public final class Imports implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

    /// Imports that wait for their turn; more are refused.
    private static final int WAITING_MAX = 50;

    private final List<ImportFormat> formats;
    private final Commands commands;
    private final SourceRegistry sources;
    private final EventLog log;
    private final ImportReports reports;
    private final TranscriptPlacing transcripts;
    private final Clock clock;
    private final ConcurrentMap<String, Run> running = new ConcurrentHashMap<>();
    private final ExecutorService executor = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("import").daemon().factory());

    Imports(
            List<ImportFormat> formats,
            Commands commands,
            SourceRegistry sources,
            EventLog log,
            ImportReports reports,
            TranscriptPlacing transcripts,
            Clock clock) {
        this.formats = List.copyOf(formats);
        this.commands = commands;
        this.sources = sources;
        this.log = log;
        this.reports = reports;
        this.transcripts = transcripts;
        this.clock = clock;
        reports.markInterrupted();
    }

    /// How to import.
    ///
    /// @param format id of the format; null recognises it
    /// @param zone IANA zone for conferences whose files name none
    /// @param dryRun says what would change and records nothing
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

    private record Chosen(ImportFormat format, String why) {}

    private static final class Run {
        final String id;
        final String name;
        final String actor;
        final Options options;
        final Instant started;
        final ImportProgress progress = new ImportProgress();
        volatile @Nullable Chosen chosen;

        Run(String id, String name, String actor, Options options, Instant started) {
            this.id = id;
            this.name = name;
            this.actor = actor;
            this.options = options;
            this.started = started;
        }
    }

    /// Ids and titles of the formats that can be read.
    public List<ImportFormat> formats() {
        return formats;
    }

    /// Begins an import in its turn and returns at once.
    ///
    /// @param whenDone called when the source is no longer needed
    /// @throws Refused.NotNow when too many wait already
    public ImportReport start(SourceFile source, Options options, String actor, Runnable whenDone) {
        if (running.size() >= WAITING_MAX) {
            throw new Refused.NotNow("Too many imports are waiting. Try again when some are done.");
        }
        var run = enlist(source, options, actor);
        executor.execute(() -> {
            try {
                perform(run, source);
            } finally {
                whenDone.run();
            }
        });
        return report(run, State.RUNNING, null);
    }

    /// Imports on the calling thread.
    public ImportReport run(SourceFile source, Options options, String actor) {
        return perform(enlist(source, options, actor), source);
    }

    public Optional<ImportReport> find(String id) {
        var run = running.get(id);
        return run != null ? Optional.of(report(run, State.RUNNING, null)) : reports.find(id);
    }

    /// Reports, latest first.
    public List<ImportReport> latest(int limit) {
        return reports.latest(limit).stream()
                .map(r -> running.containsKey(r.id()) ? find(r.id()).orElse(r) : r)
                .toList();
    }

    private Run enlist(SourceFile source, Options options, String actor) {
        var format = options.format();
        if (format != null && formats.stream().noneMatch(f -> f.id().equals(format))) {
            throw new Refused.Invalid(
                    "format",
                    "There is no format " + format + ". There are: "
                            + String.join(
                                    ", ", formats.stream().map(ImportFormat::id).toList()) + ".");
        }
        var id = Generators.timeBasedEpochGenerator().generate().toString();
        var run = new Run(id, source.name(), actor, options, clock.instant());
        running.put(id, run);
        reports.save(report(run, State.RUNNING, null));
        return run;
    }

    private ImportReport perform(Run run, SourceFile source) {
        var state = State.FAILED;
        @Nullable String error = null;
        try {
            var chosen = choose(source, run.options.format());
            run.chosen = chosen;
            var importer = new Importer(
                    commands,
                    sources,
                    log,
                    run.id,
                    run.actor,
                    run.options.zone(),
                    run.options.dryRun(),
                    draft -> transcripts.place(draft, run.options.talk()),
                    run.progress);
            try {
                chosen.format().read(source, importer);
            } finally {
                // What was read before a file broke off is valid and was promised to stay.
                importer.finish();
            }
            state = State.DONE;
        } catch (UnreadableSourceException e) {
            error = e.getMessage();
        } catch (IOException e) {
            error = run.name + " cannot be read: " + e.getMessage();
        } catch (RuntimeException e) {
            LOG.error("Import {} of {} failed", run.id, run.name, e);
            error = "The import failed: " + e.getMessage() + " What was recorded before is complete; importing the same"
                    + " again goes on from there.";
        }
        var report = report(run, state, error);
        reports.save(report);
        running.remove(run.id);
        var counts = report.counts();
        LOG.info(
                "Import {} of {}: {}, {} talks added, {} changed, {} unchanged, {} rejected, {} events",
                run.id,
                run.name,
                state,
                counts.talksAdded(),
                counts.talksChanged(),
                counts.talksUnchanged(),
                counts.rejected(),
                counts.events());
        return report;
    }

    private Chosen choose(SourceFile source, @Nullable String wanted) throws IOException, UnreadableSourceException {
        if (wanted != null) {
            return formats.stream()
                    .filter(f -> f.id().equals(wanted))
                    .findFirst()
                    .map(f -> new Chosen(f, "The format was chosen by hand."))
                    .orElseThrow();
        }
        var possible = new ArrayList<Chosen>();
        for (var format : formats) {
            Recognition recognition = format.recognise(source);
            if (recognition.certainty() == Certainty.CERTAIN) {
                return new Chosen(format, recognition.why());
            }
            if (recognition.certainty() == Certainty.POSSIBLE) {
                possible.add(new Chosen(format, recognition.why()));
            }
        }
        if (possible.size() == 1) {
            return possible.getFirst();
        }
        throw new UnreadableSourceException(
                possible.isEmpty()
                        ? "No known format fits " + source.name() + ". Known are: "
                                + String.join(
                                        ", ",
                                        formats.stream()
                                                .map(ImportFormat::title)
                                                .toList())
                                + ". If it is one of them, name it."
                        : source.name() + " could be of several formats: "
                                + String.join(
                                        ", ",
                                        possible.stream()
                                                .map(c -> c.format().title())
                                                .toList())
                                + ". Name the right one.");
    }

    private ImportReport report(Run run, State state, @Nullable String error) {
        var chosen = run.chosen;
        return new ImportReport(
                run.id,
                state,
                run.name,
                chosen == null ? run.options.format() : chosen.format().id(),
                chosen == null ? "" : chosen.why(),
                run.options.dryRun(),
                run.actor,
                run.started,
                state == State.RUNNING ? null : clock.instant(),
                run.progress.counts(),
                run.progress.position(),
                run.progress.rejections(),
                run.progress.warnings(),
                error);
    }

    @Override
    public void destroy() {
        executor.close();
    }
}

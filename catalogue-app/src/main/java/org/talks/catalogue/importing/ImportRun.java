package org.talks.catalogue.importing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.importing.ImportReport.Absence;
import org.talks.catalogue.importing.ImportReport.Origin;
import org.talks.catalogue.importing.ImportReport.State;
import org.talks.catalogue.importing.ImportReport.Steps;

/// An import that is under way: written by the thread that does it, read by whoever shows it.
final class ImportRun {

    final String id;
    final String name;
    final String actor;
    final Imports.Options options;
    final Instant started;
    final ImportProgress progress = new ImportProgress();

    volatile State state = State.RUNNING;
    volatile @Nullable String format;
    volatile String why = "";
    volatile @Nullable String error;
    volatile @Nullable Instant finished;
    volatile @Nullable String hash;
    volatile @Nullable String source;
    volatile @Nullable String undoes;
    volatile @Nullable String undoneBy;
    volatile long head;
    volatile long from;
    volatile Absence absence = Absence.NONE;

    ImportRun(String id, String name, String actor, Imports.Options options, Instant started) {
        this.id = id;
        this.name = name;
        this.actor = actor;
        this.options = options;
        this.started = started;
        this.format = options.format();
    }

    /// Goes on with an import that is in the reports.
    static ImportRun of(ImportReport report) {
        var run = new ImportRun(
                report.id(),
                report.name(),
                report.actor(),
                new Imports.Options(
                        report.origin().wantedFormat(), report.origin().zone(), report.dryRun()),
                report.started());
        run.state = report.state();
        run.format = report.format();
        run.why = report.why();
        run.error = report.error();
        run.finished = report.finished();
        run.hash = report.origin().hash();
        run.source = report.origin().source();
        run.undoes = report.origin().undoes();
        run.undoneBy = report.origin().undoneBy();
        run.head = report.steps().head();
        run.from = report.steps().from();
        run.absence = report.absence();
        run.progress.resume(report);
        return run;
    }

    ImportReport report() {
        return reportAs(state);
    }

    /// As it will stand.
    ImportReport reportAs(State standing) {
        return new ImportReport(
                id,
                standing,
                name,
                format,
                why,
                options.dryRun(),
                actor,
                started,
                finished,
                progress.counts(),
                progress.position(),
                progress.rejections(),
                progress.warnings(),
                error,
                new Origin(hash, hash != null, options.format(), options.zone(), source, undoes, undoneBy),
                new Steps(progress.steps(), progress.applied(), head, from),
                absence);
    }
}

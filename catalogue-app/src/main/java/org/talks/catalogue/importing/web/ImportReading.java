package org.talks.catalogue.importing.web;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.importing.ImportCounts;
import org.talks.catalogue.importing.ImportReport;
import org.talks.catalogue.importing.table.Tables;
import org.talks.catalogue.web.Counts;
import org.talks.catalogue.web.Dates;
import org.talks.catalogue.web.Visit;

/// Puts a report into the words of its page.
final class ImportReading {

    /// Rejected records shown one by one; the API has more.
    private static final int REJECTED = 200;

    private ImportReading() {}

    static ImportPage page(Visit visit, ImportReport report, String by, boolean applicable) {
        var path = "/imports/" + report.id();
        var facts = new ArrayList<String>();
        facts.add("by " + by);
        facts.add(Dates.moment(report.started(), ZoneId.systemDefault()));
        return new ImportPage(
                visit,
                path,
                report.name(),
                facts,
                report.format() == null || report.why().isEmpty()
                        ? ""
                        : "Read as " + report.format() + ". " + report.why(),
                switch (report.state()) {
                    case RUNNING, APPLYING -> running(report);
                    case PLANNED, DISCARDED, DONE -> done(report, applicable ? path + "/apply" : null);
                    case FAILED -> failed(report, path + "/columns");
                    case INTERRUPTED ->
                        new ImportPage.Stopped(
                                "The catalogue was stopped while it ran.",
                                "What was recorded before is complete; importing the same again goes on from there.");
                });
    }

    /// @param columns where a table's columns are explained
    private static ImportPage.Stopped failed(ImportReport report, String columns) {
        var error = report.error() == null ? "It failed." : report.error();
        var table = report.format() != null && Tables.needMapping(report.format());
        return table
                ? new ImportPage.Stopped(error, "What you say is remembered for tables with these columns.", columns)
                : new ImportPage.Stopped(
                        error, "What was recorded before is complete; importing the same again goes on from there.");
    }

    static ImportsPage.Past past(ImportReport report, String by) {
        return new ImportsPage.Past(
                "/imports/" + report.id(),
                report.name(),
                Dates.moment(report.started(), ZoneId.systemDefault()),
                by,
                outcome(report));
    }

    private static ImportPage.Running running(ImportReport report) {
        var counts = report.counts();
        var talks = counts.talksAdded() + counts.talksChanged() + counts.talksUnchanged();
        return new ImportPage.Running(
                report.format() == null
                        ? "Waiting for its turn"
                        : report.dryRun() ? "Reading and comparing" : "Reading and recording",
                counts.places(),
                0,
                Counts.of(talks, "talk", "talks") + " so far",
                null);
    }

    private static ImportPage.Report done(ImportReport report, @Nullable String apply) {
        var counts = report.counts();
        return new ImportPage.Report(
                report.dryRun(),
                summary(report),
                figures(counts),
                List.of(),
                List.of(),
                0,
                report.rejections().stream()
                        .limit(REJECTED)
                        .map(r -> new ImportPage.Rejected(r.place(), r.value(), r.reason(), r.remedy()))
                        .toList(),
                Math.max(
                        0,
                        counts.rejected()
                                - Math.min(REJECTED, report.rejections().size())),
                apply,
                null);
    }

    private static String summary(ImportReport report) {
        var counts = report.counts();
        var finished = report.finished();
        var seconds = finished == null
                ? ""
                : String.format(
                        Locale.ENGLISH,
                        " in %.1f s",
                        Duration.between(report.started(), finished).toMillis() / 1000.0);
        if (report.dryRun()) {
            return "Read" + seconds + "; nothing was changed. " + Counts.of(counts.talksAdded(), "talk", "talks")
                    + " would be new, " + Counts.of(counts.talksChanged()) + " changed.";
        }
        if (counts.events() == 0) {
            return "Read" + seconds + "; the catalogue has all of it already.";
        }
        return "Imported " + Counts.of(counts.talksAdded(), "new talk", "new talks") + " and "
                + Counts.of(counts.talksChanged(), "changed one", "changed ones") + seconds + ".";
    }

    private static List<ImportPage.Figure> figures(ImportCounts counts) {
        var figures = new ArrayList<ImportPage.Figure>();
        figures.add(new ImportPage.Figure(counts.talksAdded(), "new"));
        figures.add(new ImportPage.Figure(counts.talksChanged(), "changed"));
        figures.add(new ImportPage.Figure(counts.talksUnchanged(), "unchanged"));
        addUnlessNone(figures, counts.kept(), "kept as people changed them");
        addUnlessNone(figures, counts.hidden(), "hidden at the source's wish");
        addUnlessNone(figures, counts.conferencesAdded(), "new conferences");
        addUnlessNone(figures, counts.conferencesChanged(), "changed conferences");
        addUnlessNone(figures, counts.speakersAdded(), "new speakers");
        addUnlessNone(figures, counts.ignored(), "left out, such as breaks");
        addUnlessNone(figures, counts.warnings(), "warnings");
        figures.add(new ImportPage.Figure(counts.rejected(), "rejected"));
        return figures;
    }

    private static void addUnlessNone(List<ImportPage.Figure> figures, long count, String label) {
        if (count > 0) {
            figures.add(new ImportPage.Figure(count, label));
        }
    }

    private static String outcome(ImportReport report) {
        var counts = report.counts();
        return switch (report.state()) {
            case RUNNING, APPLYING -> "running";
            case PLANNED -> "waits to be applied";
            case DISCARDED -> "discarded";
            case FAILED -> "stopped: " + report.error();
            case INTERRUPTED -> "interrupted";
            case DONE -> {
                var words = new ArrayList<String>();
                words.add(Counts.of(counts.talksAdded()) + " new");
                words.add(Counts.of(counts.talksChanged()) + " changed");
                if (counts.rejected() > 0) {
                    words.add(Counts.of(counts.rejected()) + " rejected");
                }
                yield (report.dryRun() ? "preview: " : "") + String.join(", ", words);
            }
        };
    }
}

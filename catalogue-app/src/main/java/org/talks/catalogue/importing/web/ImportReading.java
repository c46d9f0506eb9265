package org.talks.catalogue.importing.web;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.importing.ImportReport;
import org.talks.catalogue.importing.ImportReport.State;
import org.talks.catalogue.importing.PlanEntry;
import org.talks.catalogue.importing.PlanEntry.Kind;
import org.talks.catalogue.importing.format.Rejection;
import org.talks.catalogue.importing.format.UnreadableSourceException;
import org.talks.catalogue.importing.table.Tables;
import org.talks.catalogue.web.Counts;
import org.talks.catalogue.web.Dates;
import org.talks.catalogue.web.Flash;
import org.talks.catalogue.web.Paths;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

/// Puts a report and its plan into the words of their page. For one page.
final class ImportReading {

    /// Records shown one by one; the API has more.
    private static final int SHOWN = 200;

    /// Formats name the fields of a file in backquotes.
    private static final Pattern FIELD = Pattern.compile("`([^`]+)`");

    private final ImportReport report;
    private final List<PlanEntry> entries;
    private final List<ImportsPage.Format> formats;
    private final Function<String, String> names;
    private final String path;
    private final boolean undo;

    /// @param formats that can be chosen
    /// @param names of accounts by their ids
    ImportReading(
            ImportReport report,
            List<PlanEntry> entries,
            List<ImportsPage.Format> formats,
            Function<String, String> names) {
        this.report = report;
        this.entries = entries;
        this.formats = formats;
        this.names = names;
        this.path = "/imports/" + report.id();
        this.undo = report.origin().undoes() != null;
    }

    ImportPage page(Visit visit) {
        var facts = new ArrayList<String>();
        facts.add(Wording.text("importing.by", names.apply(report.actor())));
        facts.add(Dates.moment(report.started(), ZoneId.systemDefault()));
        var hash = report.origin().hash();
        if (hash != null) {
            facts.add("SHA-256 " + hash.substring(0, 12) + "…");
        }
        return new ImportPage(visit, path, report.name(), facts, readAs(), status());
    }

    static ImportsPage.Past past(ImportReport report, String by) {
        return new ImportsPage.Past(
                "/imports/" + report.id(),
                report.name(),
                Dates.moment(report.started(), ZoneId.systemDefault()),
                by,
                outcome(report));
    }

    private String readAs() {
        return report.format() == null || report.why().isEmpty()
                ? ""
                : Wording.text(
                        "importing.read-as",
                        Wording.said(title(report.format())),
                        FIELD.matcher(Wording.said(report.why()))
                                .replaceAll(name -> Matcher.quoteReplacement(
                                        Wording.text("importing.field-in-quotes", name.group(1)))));
    }

    private String title(String format) {
        return formats.stream()
                .filter(f -> f.id().equals(format))
                .map(ImportsPage.Format::label)
                .findFirst()
                .orElse(format);
    }

    private ImportPage.Status status() {
        return switch (report.state()) {
            case RUNNING -> reading();
            case APPLYING -> applying();
            case PLANNED, DONE -> result();
            case FAILED ->
                new ImportPage.Stopped(
                        reason(),
                        report.steps().from() > 0
                                ? Wording.text("importing.what-was-recorded-before-is-complete")
                                : Wording.text("importing.nothing-was-recorded"),
                        again(),
                        report.steps().from() > 0 ? path + "/apply" : null,
                        columns());
            case DISCARDED ->
                new ImportPage.Stopped(
                        Wording.text("importing.the-plan-was-discarded"),
                        Wording.text("importing.nothing-was-recorded"),
                        again(),
                        null);
            case INTERRUPTED ->
                new ImportPage.Stopped(
                        Wording.text("importing.the-catalogue-was-stopped-while-it"),
                        Wording.text("importing.nothing-was-recorded"),
                        again(),
                        null);
        };
    }

    /// Why nothing was imported, in the words of a page: what else there is to say stands below.
    private String reason() {
        var error = Objects.requireNonNullElse(report.error(), Wording.text("importing.it-failed"));
        if (columns() != null && error.contains(Tables.UNEXPLAINED)) {
            return Wording.text("importing.table-needs-columns", report.name());
        }
        return error.startsWith(UnreadableSourceException.NOTHING_FITS)
                ? Wording.text("importing.no-known-format-fits", report.name())
                : error;
    }

    /// Where the columns of a table are explained, null when it is none or its bytes are gone.
    private @Nullable String columns() {
        var format = report.format();
        return format != null && Tables.needMapping(format) && report.origin().rawKept() ? path + "/columns" : null;
    }

    private ImportPage.@Nullable Again again() {
        return report.origin().rawKept()
                ? new ImportPage.Again(
                        formats,
                        Objects.requireNonNullElse(report.origin().wantedFormat(), ""),
                        Objects.requireNonNullElse(report.origin().zone(), ""),
                        null)
                : null;
    }

    private ImportPage.Running reading() {
        var counts = report.counts();
        var talks = counts.talksAdded() + counts.talksChanged() + counts.talksUnchanged();
        return new ImportPage.Running(
                undo
                        ? Wording.text("importing.finding-out-what-can-be-taken")
                        : report.format() == null
                                ? Wording.text("importing.waiting-for-its-turn")
                                : Wording.text("importing.reading-and-comparing"),
                counts.places(),
                0,
                Wording.text("importing.so-far-read", Wording.count("count.talks", talks)),
                null);
    }

    private ImportPage.Running applying() {
        var steps = report.steps();
        return new ImportPage.Running(
                undo ? Wording.text("importing.taking-back") : Wording.text("importing.recording"),
                steps.applied(),
                steps.planned(),
                Wording.text(
                        "replay.of-a", Counts.of(steps.applied()), Wording.count("count.changes", steps.planned())),
                null);
    }

    private ImportPage.Report result() {
        var waiting = report.state() == State.PLANNED;
        var counts = report.counts();
        return new ImportPage.Report(
                waiting,
                undo ? Wording.text("importing.bring-it-back") : Wording.text("importing.undo-this-import"),
                summary(),
                figures(),
                notices(),
                undo ? List.of() : report.absence().withoutZone(),
                parts(),
                rejected(report.rejections()),
                Math.max(
                        0,
                        counts.rejected() - Math.min(SHOWN, report.rejections().size())),
                rejected(report.warnings()),
                Math.max(
                        0, counts.warnings() - Math.min(SHOWN, report.warnings().size())),
                waiting ? new ImportPage.Apply(report.absence().confirm() ? goneOf() : "") : null,
                undo ? null : again(),
                !waiting && counts.events() > 0 && report.origin().undoneBy() == null
                        ? new Flash.Undo(path + "/undo", report.id())
                        : null,
                links());
    }

    private String goneOf() {
        var gone = report.counts().gone();
        return Wording.text(
                "importing.cancel-of",
                Counts.of(gone),
                Wording.count("count.talks", gone + report.absence().known()));
    }

    private List<String> notices() {
        var notices = new ArrayList<String>();
        if (report.error() != null) {
            notices.add(Wording.text("importing.what-was-read-before-that-can", Wording.said(report.error())));
        }
        if (report.absence().confirm()) {
            notices.add(Wording.text(
                    "importing.many-are-gone",
                    Counts.of(report.counts().gone()),
                    Wording.count(
                            "count.talks",
                            report.counts().gone() + report.absence().known())));
        }
        if (report.origin().undoneBy() != null) {
            notices.add(Wording.text("importing.this-import-was-undone"));
        }
        return notices;
    }

    private List<Ref> links() {
        var links = new ArrayList<Ref>();
        var undoes = report.origin().undoes();
        if (undoes != null) {
            links.add(new Ref("/imports/" + undoes, Wording.text("importing.what-was-undone")));
        }
        var undoneBy = report.origin().undoneBy();
        if (undoneBy != null) {
            links.add(new Ref("/imports/" + undoneBy, Wording.text("importing.how-it-was-undone")));
        }
        return links;
    }

    private String summary() {
        var counts = report.counts();
        if (report.state() == State.PLANNED) {
            return Wording.count(
                    "importing.nothing-is-changed-yet", report.steps().planned());
        }
        if (counts.events() == 0) {
            return undo
                    ? Wording.text("importing.nothing-could-be-taken-back")
                    : Wording.text("importing.read-the-catalogue-has-all-of");
        }
        if (undo) {
            return counts.kept() == 0
                    ? Wording.text("importing.all-of-it-was-taken-back")
                    : Wording.text("importing.it-was-taken-back-except-what");
        }
        if (counts.talksChanged() == 0) {
            return Wording.text(
                    "importing.imported-new", Wording.count("count.new-talks", counts.talksAdded()), seconds());
        }
        return Wording.text(
                "importing.imported",
                Wording.count("count.new-talks", counts.talksAdded()),
                Wording.count("count.changed-ones", counts.talksChanged()),
                seconds());
    }

    private String seconds() {
        var finished = report.finished();
        return finished == null || report.dryRun()
                ? ""
                : Wording.text(
                        "replay.in",
                        String.format(
                                Wording.locale(),
                                "%.1f",
                                Duration.between(report.started(), finished).toMillis() / 1000.0));
    }

    private List<ImportPage.Figure> figures() {
        var counts = report.counts();
        var figures = new ArrayList<ImportPage.Figure>();
        if (undo) {
            addUnlessNone(figures, counts.talksAdded(), Wording.text("importing.back-again"));
            addUnlessNone(figures, counts.talksChanged(), Wording.text("importing.as-before"));
            addUnlessNone(figures, counts.gone(), "gone");
        } else {
            figures.add(new ImportPage.Figure(counts.talksAdded(), "new"));
            figures.add(new ImportPage.Figure(counts.talksChanged(), "changed"));
            figures.add(new ImportPage.Figure(counts.talksUnchanged(), "unchanged"));
            figures.add(new ImportPage.Figure(counts.gone(), "gone"));
        }
        addUnlessNone(
                figures,
                counts.kept(),
                undo
                        ? Wording.text("importing.kept-as-somebody-built-on-it")
                        : Wording.text("importing.kept-as-people-changed-them"));
        addUnlessNone(figures, counts.duplicates(), Wording.text("importing.perhaps-here-already"));
        addUnlessNone(figures, counts.hidden(), Wording.text("importing.hidden-at-the-sources-wish"));
        addUnlessNone(figures, counts.conferencesAdded(), Wording.text("importing.new-conferences"));
        addUnlessNone(figures, counts.conferencesChanged(), Wording.text("importing.changed-conferences"));
        addUnlessNone(figures, counts.speakersAdded(), Wording.text("importing.new-speakers"));
        addUnlessNone(figures, counts.ignored(), Wording.text("importing.left-out-such-as-breaks"));
        addUnlessNone(figures, counts.warnings(), "warnings");
        addUnlessNone(figures, counts.rejected(), "rejected");
        return figures;
    }

    private static void addUnlessNone(List<ImportPage.Figure> figures, long count, String label) {
        if (count > 0) {
            figures.add(new ImportPage.Figure(count, label));
        }
    }

    private List<ImportPage.Part> parts() {
        var parts = new ArrayList<ImportPage.Part>();
        var waiting = report.state() == State.PLANNED;
        add(
                parts,
                Kind.DUPLICATE,
                "same",
                Wording.text("importing.perhaps-here-already-a"),
                Wording.text("importing.nothing-is-joined-by-itself-say"),
                waiting && report.origin().rawKept() ? path + "/same" : null);
        add(
                parts,
                Kind.CONFLICT,
                "kept",
                undo ? Wording.text("importing.not-taken-back") : Wording.text("importing.kept-as-it-is"),
                undo
                        ? Wording.text("importing.somebody-built-on-these-so-they")
                        : Wording.text("importing.somebody-changed-these-since-their-version"),
                null);
        add(
                parts,
                Kind.GONE,
                "gone",
                undo ? Wording.text("importing.leaves-the-catalogue") : Wording.text("importing.gone-from-the-source"),
                "",
                null);
        add(
                parts,
                Kind.CHANGED,
                "changes",
                waiting ? Wording.text("importing.what-would-change") : Wording.text("importing.what-changed"),
                "",
                null);
        add(
                parts,
                Kind.NEW,
                "new",
                undo ? Wording.text("importing.comes-back") : Wording.text("importing.new"),
                "",
                null);
        return parts;
    }

    private void add(
            List<ImportPage.Part> parts, Kind kind, String id, String heading, String hint, @Nullable String all) {
        var things = entries.stream().filter(e -> e.kind() == kind).toList();
        if (!things.isEmpty()) {
            parts.add(new ImportPage.Part(
                    id,
                    heading,
                    hint,
                    things.stream().limit(SHOWN).map(this::thing).toList(),
                    Math.max(0, things.size() - SHOWN),
                    things.size() > 1 ? all : null));
        }
    }

    private ImportPage.ChangedThing thing(PlanEntry entry) {
        var recorded = report.state() != State.PLANNED || entry.kind() != Kind.NEW;
        var offered = entry.offered() && (entry.kind() == Kind.CONFLICT || report.state() == State.PLANNED);
        return new ImportPage.ChangedThing(
                switch (entry.kind()) {
                    case NEW -> "new";
                    case CHANGED -> "changed";
                    case GONE -> "gone";
                    case CONFLICT -> "kept";
                    case DUPLICATE -> "same?";
                },
                new Ref(recorded ? href(entry) : "", entry.name()),
                entry.changes().stream()
                        .map(c -> entry.kind() == Kind.CONFLICT
                                ? new ImportPage.ChangedField(c.label(), c.after(), c.before())
                                : new ImportPage.ChangedField(c.label(), c.before(), c.after()))
                        .toList(),
                note(entry),
                offered ? path + "/offers/" + entry.ordinal() : null,
                entry.kind() == Kind.CONFLICT
                        ? Wording.text("importing.take-the-sources")
                        : Wording.text("importing.it-is-the-same"));
    }

    private String note(PlanEntry entry) {
        var by = entry.by();
        if (by == null) {
            return entry.note();
        }
        var who = by.source() == null ? names.apply(by.actor()) : Wording.text("history.the-import-of", by.source());
        return (entry.note().isEmpty() ? "" : entry.note() + " ")
                + Wording.text("importing.the-catalogues-version-is-by", who);
    }

    private static String href(PlanEntry entry) {
        return switch (entry.thing()) {
            case "talk" -> Paths.talk(entry.id(), entry.name());
            case "conference" -> Paths.conference(entry.id(), entry.name());
            case "series" -> Paths.series(entry.id(), entry.name());
            default -> Paths.speaker(entry.id(), entry.name());
        };
    }

    private static List<ImportPage.Rejected> rejected(List<Rejection> rows) {
        return rows.stream()
                .limit(SHOWN)
                .map(r -> new ImportPage.Rejected(r.place(), r.value(), r.reason(), r.remedy()))
                .toList();
    }

    private static String outcome(ImportReport report) {
        var counts = report.counts();
        return switch (report.state()) {
            case RUNNING, APPLYING -> Wording.word("running");
            case DISCARDED -> Wording.word("discarded");
            case FAILED -> Wording.text("importing.stopped", Wording.said(String.valueOf(report.error())));
            case INTERRUPTED -> Wording.word("interrupted");
            case PLANNED, DONE -> {
                var words = new ArrayList<String>();
                words.add(Wording.text("importing.new-a", Counts.of(counts.talksAdded())));
                words.add(Wording.text("importing.changed", Counts.of(counts.talksChanged())));
                if (counts.gone() > 0) {
                    words.add(Wording.text("importing.gone", Counts.of(counts.gone())));
                }
                if (counts.rejected() > 0) {
                    words.add(Wording.text("importing.rejected-a", Counts.of(counts.rejected())));
                }
                yield (report.state() == State.PLANNED ? Wording.text("importing.waits-for-you") : "")
                        + String.join(", ", words)
                        + (report.origin().undoneBy() == null ? "" : Wording.text("importing.undone"));
            }
        };
    }
}

package org.talks.catalogue.importing.web;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.importing.ImportReport;
import org.talks.catalogue.importing.ImportReport.State;
import org.talks.catalogue.importing.PlanEntry;
import org.talks.catalogue.importing.PlanEntry.Kind;
import org.talks.catalogue.importing.format.Rejection;
import org.talks.catalogue.web.Counts;
import org.talks.catalogue.web.Dates;
import org.talks.catalogue.web.Flash;
import org.talks.catalogue.web.Paths;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.Visit;

/// Puts a report and its plan into the words of their page. For one page.
final class ImportReading {

    /// Records shown one by one; the API has more.
    private static final int SHOWN = 200;

    private static final String WHAT_REMAINS = "What was recorded before is complete.";

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
        facts.add("by " + names.apply(report.actor()));
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
                : "Read as " + title(report.format()) + ". " + report.why();
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
                        Objects.requireNonNullElse(report.error(), "It failed."),
                        report.steps().from() > 0 ? WHAT_REMAINS : "Nothing was recorded.",
                        again(),
                        report.steps().from() > 0 ? path + "/apply" : null);
            case DISCARDED -> new ImportPage.Stopped("The plan was discarded.", "Nothing was recorded.", again(), null);
            case INTERRUPTED ->
                new ImportPage.Stopped(
                        "The catalogue was stopped while it read.", "Nothing was recorded.", again(), null);
        };
    }

    private ImportPage.@Nullable Again again() {
        return report.origin().rawKept()
                ? new ImportPage.Again(
                        formats,
                        Objects.requireNonNullElse(report.origin().wantedFormat(), ""),
                        Objects.requireNonNullElse(report.origin().zone(), ""))
                : null;
    }

    private ImportPage.Running reading() {
        var counts = report.counts();
        var talks = counts.talksAdded() + counts.talksChanged() + counts.talksUnchanged();
        return new ImportPage.Running(
                undo
                        ? "Finding out what can be taken back"
                        : report.format() == null ? "Waiting for its turn" : "Reading and comparing",
                counts.places(),
                0,
                Counts.of(talks, "talk", "talks") + " so far",
                null);
    }

    private ImportPage.Running applying() {
        var steps = report.steps();
        return new ImportPage.Running(
                undo ? "Taking back" : "Recording",
                steps.applied(),
                steps.planned(),
                Counts.of(steps.applied()) + " of " + Counts.of(steps.planned(), "change", "changes"),
                null);
    }

    private ImportPage.Report result() {
        var waiting = report.state() == State.PLANNED;
        var counts = report.counts();
        return new ImportPage.Report(
                waiting,
                undo ? "Bring it back" : "Undo this import",
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
        return "Cancel " + Counts.of(gone) + " of "
                + Counts.of(gone + report.absence().known(), "talk", "talks");
    }

    private List<String> notices() {
        var notices = new ArrayList<String>();
        if (report.error() != null) {
            notices.add(report.error() + " What was read before that can be applied.");
        }
        if (report.absence().confirm()) {
            notices.add(Counts.of(report.counts().gone()) + " of "
                    + Counts.of(report.counts().gone() + report.absence().known(), "talk", "talks")
                    + " are gone from the source. That is a lot: is this the whole programme?");
        }
        if (report.origin().undoneBy() != null) {
            notices.add("This import was undone.");
        }
        return notices;
    }

    private List<Ref> links() {
        var links = new ArrayList<Ref>();
        var undoes = report.origin().undoes();
        if (undoes != null) {
            links.add(new Ref("/imports/" + undoes, "What was undone"));
        }
        var undoneBy = report.origin().undoneBy();
        if (undoneBy != null) {
            links.add(new Ref("/imports/" + undoneBy, "How it was undone"));
        }
        return links;
    }

    private String summary() {
        var counts = report.counts();
        if (report.state() == State.PLANNED) {
            return "Nothing is changed yet. " + Counts.of(report.steps().planned(), "change waits", "changes wait")
                    + " for you.";
        }
        if (counts.events() == 0) {
            return undo ? "Nothing could be taken back." : "Read; the catalogue has all of it already.";
        }
        if (undo) {
            return counts.kept() == 0
                    ? "All of it was taken back."
                    : "It was taken back, except what somebody built on.";
        }
        return "Imported " + Counts.of(counts.talksAdded(), "new talk", "new talks") + " and "
                + Counts.of(counts.talksChanged(), "changed one", "changed ones") + seconds() + ".";
    }

    private String seconds() {
        var finished = report.finished();
        return finished == null || report.dryRun()
                ? ""
                : String.format(
                        Locale.ENGLISH,
                        " in %.1f s",
                        Duration.between(report.started(), finished).toMillis() / 1000.0);
    }

    private List<ImportPage.Figure> figures() {
        var counts = report.counts();
        var figures = new ArrayList<ImportPage.Figure>();
        if (undo) {
            addUnlessNone(figures, counts.talksAdded(), "back again");
            addUnlessNone(figures, counts.talksChanged(), "as before");
            addUnlessNone(figures, counts.gone(), "gone");
        } else {
            figures.add(new ImportPage.Figure(counts.talksAdded(), "new"));
            figures.add(new ImportPage.Figure(counts.talksChanged(), "changed"));
            figures.add(new ImportPage.Figure(counts.talksUnchanged(), "unchanged"));
            figures.add(new ImportPage.Figure(counts.gone(), "gone"));
        }
        addUnlessNone(figures, counts.kept(), undo ? "kept, as somebody built on it" : "kept as people changed them");
        addUnlessNone(figures, counts.duplicates(), "perhaps here already");
        addUnlessNone(figures, counts.hidden(), "hidden at the source's wish");
        addUnlessNone(figures, counts.conferencesAdded(), "new conferences");
        addUnlessNone(figures, counts.conferencesChanged(), "changed conferences");
        addUnlessNone(figures, counts.speakersAdded(), "new speakers");
        addUnlessNone(figures, counts.ignored(), "left out, such as breaks");
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
                "Perhaps here already",
                "Nothing is joined by itself. Say which are the same; the source is then read again.",
                waiting && report.origin().rawKept() ? path + "/same" : null);
        add(
                parts,
                Kind.CONFLICT,
                "kept",
                undo ? "Not taken back" : "Kept as it is",
                undo
                        ? "Somebody built on these, so they stay."
                        : "Somebody changed these since; their version stays. Struck is what the source says instead.",
                null);
        add(parts, Kind.GONE, "gone", undo ? "Leaves the catalogue" : "Gone from the source", "", null);
        add(parts, Kind.CHANGED, "changes", waiting ? "What would change" : "What changed", "", null);
        add(parts, Kind.NEW, "new", undo ? "Comes back" : "New", "", null);
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
                entry.kind() == Kind.CONFLICT ? "Take the source's" : "It is the same");
    }

    private String note(PlanEntry entry) {
        var by = entry.by();
        if (by == null) {
            return entry.note();
        }
        var who = by.source() == null ? names.apply(by.actor()) : "the import of " + by.source();
        return (entry.note().isEmpty() ? "" : entry.note() + " ") + "The catalogue's version is by " + who + ".";
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
            case RUNNING, APPLYING -> "running";
            case DISCARDED -> "discarded";
            case FAILED -> "stopped: " + report.error();
            case INTERRUPTED -> "interrupted";
            case PLANNED, DONE -> {
                var words = new ArrayList<String>();
                words.add(Counts.of(counts.talksAdded()) + " new");
                words.add(Counts.of(counts.talksChanged()) + " changed");
                if (counts.gone() > 0) {
                    words.add(Counts.of(counts.gone()) + " gone");
                }
                if (counts.rejected() > 0) {
                    words.add(Counts.of(counts.rejected()) + " rejected");
                }
                yield (report.state() == State.PLANNED ? "waits for you: " : "")
                        + String.join(", ", words)
                        + (report.origin().undoneBy() == null ? "" : ", undone");
            }
        };
    }
}

package org.talks.catalogue.cli;

import java.util.Locale;
import org.talks.catalogue.cli.Operations.ImportResult;
import org.talks.catalogue.cli.Operations.PlanLine;
import org.talks.catalogue.cli.Operations.State;

/// Tells at a terminal what came of an import.
final class ImportTelling {

    /// Of the rejected records; `--json` has more of them.
    private static final int REMARKS_MAX = 20;

    /// Lines of a plan; the page and the API have more.
    private static final int PLAN_MAX = 200;

    private final Verb verb;

    ImportTelling(Verb verb) {
        this.verb = verb;
    }

    /// @return the exit code
    int tell(String name, ImportResult result, Operations operations) {
        if (verb.json()) {
            verb.printJson(result);
        } else if (ended(result)) {
            verb.print(summary(name, result));
            if (result.state() == State.PLANNED) {
                tellPlan(result, operations);
            }
            result.rejections().stream()
                    .limit(REMARKS_MAX)
                    .forEach(r -> verb.remark(Terminal.printable(
                            "rejected: %s: %s (%s) %s".formatted(r.place(), r.reason(), r.value(), r.remedy()))));
            var more = result.count("rejected") - REMARKS_MAX;
            if (more > 0) {
                verb.remark("… and " + more + " more; --json lists them.");
            }
            tellZones(result);
        }
        return switch (result.state()) {
            case DONE, DISCARDED -> result.count("rejected") > 0 ? Exit.WITH_REMARKS : Exit.OK;
            case PLANNED -> {
                var confirm = result.absence() != null && result.absence().confirm();
                if (confirm) {
                    verb.remark(talks(result.count("gone"))
                            + " gone from the source. Nothing was recorded; say what becomes of them: imports "
                            + result.id() + " --apply --gone=cancel, or --gone=leave.");
                }
                yield (confirm && !result.dryRun()) || result.count("rejected") > 0 ? Exit.WITH_REMARKS : Exit.OK;
            }
            case FAILED, CANCELLED, INTERRUPTED, RUNNING, APPLYING -> {
                verb.remark(
                        Terminal.printable(name + ": " + (result.error() == null ? standing(result) : result.error())));
                yield Exit.CANNOT;
            }
        };
    }

    private static boolean ended(ImportResult result) {
        return switch (result.state()) {
            case DONE, DISCARDED, PLANNED -> true;
            case FAILED, CANCELLED, INTERRUPTED, RUNNING, APPLYING -> false;
        };
    }

    private static String standing(ImportResult result) {
        var words = switch (result.state()) {
            case RUNNING, APPLYING -> "The import is still running.";
            case INTERRUPTED -> "The catalogue was stopped while it read; nothing was recorded.";
            default -> "The import failed.";
        };
        return words + " See: imports " + result.id();
    }

    private void tellPlan(ImportResult result, Operations operations) {
        var lines = operations.plan(result.id());
        lines.stream().limit(PLAN_MAX).forEach(this::tell);
        if (lines.size() > PLAN_MAX) {
            verb.print("… and " + grouped(lines.size() - PLAN_MAX) + " more lines");
        }
        if (result.absence() == null || !result.absence().confirm()) {
            verb.print("Nothing is recorded yet. Apply it: imports " + result.id() + " --apply");
        }
    }

    private void tell(PlanLine line) {
        verb.print(Terminal.printable("%s %s: %s%s"
                .formatted(
                        line.kind().toLowerCase(Locale.ROOT),
                        line.thing(),
                        line.name(),
                        line.note().isEmpty() ? "" : " (" + line.note() + ")")));
        line.changes()
                .forEach(c -> verb.print(
                        "    " + Terminal.printable("%s: %s -> %s".formatted(c.label(), c.before(), c.after()))));
    }

    private void tellZones(ImportResult result) {
        var absence = result.absence();
        if (absence != null && !absence.withoutZone().isEmpty()) {
            verb.remark(Terminal.printable("no time zone: " + String.join(", ", absence.withoutZone())
                    + ". Clock times are kept as they are; import again with --zone to set it."));
        }
    }

    static String summary(String name, ImportResult result) {
        if (result.undoes()) {
            return "%s: %s taken out, %s brought back, %s changed, %s events"
                    .formatted(
                            name,
                            grouped(result.count("gone")) + (result.count("gone") == 1 ? " talk" : " talks"),
                            grouped(result.count("talksAdded")),
                            grouped(result.count("talksChanged")),
                            grouped(result.count("events")));
        }
        var would = result.dryRun() ? " would be" : "";
        return "%s: %s, %s talks%s added, %s changed, %s unchanged, %s%s rejected, %s events"
                .formatted(
                        name,
                        result.format() == null ? "no known format" : result.format(),
                        grouped(result.count("talksAdded")),
                        would,
                        grouped(result.count("talksChanged")),
                        grouped(result.count("talksUnchanged")),
                        result.count("gone") == 0 ? "" : grouped(result.count("gone")) + " gone, ",
                        grouped(result.count("rejected")),
                        grouped(result.count("events")));
    }

    private static String talks(long number) {
        return number == 1 ? "1 talk is" : grouped(number) + " talks are";
    }

    static String grouped(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }
}

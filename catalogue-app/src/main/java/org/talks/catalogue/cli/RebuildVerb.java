package org.talks.catalogue.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.cli.Operations.RebuildRequest;
import org.talks.catalogue.cli.Operations.RebuildResult;
import org.talks.catalogue.cli.Operations.State;
import org.talks.catalogue.cli.Operations.ViewState;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "rebuild",
        description = {
            "Builds views anew from the event log, then switches to them.",
            "Searching and editing go on meanwhile. The generation before is kept, to go back to."
        })
final class RebuildVerb extends Verb {

    @Option(names = "--view", paramLabel = "NAME", description = "Only this view: relational or index.")
    private @Nullable String view;

    @ArgGroup
    private What what = new What();

    /// What else than a rebuild of whole views; one of them at a time.
    static final class What {
        @Option(
                names = "--talk",
                paramLabel = "ID",
                description = "Fold only this talk anew, in the views as they are.")
        private @Nullable String talk;

        @Option(
                names = "--dry-run",
                description = "Build, compare with the views as they are, print the differences, switch to nothing."
                        + " The exit code is 1 when there are any.")
        private boolean dryRun;

        @Option(names = "--rollback", description = "Go back to the generation before; again to return.")
        private boolean rollback;

        @Option(names = "--retry", description = "Try again what is left out since an event could not be applied.")
        private boolean retry;
    }

    RebuildVerb(Terminal terminal, Application application) {
        super(terminal, application);
    }

    @Override
    public Integer call() {
        return catalogue().existing().use(operations -> {
            if (what.rollback) {
                return rolledBack(operations.rollBack(view));
            }
            return what.retry ? retried(operations.retryParked()) : rebuild(operations);
        });
    }

    private int rebuild(Operations operations) {
        RebuildResult result;
        try (var progress = new ProgressLine(terminal())) {
            result = operations.rebuild(new RebuildRequest(view, what.talk, what.dryRun), progress);
        }
        if (json()) {
            printJson(result);
        }
        if (result.state() != State.DONE) {
            remark(
                    result.error() == null
                            ? "The rebuild was cancelled; the views are as they were."
                            : "The rebuild failed: " + result.error());
            return Exit.CANNOT;
        }
        if (!json()) {
            report(result);
        }
        return result.differenceCount() == 0 ? Exit.OK : Exit.WITH_REMARKS;
    }

    private void report(RebuildResult result) {
        if (what.talk != null) {
            print("The talk was folded anew from the log.");
        } else if (!what.dryRun) {
            print(
                    view == null
                            ? "The views were rebuilt from the log."
                            : "The " + Terminal.printable(view) + " view was rebuilt from the log.");
        } else if (result.differenceCount() == 0) {
            print("What is shown is exactly what the log gives.");
        } else {
            result.differences().forEach(line -> print(Terminal.printable(line)));
            print("Differences: %d. Rebuild to put them right.".formatted(result.differenceCount()));
        }
    }

    private int rolledBack(List<ViewState> views) {
        if (json()) {
            views.forEach(this::printJson);
        } else {
            views.forEach(state -> print("%s: generation %d is in use, at position %d"
                    .formatted(state.name(), state.generation(), state.position())));
        }
        return Exit.OK;
    }

    private int retried(List<ViewState> views) {
        var left = 0;
        for (var state : views) {
            if (json()) {
                printJson(state);
            }
            for (var parked : state.parked()) {
                left++;
                if (!json()) {
                    print("%s still leaves out %s since event %d: %s"
                            .formatted(
                                    state.name(),
                                    Terminal.printable(parked.stream()),
                                    parked.position(),
                                    Terminal.printable(parked.reason())));
                }
            }
        }
        if (left == 0 && !json()) {
            print("Nothing is left out.");
        }
        return left == 0 ? Exit.OK : Exit.WITH_REMARKS;
    }
}

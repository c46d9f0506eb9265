package org.talks.catalogue.cli;

import org.talks.catalogue.cli.Operations.RebuildResult;
import org.talks.catalogue.cli.Operations.State;
import picocli.CommandLine.Command;

@Command(
        name = "rebuild",
        description = {
            "Builds all views anew from the event log, then switches to them.",
            "Searching and editing go on meanwhile."
        })
final class RebuildVerb extends Verb {

    RebuildVerb(Terminal terminal, Application application) {
        super(terminal, application);
    }

    @Override
    public Integer call() {
        return catalogue().existing().use(operations -> {
            RebuildResult result;
            try (var progress = new ProgressLine(terminal())) {
                result = operations.rebuild(progress);
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
                print("The views were rebuilt from the log.");
            }
            return Exit.OK;
        });
    }
}

package org.talks.catalogue.cli;

import org.talks.catalogue.cli.Operations.Verification;
import picocli.CommandLine.Command;

@Command(
        name = "verify",
        description = {
            "Checks the event log's hash chain, and the views against the log.",
            "The exit code is 1 when something differs."
        })
final class VerifyVerb extends Verb {

    VerifyVerb(Terminal terminal, Application application) {
        super(terminal, application);
    }

    @Override
    public Integer call() {
        Verification result = catalogue().existing().use(operations -> {
            try (var progress = new ProgressLine(terminal())) {
                return operations.verify(progress);
            }
        });
        if (json()) {
            printJson(result);
        } else {
            for (var check : result.checks()) {
                print("%s: %s%s"
                        .formatted(
                                check.name(),
                                check.ok() ? "ok" : "DIFFERS",
                                check.detail().isEmpty() ? "" : ", " + Terminal.printable(check.detail())));
            }
        }
        return result.ok() ? Exit.OK : Exit.WITH_REMARKS;
    }
}

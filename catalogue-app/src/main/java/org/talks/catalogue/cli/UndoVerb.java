package org.talks.catalogue.cli;

import org.talks.catalogue.cli.Operations.Decision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "undo",
        description = {
            "Takes an import back, as far as nobody built on it, and prints what stays.",
            "What it does is an import itself, so it can be undone, too."
        })
final class UndoVerb extends Verb {

    @Parameters(paramLabel = "ID", description = "The import.")
    private String id = "";

    UndoVerb(Terminal terminal, Application application) {
        super(terminal, application);
    }

    @Override
    public Integer call() {
        return catalogue().existing().use(operations -> {
            Operations.ImportResult result;
            try (var progress = new ProgressLine(terminal())) {
                result = operations.decide(id, Decision.UNDO, progress);
            }
            var code = new ImportTelling(this).tell(result.name(), result, operations);
            var kept = operations.plan(result.id()).stream()
                    .filter(line -> line.kind().equals("CONFLICT"))
                    .toList();
            kept.forEach(line ->
                    remark(Terminal.printable("kept: " + line.thing() + " " + line.name() + ": " + line.note())));
            return kept.isEmpty() ? code : Math.max(code, Exit.WITH_REMARKS);
        });
    }
}

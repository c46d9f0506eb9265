package org.talks.catalogue.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.cli.Operations.Decision;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "imports",
        description = {
            "Lists the latest imports, or tells of one what it planned.",
            "A plan that waits is applied or discarded with its id."
        })
final class ImportsVerb extends Verb {

    enum Gone {
        CANCEL,
        LEAVE
    }

    @Parameters(arity = "0..1", paramLabel = "ID", description = "One import.")
    private @Nullable String id;

    @Option(names = "--apply", description = "Carry out its plan.")
    private boolean apply;

    @Option(names = "--discard", description = "Throw its plan away.")
    private boolean discard;

    @Option(
            names = "--gone",
            paramLabel = "WHAT",
            description = "What becomes of many talks that are gone from the source: ${COMPLETION-CANDIDATES}.")
    private @Nullable Gone gone;

    @Spec
    private @Nullable CommandSpec spec;

    ImportsVerb(Terminal terminal, Application application) {
        super(terminal, application);
    }

    @Override
    public Integer call() {
        var wanted = id;
        if ((apply || discard) && (wanted == null || (apply && discard)) && spec != null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "Name one import, and say either --apply or --discard.");
        }
        return catalogue().existing().use(operations -> {
            if (wanted == null) {
                operations.imports().forEach(result -> {
                    if (json()) {
                        printJson(result);
                    } else {
                        print(String.join(
                                "\t",
                                result.id(),
                                result.state().name().toLowerCase(Locale.ROOT),
                                Terminal.printable(result.name()),
                                ImportTelling.grouped(result.count("events")) + " events"));
                    }
                });
                return Exit.OK;
            }
            if (!apply && !discard) {
                return show(operations, wanted);
            }
            try (var progress = new ProgressLine(terminal())) {
                var result = operations.decide(wanted, decision(), progress);
                return new ImportTelling(this).tell(result.name(), result, operations);
            }
        });
    }

    private int show(Operations operations, String wanted) {
        operations.plan(wanted).forEach(line -> {
            if (json()) {
                printJson(line);
            } else {
                print(String.join(
                        "\t", line.kind().toLowerCase(Locale.ROOT), line.thing(), Terminal.printable(line.name())));
            }
        });
        return Exit.OK;
    }

    private Decision decision() {
        if (discard) {
            return Decision.DISCARD;
        }
        return switch (gone) {
            case CANCEL -> Decision.APPLY_AND_CANCEL_GONE;
            case LEAVE -> Decision.APPLY_AND_LEAVE_GONE;
            case null -> Decision.APPLY;
        };
    }
}

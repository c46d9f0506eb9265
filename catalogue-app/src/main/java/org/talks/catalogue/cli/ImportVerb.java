package org.talks.catalogue.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.cli.Operations.ImportRequest;
import org.talks.catalogue.cli.Operations.ImportResult;
import org.talks.catalogue.cli.Operations.State;
import org.talks.catalogue.command.Refused;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description = {
            "Imports talks from files, directories or archives.",
            "Importing the same again changes nothing. One bad record never stops the rest: it is reported on"
                    + " standard error, and the exit code is 1."
        })
final class ImportVerb extends Verb {

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "What to import, one after another.")
    private List<Path> paths = List.of();

    @Option(names = "--format", paramLabel = "ID", description = "The format, when it is not recognised.")
    private @Nullable String format;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Time zone of conferences that name none: Europe/Dublin.")
    private @Nullable String zone;

    @Option(
            names = "--talk",
            paramLabel = "ID",
            description = "The talk that a transcript belongs to, when the name of its file does not tell.")
    private @Nullable String talk;

    @Option(
            names = "--mapping",
            paramLabel = "COLUMNS",
            description = {
                "What the columns of a table mean: title=Talk; speakers=Presenter; dates=day-first.",
                "'proposed' agrees with what their names suggest. It is remembered for tables with these columns."
            })
    private @Nullable String mapping;

    @Option(names = "--dry-run", description = "Make the plan, print it, and record nothing.")
    private boolean dryRun;

    @Spec
    private @Nullable CommandSpec spec;

    ImportVerb(Terminal terminal, Application application) {
        super(terminal, application);
    }

    @Override
    public Integer call() {
        checkZone();
        for (var path : paths) {
            if (!Files.isReadable(path)) {
                throw new CannotException(
                        Files.exists(path) ? path + " cannot be read: no permission." : "There is no " + path + ".");
            }
        }
        return catalogue().useBriefly(operations -> {
            var cutOff = operations.cutOff().stream().map(ImportResult::id).toList();
            int worst = Exit.OK;
            for (var path : paths) {
                worst = Math.max(worst, importOne(operations, path));
            }
            tellFinished(cutOff, operations);
            return worst;
        });
    }

    /// What another process began, and was cut off in, is finished before anything new begins: this import may then
    /// find its talks recorded already.
    private void tellFinished(List<String> cutOff, Operations operations) {
        if (json() || cutOff.isEmpty()) {
            return;
        }
        operations.imports().stream()
                .filter(i -> i.state() == State.DONE && cutOff.contains(i.id()))
                .forEach(i -> remark(Terminal.printable("Finished first, because it was cut off: import " + i.id()
                        + " of " + ImportTelling.summary(i.name(), i))));
    }

    private int importOne(Operations operations, Path path) {
        var request = new ImportRequest(path.toAbsolutePath().normalize(), format, zone, dryRun, talk, mapping);
        ImportResult result;
        try (var progress = new ProgressLine(terminal())) {
            result = operations.importPath(request, progress);
        } catch (CannotException | Refused e) {
            // The other paths are no worse for it.
            remark(path + ": " + e.getMessage());
            return Exit.CANNOT;
        }
        return new ImportTelling(this).tell(path.toString(), result, operations);
    }

    private void checkZone() {
        try {
            if (zone != null) {
                ZoneId.of(zone);
            }
        } catch (DateTimeException _) {
            if (spec != null) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), "There is no time zone " + zone + ". Europe/Dublin would be one.");
            }
        }
    }
}

package org.talks.catalogue.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "backup",
        description = {
            "Copies the catalogue into a directory of its own while it goes on: log, accounts, imported files.",
            "The copied log is verified. Views are not in it: they are built again from the log.",
            "To restore, start with the backup, or a copy of it, as the data directory."
        })
final class BackupVerb extends Verb {

    @Parameters(paramLabel = "DIRECTORY", description = "Where to; must be empty or not there.")
    private Path directory = Path.of("");

    BackupVerb(Terminal terminal, Application application) {
        super(terminal, application);
    }

    @Override
    public Integer call() {
        try (var progress = new ProgressLine(terminal())) {
            var made = catalogue().existing().backup(directory, progress);
            if (json()) {
                printJson(made);
            } else {
                print("%,d events and %,d imported files; the log ends with chain %s"
                        .formatted(made.position(), made.files(), made.chain()));
            }
        }
        return Exit.OK;
    }
}

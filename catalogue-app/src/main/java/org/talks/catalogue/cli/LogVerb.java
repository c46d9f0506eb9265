package org.talks.catalogue.cli;

import java.nio.file.Path;
import org.talks.catalogue.archive.ExportFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "log",
        description = "Takes the event log out of its database, and in again.",
        synopsisSubcommandLabel = "export|import",
        mixinStandardHelpOptions = true)
final class LogVerb {

    @Command(
            name = "export",
            description = {
                "Writes the event log as lines of JSON, with a manifest as the last one.",
                "Packed when the name ends in .gz. Everything is in it, also who did what and what is suppressed.",
                "Editing goes on meanwhile. What an interrupted export left is gone on with."
            })
    static final class Export extends Verb {

        @Parameters(paramLabel = "FILE", description = "Where to; must not be there.")
        private Path file = Path.of("");

        @Option(names = "--after", paramLabel = "POSITION", description = "Only what follows this position.")
        private long after;

        Export(Terminal terminal, Application application) {
            super(terminal, application);
        }

        @Override
        public Integer call() {
            try (var progress = new ProgressLine(terminal())) {
                var written = catalogue().existing().exportLog(new ExportFile(file), after, progress);
                if (json()) {
                    printJson(written);
                } else {
                    print("%,d events up to position %d, chain %s%s"
                            .formatted(
                                    written.events(),
                                    written.last(),
                                    written.chain(),
                                    written.redactions() == 0 ? "" : ", " + written.redactions() + " redacted"));
                }
            }
            return Exit.OK;
        }
    }

    @Command(
            name = "import",
            description = {
                "Takes an exported log into an empty data directory, or into a log that it continues.",
                "The file is checked first; of one that was cut off or altered nothing is taken.",
                "An import that was interrupted goes on when it is done again."
            })
    static final class Import extends Verb {

        @Parameters(paramLabel = "FILE", description = "What `log export` wrote.")
        private Path file = Path.of("");

        Import(Terminal terminal, Application application) {
            super(terminal, application);
        }

        @Override
        public Integer call() {
            try (var progress = new ProgressLine(terminal())) {
                var taken = catalogue().importLog(file.toAbsolutePath().normalize(), progress);
                if (json()) {
                    printJson(taken);
                } else {
                    print("%,d events appended, %,d were there already; the log ends at position %d, chain %s"
                            .formatted(taken.appended(), taken.present(), taken.head(), taken.chain()));
                }
            }
            return Exit.OK;
        }
    }
}

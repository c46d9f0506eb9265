package org.talks.catalogue.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.cli.Operations.SourceRequest;
import org.talks.catalogue.cli.Operations.SourceResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "source",
        description = "Keeps addresses that are fetched again and again.",
        synopsisSubcommandLabel = "add | list | check | remove",
        mixinStandardHelpOptions = true)
final class SourceVerb {

    private static String line(SourceResult source) {
        var interval = source.everyMinutes() == 0 ? "when asked" : "every " + source.everyMinutes() + " min";
        return String.join(
                "\t",
                source.id(),
                Terminal.printable(source.url()),
                interval + (source.apply() ? ", applied at once" : ""),
                Terminal.printable(source.outcome()));
    }

    @Command(name = "add", description = "Keeps an address; a running server fetches it in its time.")
    static final class Add extends Verb {

        @Parameters(paramLabel = "URL", description = "https://…")
        private String url = "";

        @Option(
                names = "--every",
                paramLabel = "DURATION",
                description = "How often: PT6H, P1D. Without it, only when asked.")
        private @Nullable Duration every;

        @Option(names = "--apply", description = "Apply at once what changed, instead of waiting for a person.")
        private boolean apply;

        @Option(names = "--format", paramLabel = "ID", description = "The format, when it is not recognised.")
        private @Nullable String format;

        @Option(names = "--zone", paramLabel = "ZONE", description = "Time zone, when the source names none.")
        private @Nullable String zone;

        Add(Terminal terminal, Application application) {
            super(terminal, application);
        }

        @Override
        public Integer call() {
            return catalogue().use(operations -> {
                var added = operations.addSource(new SourceRequest(
                        url, format, zone, every == null ? 0 : Math.toIntExact(every.toMinutes()), apply));
                if (json()) {
                    printJson(added);
                } else {
                    print(line(added));
                }
                return Exit.OK;
            });
        }
    }

    @Command(name = "list", description = "Lists the addresses.")
    static final class Listing extends Verb {

        Listing(Terminal terminal, Application application) {
            super(terminal, application);
        }

        @Override
        public Integer call() {
            return catalogue().existing().use(operations -> {
                operations.sources().forEach(source -> {
                    if (json()) {
                        printJson(source);
                    } else {
                        print(line(source));
                    }
                });
                return Exit.OK;
            });
        }
    }

    @Command(name = "check", description = "Fetches one now, and imports it when it changed.")
    static final class Check extends Verb {

        @Parameters(paramLabel = "ID", description = "The source.")
        private String id = "";

        Check(Terminal terminal, Application application) {
            super(terminal, application);
        }

        @Override
        public Integer call() {
            return catalogue().existing().use(operations -> {
                SourceResult source;
                try (var progress = new ProgressLine(terminal())) {
                    source = operations.checkSource(id, progress);
                }
                if (json()) {
                    printJson(source);
                } else {
                    print(line(source));
                }
                return source.outcome().startsWith("Not fetched") ? Exit.CANNOT : Exit.OK;
            });
        }
    }

    @Command(name = "remove", description = "Keeps it no longer; what was imported stays.")
    static final class Remove extends Verb {

        @Parameters(paramLabel = "ID", description = "The source.")
        private String id = "";

        Remove(Terminal terminal, Application application) {
            super(terminal, application);
        }

        @Override
        public Integer call() {
            return catalogue().existing().use(operations -> {
                operations.removeSource(id);
                return Exit.OK;
            });
        }
    }
}

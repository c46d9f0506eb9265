package org.talks.catalogue.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "aot-cache",
        description = {
            "Records a cache with which the server starts in about half the time, and prints the command for it.",
            "Takes about half a minute and 100 MB of disk. Record it anew after each update of the program or the JDK."
        })
final class AotCacheVerb extends Verb {

    @Option(
            names = "--directory",
            paramLabel = "DIRECTORY",
            description = "Where the cache goes; beside the jar by default, or in the data"
                    + " directory where that may not be written.")
    private @Nullable Path directory;

    private final Supplier<Path> program;

    /// @param program the jar that this process was started from
    AotCacheVerb(Terminal terminal, Application application, Supplier<Path> program) {
        super(terminal, application);
        this.program = program;
    }

    @Override
    public Integer call() {
        var jar = program.get();
        var place = directory == null
                ? AotCache.defaultDirectory(jar, dataDirectory())
                : directory.toAbsolutePath().normalize();
        List<String> command;
        try (var progress = new ProgressLine(terminal())) {
            command = new AotCache(jar, place).record(progress);
        }
        if (json()) {
            record Recorded(List<String> command) {}
            printJson(new Recorded(command));
        } else {
            print(String.join(" ", command.stream().map(AotCacheVerb::quoted).toList()));
        }
        return Exit.OK;
    }

    private static String quoted(String word) {
        return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}

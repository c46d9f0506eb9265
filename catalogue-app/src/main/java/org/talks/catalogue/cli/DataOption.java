package org.talks.catalogue.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option `--data`, the same for every verb and found the same way as by the server.
final class DataOption {

    private static final String DEFAULT = "data";

    @Option(
            names = "--data",
            paramLabel = "DIRECTORY",
            description = "The data directory; else $CATALOGUE_DATA, else data in the working directory.")
    private @Nullable Path given;

    Path directory() {
        return (given != null ? given : fallback()).toAbsolutePath().normalize();
    }

    private static Path fallback() {
        var property = System.getProperty("catalogue.data");
        var variable = System.getenv("CATALOGUE_DATA");
        return Path.of(property != null ? property : variable != null ? variable : DEFAULT);
    }
}

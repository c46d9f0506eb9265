package org.talks.catalogue.importing.format;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// Finds the small files of this repository and, where present, the real ones beside it.
public final class Fixtures {

    private static final Path OWN = Path.of("src", "test", "resources", "formats");
    private static final Path SHARED = Path.of(System.getProperty("repository.root", ".."), "..", "shared", "data")
            .normalize();

    private Fixtures() {}

    public static Path root() {
        return OWN;
    }

    public static SourceFile own(String path) throws Exception {
        return SourceFiles.of(OWN.resolve(path));
    }

    /// Skips the test when the real files are not there.
    public static Path shared(String path) {
        Path file = SHARED.resolve(path);
        assumeTrue(Files.exists(file), "real files are not beside this repository");
        return file;
    }
}

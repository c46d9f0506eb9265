package org.talks.catalogue.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Sees to it that files outlive a power cut.
final class Durable {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private Durable() {}

    static void file(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /// Makes the name of a file durable. Only POSIX systems open a directory for this; others have no such call.
    static void directory(Path file) throws IOException {
        if (POSIX) {
            try (var channel = FileChannel.open(file.resolveSibling("."), StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}

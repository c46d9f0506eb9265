package org.talks.catalogue.data;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/// Small files, most of them one JSON object, that are replaced as a whole: a reader sees the old or the new
/// content, also after a power cut.
final class SmallFile {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private SmallFile() {}

    /// Owner only where the file system knows owners; elsewhere the directory's own protection has to do.
    static FileAttribute<?>[] ownerOnly() {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    static void replace(Path file, Object content, FileAttribute<?>... attributes) throws IOException {
        replace(file, JSON.writeValueAsBytes(content), attributes);
    }

    static void replace(Path file, byte[] content, FileAttribute<?>... attributes) throws IOException {
        var temporary = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(temporary);
        try (var channel = FileChannel.open(temporary, Set.of(WRITE, CREATE_NEW), attributes)) {
            var bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceDirectory(file.resolveSibling("."));
    }

    /// Makes the new name durable. Only POSIX systems open a directory for this; others have no such call.
    static void forceDirectory(Path directory) throws IOException {
        if (POSIX) {
            try (var channel = FileChannel.open(directory, READ)) {
                channel.force(true);
            }
        }
    }
}

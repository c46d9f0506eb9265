package org.talks.catalogue.data;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The data directory cannot be used. The message is a sentence for the operator: what, where and what to do.
public class DataDirectoryException extends RuntimeException {

    DataDirectoryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /// What the operating system's refusal means for the person who started the catalogue.
    static DataDirectoryException because(Path path, IOException failure) {
        return switch (failure) {
            case AccessDeniedException _ ->
                new DataDirectoryException(
                        "No permission to write in the data directory at %s. Give it to the user that runs the"
                                        .formatted(path)
                                + " catalogue (chown), or name another directory with --data.",
                        failure);
            case FileAlreadyExistsException _, NotDirectoryException _ -> notADirectory(path, failure);
            case FileSystemException f when reads(f, "read-only") -> readOnly(path, failure);
            case FileSystemException f when reads(f, "not a directory") -> notADirectory(path, failure);
            case FileSystemException f
            when reads(f, "no space") ->
                new DataDirectoryException(
                        "The disk of the data directory at %s is full. Free some space and start again."
                                .formatted(path),
                        failure);
            default ->
                new DataDirectoryException(
                        "The data directory at %s cannot be used: %s".formatted(path, failure.getMessage()), failure);
        };
    }

    static DataDirectoryException readOnly(Path path, @Nullable IOException failure) {
        return new DataDirectoryException(
                "The data directory at %s is read-only. Mount it writable, or name another directory with --data."
                        .formatted(path),
                failure);
    }

    private static DataDirectoryException notADirectory(Path path, IOException failure) {
        return new DataDirectoryException(
                "%s, or something on the way to it, is a file and not a directory. Name a directory with --data."
                        .formatted(path),
                failure);
    }

    private static boolean reads(FileSystemException failure, String words) {
        var reason = failure.getReason();
        return reason != null && reason.toLowerCase(Locale.ROOT).contains(words);
    }

    /// Another process holds the directory's lock. If it is a server, [RunningServer#find(Path)] tells how to
    /// reach it.
    public static final class InUse extends DataDirectoryException {

        private final transient OptionalLong pid;

        InUse(Path path, OptionalLong pid) {
            super(
                    "The data directory at %s is in use by another catalogue (%s). Stop that one first, or name another"
                                    .formatted(path, pid.isPresent() ? "process " + pid.getAsLong() : "process unknown")
                            + " directory with --data; two at once would damage the event log.",
                    null);
            this.pid = pid;
        }

        /// The process that holds the lock, where it has already written its id.
        public OptionalLong pid() {
            return pid;
        }
    }
}

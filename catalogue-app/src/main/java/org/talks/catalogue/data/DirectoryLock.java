package org.talks.catalogue.data;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The exclusive lock on a data directory: the operating system's, so it ends with the process however that ends.
///
/// POSIX releases a process's locks on a file as soon as the process closes *any* descriptor of that file. So
/// this class alone opens the file, and never a second time while this process holds it: [#HELD] says when.
final class DirectoryLock implements Closeable {

    /// Unknown holder: the lock is held, its process has not written its id yet.
    static final long UNKNOWN_PID = -1;

    /// The locked byte lies behind the content, so that the holder's id can be read where locks are mandatory.
    private static final long LOCKED_BYTE = 1024;

    /// Somebody who only asks who holds the lock takes it for microseconds; that must not stop a start.
    private static final int ATTEMPTS = 5;

    private static final long BETWEEN_ATTEMPTS_NANOS = 50_000_000;

    /// Longest process id that is read.
    private static final int PID_LENGTH_MAX = 20;

    /// Lock files that this process holds.
    private static final Set<Path> HELD = new HashSet<>();

    private final Path file;
    private final FileChannel channel;

    private DirectoryLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// @param directory a directory that exists, as its real path
    static DirectoryLock take(Path directory) throws IOException {
        var file = directory.resolve(DataDirectory.LOCK);
        synchronized (HELD) {
            if (HELD.contains(file)) {
                throw new DataDirectoryException.InUse(
                        directory, OptionalLong.of(ProcessHandle.current().pid()));
            }
            var channel = FileChannel.open(file, CREATE, READ, WRITE);
            try {
                if (lock(channel, ATTEMPTS) == null) {
                    throw new DataDirectoryException.InUse(directory, known(read(channel)));
                }
                channel.truncate(0);
                channel.write(
                        StandardCharsets.US_ASCII.encode(ProcessHandle.current().pid() + "\n"));
                HELD.add(file);
                return new DirectoryLock(file, channel);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        }
    }

    /// The process that holds a directory's lock, [#UNKNOWN_PID] where it is held by nobody knows whom.
    static OptionalLong holderOf(Path directory) {
        try {
            var file = directory.toRealPath().resolve(DataDirectory.LOCK);
            synchronized (HELD) {
                if (HELD.contains(file)) {
                    return OptionalLong.of(ProcessHandle.current().pid());
                }
                try (var channel = FileChannel.open(file, READ, WRITE)) {
                    return lock(channel, 1) == null ? OptionalLong.of(read(channel)) : OptionalLong.empty();
                }
            }
        } catch (NoSuchFileException _) {
            return OptionalLong.empty();
        } catch (IOException e) {
            throw DataDirectoryException.because(directory, e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel, int attempts) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                var lock = channel.tryLock(LOCKED_BYTE, 1, false);
                if (lock != null || attempt == attempts) {
                    return lock;
                }
            } catch (OverlappingFileLockException _) {
                // Held by this JVM, in a class loader of its own.
                return null;
            }
            LockSupport.parkNanos(BETWEEN_ATTEMPTS_NANOS);
        }
    }

    private static long read(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(PID_LENGTH_MAX);
        channel.read(bytes, 0);
        var text = StandardCharsets.US_ASCII.decode(bytes.flip()).toString().strip();
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : UNKNOWN_PID;
    }

    private static OptionalLong known(long pid) {
        return pid == UNKNOWN_PID ? OptionalLong.empty() : OptionalLong.of(pid);
    }

    @Override
    public void close() throws IOException {
        synchronized (HELD) {
            if (HELD.remove(file)) {
                channel.truncate(0);
                channel.close();
            }
        }
    }
}

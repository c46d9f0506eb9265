package org.talks.catalogue.data;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/// A server at work on a data directory, as its `server.json` says. Whoever can read that file is the operator of
/// this catalogue: the token stands for an administrator, from this machine only, until the server stops.
///
/// @param port where it listens on the loopback address
/// @param pid its process
/// @param token the bearer token; never to be printed
/// @param started when it was ready
public record RunningServer(int port, long pid, String token, Instant started) {

    /// The server that works on a directory: empty when there is none, when the lock is held by a process that is
    /// no server, and when `server.json` was left behind by a server that died.
    ///
    /// @param directory the data directory; need not exist
    public static Optional<RunningServer> find(Path directory) {
        var holder = DirectoryLock.holderOf(directory);
        if (holder.isEmpty()) {
            return Optional.empty();
        }
        // A file of another process than the lock's is a leftover. Comparing beats asking whether the process
        // lives: ids are reused, and differ between containers that share a volume.
        return read(directory.resolve(DataDirectory.SERVER)).filter(s -> s.pid() == holder.getAsLong());
    }

    /// An address of this server, by path: `/api/imports`.
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /// Leaves the token out.
    @Override
    public String toString() {
        return "RunningServer[port=%d, pid=%d, started=%s]".formatted(port, pid, started);
    }

    private static Optional<RunningServer> read(Path file) {
        try {
            return Optional.of(SmallFile.JSON.readValue(Files.readString(file), RunningServer.class));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (JacksonException _) {
            // Written by another version: as good as none, the caller then says that the lock is held.
            return Optional.empty();
        } catch (IOException e) {
            throw DataDirectoryException.because(file, e);
        }
    }
}

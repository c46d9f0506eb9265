package org.talks.catalogue.data;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Everything a catalogue keeps, in one directory held by one process:
///
/// ```
/// lock             held while a process works here; the holder's process id
/// server.json      how the command line reaches the running server; owner only
/// log.db           the event log
/// state.db         accounts, tokens, settings, reports of imports
/// synonyms.txt     words that mean the same to a search; missing as long as nobody changed the usual ones
/// raw/<sha256>     files as they were imported
/// imports/<id>/    what an import planned
/// views/<n>/       one generation of the views: views.db and index/
/// views/CURRENT    the generations in use
/// views/past/      indexes of moments of the past, of this process only
/// views/mentions.db  which streams ever named a thing; made anew when it is missing
/// ```
///
/// Safe for use by several threads.
public final class DataDirectory implements Closeable {

    static final String LOCK = "lock";
    static final String SERVER = "server.json";

    private static final String SYNONYMS = "synonyms.txt";

    private static final int TOKEN_BYTES = 32;

    private final Path root;
    private final DirectoryLock lock;
    private volatile @Nullable RunningServer server;

    private DataDirectory(Path root, DirectoryLock lock) {
        this.root = root;
        this.lock = lock;
    }

    /// Opens the directory, creates what is missing and takes the lock until [#close()].
    ///
    /// @param path resolved against the working directory when it is relative
    /// @throws DataDirectoryException.InUse when another process works on it
    /// @throws DataDirectoryException when it cannot be written
    public static DataDirectory open(Path path) {
        var absolute = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
            var root = absolute.toRealPath();
            if (Files.getFileStore(root).isReadOnly()) {
                throw DataDirectoryException.readOnly(root, null);
            }
            var lock = DirectoryLock.take(root);
            try {
                // Whatever is there was left behind: we hold the lock.
                Files.deleteIfExists(root.resolve(SERVER));
                Files.createDirectories(root.resolve("raw"));
                Files.createDirectories(root.resolve("imports"));
                Files.createDirectories(root.resolve("views"));
                return new DataDirectory(root, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw DataDirectoryException.because(absolute, e);
        }
    }

    /// The directory itself, absolute, symbolic links resolved.
    public Path root() {
        return root;
    }

    /// The event log's database file.
    public Path log() {
        return root.resolve("log.db");
    }

    /// The database file of what is not event-sourced; see [StateDatabase].
    public Path state() {
        return root.resolve("state.db");
    }

    /// Directory of imported files, named by their SHA-256 in lower-case hexadecimal.
    public Path raw() {
        return root.resolve("raw");
    }

    /// Directory of the plans of imports, one directory each, named by the import's id.
    public Path imports() {
        return root.resolve("imports");
    }

    /// Directory of the generations of views.
    public Path views() {
        return root.resolve("views");
    }

    /// Directory of one generation; not created by this call.
    public Path generation(int number) {
        return views().resolve(Integer.toString(number));
    }

    /// The generations in use; empty before the first.
    ///
    /// @throws DataDirectoryException when the file is damaged
    public Optional<CurrentViews> currentViews() {
        var file = current();
        try {
            return Optional.of(SmallFile.JSON.readValue(Files.readString(file), CurrentViews.class));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (JacksonException e) {
            throw new DataDirectoryException(
                    "%s is damaged. Delete the directory %s and start again; the views are rebuilt from the log."
                            .formatted(file, views()),
                    e);
        } catch (IOException e) {
            throw DataDirectoryException.because(file, e);
        }
    }

    /// Switches to other generations, durably and at once: after a crash the old or the new ones are in use.
    public void switchTo(CurrentViews generations) {
        try {
            SmallFile.replace(current(), generations);
        } catch (IOException e) {
            throw DataDirectoryException.because(current(), e);
        }
    }

    /// The synonyms as somebody wrote them; empty as long as nobody did.
    public Optional<String> synonyms() {
        try {
            return Optional.of(Files.readString(root.resolve(SYNONYMS)));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw DataDirectoryException.because(root.resolve(SYNONYMS), e);
        }
    }

    /// Replaces the synonyms, durably and at once.
    public void replaceSynonyms(String text) {
        try {
            SmallFile.replace(root.resolve(SYNONYMS), text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw DataDirectoryException.because(root.resolve(SYNONYMS), e);
        }
    }

    /// Tells the command line where the server listens, with a new token; to be called when it does listen.
    public RunningServer announce(int port, Instant started) {
        var announced = new RunningServer(port, ProcessHandle.current().pid(), newToken(), started);
        try {
            SmallFile.replace(root.resolve(SERVER), announced, SmallFile.ownerOnly());
        } catch (IOException e) {
            throw DataDirectoryException.because(root.resolve(SERVER), e);
        }
        server = announced;
        return announced;
    }

    /// The server of this process, once it is announced.
    public Optional<RunningServer> server() {
        return Optional.ofNullable(server);
    }

    /// Takes the announcement back; the token stands for nobody from now on.
    public void withdraw() {
        server = null;
        try {
            Files.deleteIfExists(root.resolve(SERVER));
        } catch (IOException e) {
            throw DataDirectoryException.because(root.resolve(SERVER), e);
        }
    }

    /// Withdraws the announcement and lets go of the lock. The databases must be closed by then.
    @Override
    public void close() {
        try (lock) {
            if (server != null) {
                withdraw();
            }
        } catch (IOException e) {
            throw DataDirectoryException.because(root, e);
        }
    }

    private Path current() {
        return views().resolve("CURRENT");
    }

    private static String newToken() {
        var bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

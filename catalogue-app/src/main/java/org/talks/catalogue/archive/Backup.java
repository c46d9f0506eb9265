package org.talks.catalogue.archive;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.talks.catalogue.eventstore.EventStoreWiring;
import org.talks.catalogue.eventstore.LogFile;
import org.talks.catalogue.eventstore.LogVerification;
import tools.jackson.databind.json.JsonMapper;

/// Copies a data directory while its catalogue goes on writing: `state.db`, the imported files and the log, each
/// as of one moment, the log last. Views are left out: the restored catalogue builds them from its log. The
/// copied log is verified before the backup counts as one, which its `backup.json` says.
///
/// Restoring is using the directory, or a copy of it, as the data directory.
public final class Backup {

    private static final String LOG = "log.db";
    private static final String STATE = "state.db";
    private static final String RAW = "raw";

    /// Written last.
    private static final String MANIFEST = "backup.json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path data;
    private final Clock clock;

    /// @param data the data directory
    public Backup(Path data, Clock clock) {
        this.data = data.toAbsolutePath().normalize();
        this.clock = clock;
    }

    /// What a backup has, also the content of its `backup.json`.
    ///
    /// @param position end of the log in it
    /// @param chain the hash chain there; kept elsewhere, it proves later that nothing was rewritten
    /// @param files imported files
    public record Made(Instant made, String logId, long position, String chain, long files, long bytes) {}

    /// Makes a backup in a directory that is empty or not there.
    ///
    /// @throws ArchiveException when it cannot be made, or the log is damaged; what was written is no backup then
    public Made to(Path directory, Progress progress) {
        var target = directory.toAbsolutePath().normalize();
        if (!Files.isRegularFile(data.resolve(LOG))) {
            throw new ArchiveException("There is no log at " + data + " to make a backup of.");
        }
        try {
            prepare(target);
            progress.at("copying accounts and settings", 0, 0);
            if (Files.exists(data.resolve(STATE))) {
                copyDatabase(data.resolve(STATE), target.resolve(STATE));
            }
            var files = copyRaw(target, progress);
            progress.at("copying the log", 0, 0);
            copyDatabase(data.resolve(LOG), target.resolve(LOG));
            var end = verified(target.resolve(LOG), progress);
            var made = new Made(clock.instant(), end.logId(), end.position(), end.chain(), files, size(target));
            var manifest = target.resolve(MANIFEST);
            Files.write(manifest, JSON.writeValueAsBytes(made));
            Durable.file(manifest);
            Durable.directory(manifest);
            Durable.directory(target);
            return made;
        } catch (IOException e) {
            throw new ArchiveException("The backup at " + target + " cannot be made: " + ExportFile.reason(e), e);
        }
    }

    private void prepare(Path target) throws IOException {
        if (target.startsWith(data)) {
            throw new ArchiveException("A backup within the data directory would be lost with it. Name another place.");
        }
        Files.createDirectories(target, ownerOnly(target, "rwx------"));
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(target)) {
            if (entries.iterator().hasNext()) {
                throw new ArchiveException(target + " is not empty. Each backup needs a directory of its own.");
            }
        }
    }

    /// SQLite copies what was committed at one moment, and writers go on. The copy has its name when it is whole.
    private static void copyDatabase(Path from, Path to) throws IOException {
        var part = to.resolveSibling(to.getFileName() + ".part");
        // Accounts have password hashes in them.
        Files.createFile(part, ownerOnly(part, "rw-------"));
        var settings = new SQLiteConfig();
        settings.setReadOnly(true);
        settings.setBusyTimeout(10_000);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + from, settings.toProperties());
                var copy = connection.prepareStatement("vacuum into ?")) {
            copy.setString(1, part.toString());
            copy.execute();
        } catch (SQLException e) {
            Files.deleteIfExists(part);
            throw new ArchiveException(from + " cannot be copied: " + e.getMessage(), e);
        }
        Durable.file(part);
        Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
    }

    private long copyRaw(Path target, Progress progress) throws IOException {
        var raw = data.resolve(RAW);
        Files.createDirectories(target.resolve(RAW));
        if (!Files.isDirectory(raw)) {
            return 0;
        }
        var copied = 0L;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(raw, Files::isRegularFile)) {
            for (var file : entries) {
                var copy = target.resolve(RAW).resolve(file.getFileName());
                try {
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                } catch (NoSuchFileException _) {
                    // Deleted meanwhile.
                    continue;
                }
                Durable.file(copy);
                progress.at("copying imported files", ++copied, 0);
            }
        }
        return copied;
    }

    private record End(String logId, long position, String chain) {}

    private static End verified(Path log, Progress progress) {
        LogVerification.Report report;
        try (var copy = new EventStoreWiring(log, Clock.systemUTC(), List.of())) {
            report = copy.verification().verify((done, total) -> progress.at("verifying the copy", done, total));
        }
        if (!report.ok()) {
            throw new ArchiveException("The log is damaged, so its copy is no backup: "
                    + report.problems().getFirst() + " Look at `verify`, and restore an older backup.");
        }
        try (var file = LogFile.open(log)) {
            return new End(file.logId(), report.events(), report.chain());
        }
    }

    private static long size(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}

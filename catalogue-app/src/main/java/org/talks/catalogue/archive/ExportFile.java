package org.talks.catalogue.archive;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.eventstore.LogFile;
import tools.jackson.core.JacksonException;

/// An export as a file, packed with gzip when its name ends in `.gz`. It is written beside, as `NAME.part`, and
/// has its name when it is complete. What an interrupted export left of an unpacked one is gone on with; a packed
/// one begins again.
public final class ExportFile {

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path file;

    public ExportFile(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    /// Writes all events after a position.
    ///
    /// @param after 0 for the whole log
    /// @throws ArchiveException when the file is there, or the log cannot be exported
    public LogExport.Written write(LogFile log, long after, Clock clock, Progress progress) {
        if (Files.exists(file)) {
            throw new ArchiveException(file + " is there already. Name another file, or delete it.");
        }
        try {
            var part = part();
            var written = isPacked() ? pack(log, after, clock, progress) : goOn(log, after, clock, progress);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            Durable.directory(file);
            return written;
        } catch (IOException e) {
            throw new ArchiveException(file + " cannot be written: " + reason(e), e);
        }
    }

    /// The content, unpacked.
    InputStream read() throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
        return isPacked() ? new GZIPInputStream(in, BUFFER_BYTES) : in;
    }

    @Override
    public String toString() {
        return file.toString();
    }

    private LogExport.Written pack(LogFile log, long after, Clock clock, Progress progress) throws IOException {
        try (var channel = FileChannel.open(
                        part(),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING);
                var out = new GZIPOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES)) {
            var written = new LogExport(clock).write(log, after, out, progress);
            out.finish();
            channel.force(true);
            return written;
        }
    }

    private LogExport.Written goOn(LogFile log, long after, Clock clock, Progress progress) throws IOException {
        try (var channel = FileChannel.open(
                part(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var begun = begun(channel, log, after);
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
            var written = new LogExport(clock).write(log, after, out, begun, progress);
            out.flush();
            channel.force(true);
            return written;
        }
    }

    /// Reads what is there of an interrupted export and cuts off what is not whole.
    ///
    /// @return null, with the file empty, when it is of no use
    private static LogExport.@Nullable Begun begun(FileChannel channel, LogFile log, long after) throws IOException {
        var lines = new Lines(Channels.newInputStream(channel));
        var begun = LogExport.Begun.none(log, after);
        var whole = 0L;
        try {
            var first = lines.next();
            if (first != null && isOf(log, after, first)) {
                begun.line(first);
                whole = lines.bytes();
                var reading = new ExportLines();
                for (var line = lines.next(); line != null; line = lines.next()) {
                    var event = reading.read(line);
                    if (event.event().position() != begun.last + 1) {
                        break;
                    }
                    begun.line(line);
                    begun.event(event, isRedacted(event.event().payload()));
                    whole = lines.bytes();
                }
            }
        } catch (JacksonException | ArchiveException _) {
            // Written half, or the manifest of an export that did not get its name: written again from here.
        }
        var usable = whole > 0 && begun.chain.equals(chainAt(log, begun.last));
        channel.truncate(usable ? whole : 0);
        channel.position(usable ? whole : 0);
        return usable ? begun : null;
    }

    private static boolean isRedacted(byte[] payload) {
        return java.util.Arrays.equals(payload, ExportLines.REDACTED);
    }

    private static boolean isOf(LogFile log, long after, byte[] line) {
        var header = ExportLines.JSON.readValue(line, Header.class);
        return header.talkCatalogueLog() == Header.VERSION
                && header.logId().equals(log.logId())
                && header.after() == after
                && header.chain().equals(log.chainAt(after));
    }

    private static String chainAt(LogFile log, long position) {
        try {
            return log.chainAt(position);
        } catch (org.talks.catalogue.eventstore.EventLogException _) {
            return "";
        }
    }

    private Path part() {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    private boolean isPacked() {
        return file.toString().endsWith(".gz");
    }

    static String reason(IOException e) {
        return e instanceof java.nio.file.FileSystemException f
                ? String.valueOf(f.getReason() == null ? f.getClass().getSimpleName() : f.getReason())
                : String.valueOf(e.getMessage());
    }
}

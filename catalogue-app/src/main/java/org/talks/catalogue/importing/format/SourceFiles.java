package org.talks.catalogue.importing.format;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/// Opens what a person gives as a [SourceFile]: sees through `.gz`, `.zip`, `.tar` and `.tar.gz` by their first
/// bytes, never by name, and keeps the limits below. A zip that holds a single file is that file.
public final class SourceFiles {

    /// Files on disk beyond this are refused unread: all of pyvideo is 8 MiB packed, a photo archive is no schedule.
    public static final long MAX_PACKED_BYTES = 512L << 20;

    /// Unpacked size of a single file: the largest known schedule is 12 MiB.
    public static final long MAX_FILE_BYTES = 128L << 20;

    /// One file within a tree; it is held in memory as a whole.
    public static final int MAX_ENTRY_BYTES = 16 << 20;

    /// All files of a tree together, read or not: pyvideo is 30 MiB, and a gibibyte is inflated within seconds.
    public static final long MAX_TREE_BYTES = 1L << 30;

    /// Files and directories of a tree: pyvideo has 23,377.
    public static final int MAX_ENTRIES = 200_000;

    /// Directories within directories; RubyEvents needs four.
    public static final int MAX_DEPTH = 24;

    /// Bytes out per byte in, after the first mebibyte. Real schedules stay below 30; a bomb reaches 1,000.
    public static final int MAX_RATIO = 200;

    /// Packings within packings: `.tar.gz` within a `.zip` is three.
    public static final int MAX_LAYERS = 3;

    static final int HEAD_BYTES = 64 << 10;
    private static final int SNIFF_BYTES = 512;
    private static final int BUFFER = 64 << 10;

    private SourceFiles() {}

    /// @param path a file or a directory; symbolic links below a directory are not followed
    public static SourceFile of(Path path) throws IOException, UnreadableSourceException {
        Path real = path.toRealPath();
        Path fileName = real.getFileName();
        return of(fileName == null ? "" : fileName.toString(), real);
    }

    /// @param name what to call it in messages, such as the name of an uploaded file
    public static SourceFile of(String name, Path path) throws IOException, UnreadableSourceException {
        if (Files.isDirectory(path)) {
            return new SourceOnDisk(new DirectorySource(name, path), path);
        }
        if (Files.size(path) > MAX_PACKED_BYTES) {
            throw new UnreadableSourceException(name + " is larger than " + (MAX_PACKED_BYTES >> 20)
                    + " MiB. Split it, or import the directory it was packed from.");
        }
        return new SourceOnDisk(unpack(name, () -> new BufferedInputStream(Files.newInputStream(path), BUFFER)), path);
    }

    /// A file that is in memory, such as one member of a tree that is imported by itself.
    public static SourceFile of(String name, byte[] content) throws IOException, UnreadableSourceException {
        return unpack(name, () -> new ByteArrayInputStream(content));
    }

    /// Says for people why reading failed.
    public static UnreadableSourceException unreadable(String name, IOException cause) {
        String reason = cause instanceof LimitExceededException
                ? cause.getMessage()
                : "The file is damaged or cut off (" + cause.getMessage() + ").";
        return new UnreadableSourceException(name + ": " + reason, cause);
    }

    private static SourceFile unpack(String name, Opener raw) throws IOException, UnreadableSourceException {
        Opener current = raw;
        for (int layer = 0; layer <= MAX_LAYERS; layer++) {
            byte[] start = start(name, current);
            Opener outer = current;
            if (isGzip(start)) {
                current = () -> {
                    CountingInputStream packed = new CountingInputStream(outer.open());
                    return new BoundedInputStream(new GZIPInputStream(packed, BUFFER), MAX_TREE_BYTES, packed);
                };
            } else if (isZip(start)) {
                String only = onlyFile(name, outer);
                if (only == null) {
                    return new ArchiveSource(name, outer, ArchiveSource.Kind.ZIP);
                }
                current = () -> openEntry(outer, only);
            } else if (isTar(start)) {
                return new ArchiveSource(name, outer, ArchiveSource.Kind.TAR);
            } else {
                return new SingleSource(name, current);
            }
        }
        throw new UnreadableSourceException(
                name + " is packed more than " + MAX_LAYERS + " times. Unpack it first and import what is inside.");
    }

    private static byte[] start(String name, Opener opener) throws IOException, UnreadableSourceException {
        try (InputStream in = opener.open()) {
            return in.readNBytes(SNIFF_BYTES);
        } catch (java.util.zip.ZipException | java.io.EOFException | LimitExceededException damaged) {
            throw unreadable(name, damaged);
        }
    }

    private static boolean isGzip(byte[] start) {
        return start.length > 2 && start[0] == 0x1f && start[1] == (byte) 0x8b && start[2] == 8;
    }

    private static boolean isZip(byte[] start) {
        return start.length > 3
                && start[0] == 'P'
                && start[1] == 'K'
                && ((start[2] == 3 && start[3] == 4) || (start[2] == 5 && start[3] == 6));
    }

    private static boolean isTar(byte[] start) {
        return start.length >= SNIFF_BYTES && "ustar".equals(new String(start, 257, 5, StandardCharsets.US_ASCII));
    }

    /// The name of the only file of a zip, null when there are none or several.
    private static @Nullable String onlyFile(String name, Opener zip) throws IOException, UnreadableSourceException {
        try (ZipInputStream in = new ZipInputStream(zip.open())) {
            String only = null;
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.isDirectory() || ArchiveSource.isSystemFile(entry.getName())) {
                    continue;
                }
                if (only != null) {
                    return null;
                }
                only = entry.getName();
                // Skipping inflates; a bomb must be found here and not by waiting.
                new BoundedInputStream(in, MAX_FILE_BYTES, null).skipAll();
            }
            return only;
        } catch (IOException | IllegalArgumentException damaged) {
            throw unreadable(name, damaged instanceof IOException io ? io : new IOException(damaged));
        }
    }

    private static InputStream openEntry(Opener zip, String entryName) throws IOException {
        CountingInputStream packed = new CountingInputStream(zip.open());
        ZipInputStream in = new ZipInputStream(packed);
        try {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(entryName)) {
                    return new BoundedInputStream(in, MAX_TREE_BYTES, packed);
                }
            }
        } catch (IOException | IllegalArgumentException damaged) {
            in.close();
            throw damaged instanceof IOException io ? io : new IOException(damaged);
        }
        in.close();
        throw new IOException("no entry " + entryName);
    }

    /// Opens the same bytes again each time.
    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException;
    }
}

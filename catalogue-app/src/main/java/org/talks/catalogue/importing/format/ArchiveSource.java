package org.talks.catalogue.importing.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// A zip or tar, read in one pass from front to back. Only regular files are seen: links and devices never are.
final class ArchiveSource implements SourceFile {

    static final String TOO_LARGE =
            "The file is larger than " + (SourceFiles.MAX_ENTRY_BYTES >> 20) + " MiB, as no file of a schedule is.";

    /// Claimed sizes up to this are allocated at once.
    private static final int TRUSTED_SIZE = 64 << 10;

    /// Longer paths are of no use to a person.
    private static final int MAX_PATH_LENGTH = 1_000;

    private final String name;
    private final SourceFiles.Opener opener;
    private final Kind kind;

    enum Kind {
        ZIP,
        TAR
    }

    ArchiveSource(String name, SourceFiles.Opener opener, Kind kind) {
        this.name = name;
        this.opener = opener;
        this.kind = kind;
    }

    /// What operating systems put into archives beside the files of people.
    static boolean isSystemFile(String path) {
        return path.startsWith("__MACOSX/") || path.endsWith(".DS_Store");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public byte[] head() {
        return new byte[0];
    }

    @Override
    public boolean isTree() {
        return true;
    }

    @Override
    public InputStream open() throws IOException {
        throw new IOException(name + " is an archive of several files.");
    }

    @Override
    public void walk(TreeVisitor visitor) throws UnreadableSourceException {
        try {
            switch (kind) {
                case ZIP -> walkZip(visitor);
                case TAR -> walkTar(visitor);
            }
        } catch (IOException damaged) {
            throw SourceFiles.unreadable(name, damaged);
        } catch (IllegalArgumentException damaged) {
            // Both libraries answer some damaged headers with it.
            throw SourceFiles.unreadable(name, new IOException(damaged));
        }
    }

    private void walkTar(TreeVisitor visitor) throws IOException, UnreadableSourceException {
        try (InputStream bytes =
                        // Tar asks for 512 bytes at a time, each of which would cost a call into the inflater.
                        new BufferedInputStream(
                                new BoundedInputStream(opener.open(), SourceFiles.MAX_TREE_BYTES, null), 64 << 10);
                TarArchiveInputStream tar = new TarArchiveInputStream(bytes, "UTF-8")) {
            int entries = 0;
            TarArchiveEntry entry = tar.getNextEntry();
            while (entry != null && !visitor.done()) {
                entries = counted(entries);
                String path = checked(entry.getName());
                if (entry.isFile() && !entry.isLink() && !entry.isSymbolicLink() && !entry.isSparse()) {
                    visit(visitor, path, tar, entry.getSize());
                }
                entry = tar.getNextEntry();
            }
        }
    }

    private void walkZip(TreeVisitor visitor) throws IOException, UnreadableSourceException {
        CountingInputStream packed = new CountingInputStream(opener.open());
        try (ZipInputStream zip = new ZipInputStream(packed)) {
            // One bound for all entries, also for those that are passed over, which inflates them.
            BoundedInputStream content = new BoundedInputStream(zip, SourceFiles.MAX_TREE_BYTES, packed);
            int entries = 0;
            ZipEntry entry = zip.getNextEntry();
            while (entry != null && !visitor.done()) {
                entries = counted(entries);
                String path = checked(entry.getName());
                if (!entry.isDirectory()) {
                    visit(visitor, path, content, entry.getSize());
                    content.skipAll();
                }
                entry = zip.getNextEntry();
            }
        }
    }

    /// @param size as the archive claims, negative when it does not say
    private static void visit(TreeVisitor visitor, String path, InputStream in, long size)
            throws IOException, UnreadableSourceException {
        if (isSystemFile(path) || !visitor.wants(path)) {
            return;
        }
        // A claim is only a hint: it must not allocate, and what follows is read in any case.
        byte[] content = size > 0 && size <= TRUSTED_SIZE ? new byte[(int) size] : new byte[0];
        int read = in.readNBytes(content, 0, content.length);
        content = read < content.length ? Arrays.copyOf(content, read) : withRest(content, in);
        if (content.length > SourceFiles.MAX_ENTRY_BYTES) {
            visitor.skipped(path, TOO_LARGE);
        } else {
            visitor.file(path, content);
        }
    }

    private static byte[] withRest(byte[] begun, InputStream in) throws IOException {
        // There is hardly ever more than claimed, and asking for many bytes allocates room for them.
        int next = in.read();
        if (next < 0) {
            return begun;
        }
        byte[] rest = in.readNBytes(SourceFiles.MAX_ENTRY_BYTES - begun.length);
        byte[] content = Arrays.copyOf(begun, begun.length + 1 + rest.length);
        content[begun.length] = (byte) next;
        System.arraycopy(rest, 0, content, begun.length + 1, rest.length);
        return content;
    }

    private int counted(int entries) throws UnreadableSourceException {
        if (entries >= SourceFiles.MAX_ENTRIES) {
            throw new UnreadableSourceException(
                    name + " holds more than " + SourceFiles.MAX_ENTRIES + " entries. Import its parts.");
        }
        return entries + 1;
    }

    /// Nothing is ever written to where an archive points; a path that leaves it still tells of a hostile file.
    private String checked(String path) throws UnreadableSourceException {
        String clean = path.startsWith("./") ? path.substring(2) : path;
        boolean leaves = clean.startsWith("/")
                || clean.indexOf('\\') >= 0
                || clean.indexOf('\0') >= 0
                || clean.length() > MAX_PATH_LENGTH;
        int depth = 0;
        for (String segment : clean.split("/", -1)) {
            depth++;
            leaves |= segment.equals("..");
        }
        if (leaves || depth > SourceFiles.MAX_DEPTH) {
            throw new UnreadableSourceException(name + " holds a path that is not safe: "
                    + Texts.shorten(Texts.line(path), 80) + ". Pack the files again without it.");
        }
        return clean;
    }
}

package org.talks.catalogue.importing.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/// What is imported: a single file or a tree of files (a directory or an archive), behind one interface that
/// keeps every limit: file sizes, entry counts, depth, compression ratios, and paths that stay inside. Made by
/// [SourceFiles].
public interface SourceFile {

    /// Name as given by the person, for messages only.
    String name();

    /// The first bytes of a single file after any packing (at most 64 KiB), or empty for a tree.
    byte[] head() throws IOException, UnreadableSourceException;

    boolean isTree();

    /// Where it lies on disk just as it was given, with any packing; empty for what is only in memory.
    default Optional<Path> path() {
        return Optional.empty();
    }

    /// The content of a single file, decompressed and bounded; the caller closes it. Reading throws an
    /// IOException when the packing is damaged or a limit is passed.
    InputStream open() throws IOException;

    /// Visits the files of a tree, ordered by path for a directory and in archive order for an archive, each at
    /// most once, until the visitor is done.
    ///
    /// @throws UnreadableSourceException when the packing is damaged or hostile, or a limit is passed
    void walk(TreeVisitor visitor) throws IOException, UnreadableSourceException;

    /// Receives the files of a tree.
    interface TreeVisitor {
        /// Whether the content of this path is wanted; unwanted files are not read. Asked once per file.
        ///
        /// @param path relative, with `/`; for a directory it begins with that directory's own name, for an
        ///     archive it is as stored. A format therefore finds its files by the last segments of the path.
        boolean wants(String path);

        void file(String path, byte[] content) throws IOException, UnreadableSourceException;

        /// A wanted file whose content is not given, for example because it is too large.
        void skipped(String path, String reason);

        /// Whether enough was seen; asked before each file.
        default boolean done() {
            return false;
        }
    }
}

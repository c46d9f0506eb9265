package org.talks.catalogue.importing.format;

import java.io.IOException;
import java.io.InputStream;

/// What is imported: a single file or a tree of files (a directory or an unpacked archive), behind one interface
/// that keeps every limit: file sizes, entry counts, depth, compression ratios, and paths that stay inside.
public interface SourceFile {

    /// Name as given by the person, for messages only.
    String name();

    /// The first bytes of a single file after any gzip layer (at most 64 KiB), or empty for a tree.
    byte[] head() throws IOException;

    boolean isTree();

    /// The content of a single file, decompressed and bounded; the caller closes it.
    InputStream open() throws IOException;

    /// Visits the files of a tree, ordered by path for a directory and in archive order for an archive, each at
    /// most once.
    void walk(TreeVisitor visitor) throws IOException, UnreadableSourceException;

    /// Receives the files of a tree.
    interface TreeVisitor {
        /// Whether the content of this path is wanted; unwanted files are not read.
        boolean wants(String path);

        /// @param path relative, with `/`, without any single leading directory that holds all
        void file(String path, byte[] content) throws IOException, UnreadableSourceException;
    }
}

package org.talks.catalogue.importing.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A directory on disk. Symbolic links are not followed, and what version control keeps beside the files is left
/// out.
final class DirectorySource implements SourceFile {

    private final String name;
    private final Path root;

    DirectorySource(String name, Path root) {
        this.name = name;
        this.root = root;
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
        throw new IOException(name + " is a directory.");
    }

    @Override
    public void walk(TreeVisitor visitor) throws IOException, UnreadableSourceException {
        long total = 0;
        for (Map.Entry<String, Path> wanted : wanted(visitor).entrySet()) {
            if (visitor.done()) {
                return;
            }
            byte[] content;
            try (InputStream in = Files.newInputStream(wanted.getValue(), LinkOption.NOFOLLOW_LINKS)) {
                content = in.readNBytes(SourceFiles.MAX_ENTRY_BYTES + 1);
            } catch (IOException unreadable) {
                visitor.skipped(wanted.getKey(), "The file cannot be read (" + unreadable.getMessage() + ").");
                continue;
            }
            total += content.length;
            if (total > SourceFiles.MAX_TREE_BYTES) {
                throw new UnreadableSourceException(
                        name + " holds more than " + (SourceFiles.MAX_TREE_BYTES >> 20) + " MiB. Import its parts.");
            }
            if (content.length > SourceFiles.MAX_ENTRY_BYTES) {
                visitor.skipped(wanted.getKey(), ArchiveSource.TOO_LARGE);
            } else {
                visitor.file(wanted.getKey(), content);
            }
        }
    }

    private SortedMap<String, Path> wanted(TreeVisitor visitor) throws IOException, UnreadableSourceException {
        SortedMap<String, Path> wanted = new TreeMap<>();
        Collector collector = new Collector(visitor, wanted);
        Files.walkFileTree(root, EnumSet.noneOf(java.nio.file.FileVisitOption.class), SourceFiles.MAX_DEPTH, collector);
        if (collector.entries > SourceFiles.MAX_ENTRIES) {
            throw new UnreadableSourceException(
                    name + " holds more than " + SourceFiles.MAX_ENTRIES + " files. Import its parts.");
        }
        return wanted;
    }

    private final class Collector extends SimpleFileVisitor<Path> {

        private final TreeVisitor visitor;
        private final Map<String, Path> wanted;
        private int entries;

        Collector(TreeVisitor visitor, Map<String, Path> wanted) {
            this.visitor = visitor;
            this.wanted = wanted;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return directory.endsWith(".git") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            entries++;
            if (entries > SourceFiles.MAX_ENTRIES) {
                return FileVisitResult.TERMINATE;
            }
            if (attributes.isRegularFile()) {
                String path = name + "/" + root.relativize(file).toString().replace('\\', '/');
                if (visitor.wants(path)) {
                    wanted.put(path, file);
                }
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }
}

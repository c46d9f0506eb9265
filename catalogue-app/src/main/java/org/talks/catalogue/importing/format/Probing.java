package org.talks.catalogue.importing.format;

import java.io.IOException;
import java.util.function.Predicate;

/// Recognises a tree by looking into files of it until one tells what it is. One that cannot be read must not
/// hide the rest, so several are tried.
public final class Probing {

    /// Looks into one file.
    public interface Look {
        /// @return whether the file tells what the tree is
        /// @throws UnreadableSourceException when it is damaged; another one may tell
        boolean tells(String path, byte[] content) throws IOException, UnreadableSourceException;
    }

    private Probing() {}

    /// @param filesMax that are looked into before giving up
    /// @param wanted by its path, whether a file may tell
    /// @return whether one told; false for a source that is no tree
    public static boolean finds(SourceFile file, int filesMax, Predicate<String> wanted, Look look) throws IOException {
        if (!file.isTree()) {
            return false;
        }
        var probe = new Probe(filesMax, wanted, look);
        try {
            file.walk(probe);
        } catch (UnreadableSourceException damaged) {
            // What was seen before the damage decides; reading it will tell the rest.
            return probe.found;
        }
        return probe.found;
    }

    private static final class Probe implements SourceFile.TreeVisitor {

        private final int filesMax;
        private final Predicate<String> wanted;
        private final Look look;
        private int files;
        private boolean found;

        Probe(int filesMax, Predicate<String> wanted, Look look) {
            this.filesMax = filesMax;
            this.wanted = wanted;
            this.look = look;
        }

        @Override
        public boolean wants(String path) {
            return !done() && wanted.test(path);
        }

        @Override
        public void file(String path, byte[] content) throws IOException {
            files++;
            try {
                found |= look.tells(path, content);
            } catch (UnreadableSourceException damaged) {
                // Another file may be whole.
            }
        }

        @Override
        public void skipped(String path, String reason) {
            files++;
        }

        @Override
        public boolean done() {
            return found || files >= filesMax;
        }
    }
}

package org.talks.catalogue.importing.format;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// One file, whatever it was packed in.
final class SingleSource implements SourceFile {

    private final String name;
    private final SourceFiles.Opener opener;
    private volatile byte @Nullable [] head;

    SingleSource(String name, SourceFiles.Opener opener) {
        this.name = name;
        this.opener = opener;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public byte[] head() throws IOException, UnreadableSourceException {
        byte[] known = head;
        if (known == null) {
            try (InputStream in = open()) {
                known = in.readNBytes(SourceFiles.HEAD_BYTES);
            } catch (java.util.zip.ZipException | java.io.EOFException | LimitExceededException damaged) {
                throw SourceFiles.unreadable(name, damaged);
            }
            head = known;
        }
        return known.clone();
    }

    @Override
    public boolean isTree() {
        return false;
    }

    @Override
    public InputStream open() throws IOException {
        return new BoundedInputStream(opener.open(), SourceFiles.MAX_FILE_BYTES, null);
    }

    @Override
    public void walk(TreeVisitor visitor) throws UnreadableSourceException {
        throw new UnreadableSourceException(name + " is a single file, not a directory or an archive.");
    }
}

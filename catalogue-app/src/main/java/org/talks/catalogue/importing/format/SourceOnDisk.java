package org.talks.catalogue.importing.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/// A source that remembers where it lies, so that its bytes can be kept.
record SourceOnDisk(SourceFile source, Path place) implements SourceFile {

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public byte[] head() throws IOException, UnreadableSourceException {
        return source.head();
    }

    @Override
    public boolean isTree() {
        return source.isTree();
    }

    @Override
    public Optional<Path> path() {
        return Optional.of(place);
    }

    @Override
    public InputStream open() throws IOException {
        return source.open();
    }

    @Override
    public void walk(TreeVisitor visitor) throws IOException, UnreadableSourceException {
        source.walk(visitor);
    }
}

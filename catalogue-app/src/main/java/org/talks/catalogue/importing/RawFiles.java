package org.talks.catalogue.importing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.springframework.stereotype.Component;
import org.talks.catalogue.data.DataDirectory;
import org.talks.catalogue.importing.format.SourceFile;
import org.talks.catalogue.importing.format.UnreadableSourceException;

/// Keeps what was imported, byte for byte, under its SHA-256, so that it can be read again with another format, zone
/// or a better parser. The same bytes are kept once. Only administrators see them: sources hold addresses and
/// answers that never enter the catalogue.
@Component
final class RawFiles {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int BUFFER = 64 << 10;

    private final DataDirectory directory;

    RawFiles(DataDirectory directory) {
        this.directory = directory;
    }

    /// Copies a file.
    ///
    /// @return its hash
    String keep(Path file) throws IOException {
        var sha256 = sha256();
        var temporary = temporary();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256);
                OutputStream out = Files.newOutputStream(temporary)) {
            in.transferTo(out);
        }
        return settle(temporary, sha256);
    }

    Optional<Path> find(String hash) {
        var file = path(hash);
        return Files.exists(file) ? Optional.of(file) : Optional.empty();
    }

    void delete(String hash) throws IOException {
        Files.deleteIfExists(path(hash));
    }

    /// Packs the files of a directory that are read, while they are read: a directory has no bytes of its own, and
    /// what nobody reads need not be kept.
    final class Packing implements SourceFile, AutoCloseable {

        private final SourceFile source;
        private final MessageDigest sha256 = sha256();
        private final Path temporary;
        private final TarArchiveOutputStream tar;
        private boolean settled;

        Packing(SourceFile source) throws IOException {
            this.source = source;
            this.temporary = temporary();
            var packed =
                    new GZIPOutputStream(
                            new DigestOutputStream(
                                    new BufferedOutputStream(Files.newOutputStream(temporary), BUFFER), sha256),
                            BUFFER) {
                        {
                            def.setLevel(Deflater.BEST_SPEED);
                        }
                    };
            tar = new TarArchiveOutputStream(packed, "UTF-8");
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setAddPaxHeadersForNonAsciiNames(true);
        }

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
            return true;
        }

        @Override
        public InputStream open() throws IOException {
            return source.open();
        }

        @Override
        public void walk(TreeVisitor visitor) throws IOException, UnreadableSourceException {
            source.walk(new TreeVisitor() {
                @Override
                public boolean wants(String path) {
                    return visitor.wants(path);
                }

                @Override
                public void file(String path, byte[] content) throws IOException, UnreadableSourceException {
                    var entry = new TarArchiveEntry(path);
                    // The same files give the same bytes.
                    entry.setModTime(0);
                    entry.setSize(content.length);
                    tar.putArchiveEntry(entry);
                    tar.write(content);
                    tar.closeArchiveEntry();
                    visitor.file(path, content);
                }

                @Override
                public void skipped(String path, String reason) {
                    visitor.skipped(path, reason);
                }

                @Override
                public boolean done() {
                    return visitor.done();
                }
            });
        }

        /// Keeps the pack; to be called once all was read.
        ///
        /// @return its hash
        String settle() throws IOException {
            tar.close();
            settled = true;
            return RawFiles.this.settle(temporary, sha256);
        }

        @Override
        public void close() throws IOException {
            if (!settled) {
                tar.close();
                Files.deleteIfExists(temporary);
            }
        }
    }

    private Path temporary() throws IOException {
        return Files.createTempFile(directory.raw(), "incoming-", null);
    }

    private String settle(Path temporary, MessageDigest sha256) throws IOException {
        var hash = HexFormat.of().formatHex(sha256.digest());
        Files.move(temporary, path(hash), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return hash;
    }

    private Path path(String hash) {
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("no SHA-256: " + hash);
        }
        return directory.raw().resolve(hash);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}

package org.talks.catalogue.archive;

import java.io.EOFException;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipException;
import org.talks.catalogue.eventstore.ChainedEvent;
import org.talks.catalogue.eventstore.HashChain;
import tools.jackson.core.JacksonException;

/// Reads an export from its first line to its manifest and refuses what is not as it was written, naming the
/// place. Memory does not grow with the export.
final class ExportReader {

    /// Events handed on together: as many as one transaction takes well.
    static final int BATCH = 500;

    /// Transcripts may be long; so many bytes of payload are held at once at most, plus one event.
    private static final long BATCH_BYTES = 16 << 20;

    private final ExportFile file;

    ExportReader(ExportFile file) {
        this.file = file;
    }

    /// Takes what is read.
    interface Taker {
        void header(Header header);

        /// @param events in order, each with a link that follows from the one before
        /// @param line number of the first one's line
        void events(List<ChainedEvent> events, long line);
    }

    /// @throws ArchiveException when something is not as it was written; what came before has been handed on
    Manifest read(Taker taker) {
        try (var in = file.read()) {
            return new Run(new Lines(in), taker).run();
        } catch (EOFException | ZipException e) {
            throw new ArchiveException(file + " is damaged or was cut off: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new ArchiveException(file + " cannot be read: " + ExportFile.reason(e), e);
        }
    }

    private final class Run {
        private final Lines lines;
        private final Taker taker;
        private final ExportLines reading = new ExportLines();
        private final HashChain hashes = new HashChain();
        private final MessageDigest sha256 = sha256();
        private final Map<String, Long> types = new TreeMap<>();
        private final List<Long> redactions = new ArrayList<>();
        private List<ChainedEvent> batch = new ArrayList<>();
        private long batchLine;
        private long batchBytes;
        private long after;
        private long position;
        private byte[] chain = {};

        Run(Lines lines, Taker taker) {
            this.lines = lines;
            this.taker = taker;
        }

        Manifest run() throws IOException {
            begin();
            for (var line = next(); ; line = next()) {
                if (isManifest(line)) {
                    handOn();
                    return end(line);
                }
                event(line);
                sha256.update(line);
                sha256.update((byte) '\n');
            }
        }

        private byte[] next() throws IOException {
            byte[] line;
            try {
                line = lines.next();
            } catch (EOFException | ZipException e) {
                handOn();
                throw cutOff();
            }
            if (line == null) {
                handOn();
                throw cutOff();
            }
            return line;
        }

        private ArchiveException cutOff() {
            return new ArchiveException("%s was cut off or is damaged after line %d (position %d): it has no manifest."
                    .formatted(file, lines.number(), position));
        }

        private void begin() throws IOException {
            var line = lines.next();
            if (line == null) {
                throw new ArchiveException(file + " is no export of a log: it has no whole line.");
            }
            Header header;
            try {
                header = ExportLines.JSON.readValue(line, Header.class);
            } catch (JacksonException e) {
                throw new ArchiveException(file + " is no export of a log: its first line says nothing of one.", e);
            }
            if (header.talkCatalogueLog() != Header.VERSION) {
                throw new ArchiveException("%s is of version %d, and this catalogue reads version %d."
                        .formatted(file, header.talkCatalogueLog(), Header.VERSION));
            }
            after = header.after();
            position = header.after();
            if (!header.chain().matches("[0-9a-f]{64}")
                    || after < 0
                    || (after == 0 && !header.chain().equals(HashChain.hex(hashes.genesis(header.logId()))))) {
                throw altered("the hash of the first line is not that of its log");
            }
            chain = HexFormat.of().parseHex(header.chain());
            sha256.update(line);
            sha256.update((byte) '\n');
            taker.header(header);
        }

        private static boolean isManifest(byte[] line) {
            return line.length > MANIFEST.length
                    && Arrays.equals(line, 0, MANIFEST.length, MANIFEST, 0, MANIFEST.length);
        }

        private void event(byte[] line) {
            ChainedEvent row;
            try {
                row = reading.read(line);
            } catch (JacksonException e) {
                throw refused("it is no JSON object: " + e.getOriginalMessage());
            } catch (ArchiveException e) {
                throw refused(String.valueOf(e.getMessage()));
            }
            var event = row.event();
            if (event.position() != position + 1) {
                throw refused("position " + event.position() + " stands where " + (position + 1) + " is due");
            }
            if (!Arrays.equals(hashes.link(chain, event, row.payloadDigest(), row.metaDigest()), row.chain())) {
                throw refused("position " + event.position() + " (" + event.stream()
                        + ") is not what was recorded, the hash chain does not hold");
            }
            if (!Arrays.equals(hashes.digest(event.payload()), row.payloadDigest())) {
                if (!Arrays.equals(event.payload(), ExportLines.REDACTED)) {
                    throw refused("position " + event.position() + " (" + event.stream()
                            + ") has a payload that is not what was recorded");
                }
                redactions.add(event.position());
            }
            types.merge(event.type(), 1L, Long::sum);
            position = event.position();
            chain = row.chain();
            if (batch.isEmpty()) {
                batchLine = lines.number();
            }
            batch.add(row);
            batchBytes += line.length;
            if (batch.size() == BATCH || batchBytes > BATCH_BYTES) {
                handOn();
            }
        }

        private ArchiveException refused(String what) {
            handOn();
            return altered(what);
        }

        private ArchiveException altered(String what) {
            return new ArchiveException("%s, line %d: %s.".formatted(file, lines.number(), what));
        }

        private void handOn() {
            if (!batch.isEmpty()) {
                var events = batch;
                batch = new ArrayList<>();
                batchBytes = 0;
                taker.events(events, batchLine);
            }
        }

        private Manifest end(byte[] line) throws IOException {
            Manifest manifest;
            try {
                manifest =
                        ExportLines.JSON.readValue(line, ExportLines.End.class).manifest();
            } catch (JacksonException e) {
                throw altered("the manifest cannot be read");
            }
            var due = new Manifest(
                    position - after,
                    position == after ? 0 : after + 1,
                    position,
                    HashChain.hex(chain),
                    HexFormat.of().formatHex(sha256.digest()),
                    types,
                    redactions);
            if (!due.equals(manifest)) {
                throw altered("the manifest is not that of these lines");
            }
            if (lines.next() != null) {
                throw altered("something follows the manifest");
            }
            return manifest;
        }
    }

    private static final byte[] MANIFEST = "{\"manifest\":".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}

package org.talks.catalogue.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.eventstore.ChainedEvent;
import org.talks.catalogue.eventstore.HashChain;
import org.talks.catalogue.eventstore.LogFile;

/// Writes a log as lines of JSON that end with a [Manifest], checking the hash chain on the way: what is not as
/// it was recorded is not passed on. Writing to the log may go on meanwhile; the export is of one moment. Memory
/// does not grow with the log.
public final class LogExport {

    private static final int PROGRESS_EVERY = 1_000;

    private final Clock clock;

    public LogExport(Clock clock) {
        this.clock = clock;
    }

    /// What was written.
    ///
    /// @param last position of its last event
    /// @param chain the hash chain there; kept elsewhere, it proves later that nothing was rewritten
    /// @param redactions how many payloads were replaced because somebody was forgotten
    public record Written(long events, long last, String chain, int redactions) {}

    /// Writes all events after a position.
    ///
    /// @param after 0 for the whole log
    /// @throws ArchiveException when the log has no such position, or is damaged: with the place
    public Written write(LogFile log, long after, OutputStream out, Progress progress) throws IOException {
        return write(log, after, out, null, progress);
    }

    /// Writes on, or begins.
    ///
    /// @param begun what was written before to the same output, null for nothing
    Written write(LogFile log, long after, OutputStream out, @Nullable Begun begun, Progress progress)
            throws IOException {
        var writing = begun == null ? Begun.none(log, after) : begun;
        var output = new Output(out, writing);
        if (begun == null) {
            output.line(ExportLines.JSON.writeValueAsBytes(
                    new Header(Header.VERSION, log.logId(), after, writing.chain, clock.instant())));
        }
        try {
            log.read(writing.last, (row, end) -> {
                output.event(row);
                if (row.event().position() % PROGRESS_EVERY == 0) {
                    progress.at("exporting", row.event().position() - after, end.position() - after);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return output.end(after);
    }

    /// How far an export is: enough to go on with it.
    static final class Begun {
        final MessageDigest sha256;
        final Map<String, Long> types = new TreeMap<>();
        final List<Long> redactions = new ArrayList<>();
        long last;
        long events;
        String chain;

        private Begun(MessageDigest sha256, long last, String chain) {
            this.sha256 = sha256;
            this.last = last;
            this.chain = chain;
        }

        static Begun none(LogFile log, long after) {
            try {
                return new Begun(MessageDigest.getInstance("SHA-256"), after, log.chainAt(after));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java runtime has SHA-256", e);
            }
        }

        void line(byte[] line) {
            sha256.update(line);
            sha256.update((byte) '\n');
        }

        void event(ChainedEvent row, boolean redacted) {
            var event = row.event();
            types.merge(event.type(), 1L, Long::sum);
            if (redacted) {
                redactions.add(event.position());
            }
            last = event.position();
            chain = HashChain.hex(row.chain());
            events++;
        }
    }

    private static final class Output {
        private final OutputStream out;
        private final Begun begun;
        private final ExportLines lines = new ExportLines();
        private final HashChain hashes = new HashChain();
        private byte[] chain;

        Output(OutputStream out, Begun begun) {
            this.out = out;
            this.begun = begun;
            this.chain = HexFormat.of().parseHex(begun.chain);
        }

        void event(ChainedEvent row) {
            var redacted = check(row);
            try {
                line(lines.write(row, redacted));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            begun.event(row, redacted);
            chain = row.chain();
        }

        /// @return whether its payload was replaced
        private boolean check(ChainedEvent row) {
            var event = row.event();
            if (event.position() != begun.last + 1) {
                throw damaged(begun.last + 1, "is missing");
            }
            if (!Arrays.equals(hashes.link(chain, event, row.payloadDigest(), row.metaDigest()), row.chain())
                    || !Arrays.equals(hashes.digest(event.meta()), row.metaDigest())) {
                throw damaged(event.position(), "is not what was recorded");
            }
            if (Arrays.equals(hashes.digest(event.payload()), row.payloadDigest())) {
                return false;
            }
            if (!Arrays.equals(event.payload(), ExportLines.REDACTED)) {
                throw damaged(event.position(), "has a payload that is not what was recorded");
            }
            return true;
        }

        private static ArchiveException damaged(long position, String what) {
            return new ArchiveException("The log is damaged: position " + position + " " + what
                    + ". `verify` tells more; restore a backup.");
        }

        private void line(byte[] line) throws IOException {
            out.write(line);
            out.write('\n');
            begun.line(line);
        }

        Written end(long after) throws IOException {
            var manifest = new Manifest(
                    begun.events,
                    begun.events == 0 ? 0 : after + 1,
                    begun.last,
                    begun.chain,
                    HexFormat.of().formatHex(begun.sha256.digest()),
                    begun.types,
                    begun.redactions);
            out.write(ExportLines.JSON.writeValueAsBytes(new ExportLines.End(manifest)));
            out.write('\n');
            out.flush();
            return new Written(begun.events, begun.last, begun.chain, begun.redactions.size());
        }
    }
}

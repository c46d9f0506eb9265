package org.talks.catalogue.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.talks.catalogue.importing.format.DraftCollector;
import org.talks.catalogue.importing.format.ImportFormat;
import org.talks.catalogue.importing.format.Recognition.Certainty;
import org.talks.catalogue.importing.format.SourceFile;
import org.talks.catalogue.importing.format.SourceFiles;
import org.talks.catalogue.importing.format.UnreadableSourceException;
import org.talks.catalogue.importing.table.Proposals;
import org.talks.catalogue.importing.table.Table;
import org.talks.catalogue.importing.table.Tables;

/// Damages the fixtures of all formats and reads each result with its own format and with every other one that
/// thinks it could be its: each must be read or refused within [#LONGEST], and nothing else may happen. How much
/// memory that may take is for the JVM's `-Xmx` to say.
///
/// `java -Xmx512m … org.talks.catalogue.importing.FormatFuzz COUNT [SEED]` from the directory `catalogue-app`.
public final class FormatFuzz {

    static final Duration LONGEST = Duration.ofSeconds(5);

    private static final long SEED = 20_160_218;

    /// Nothing here waits, so time on the processor is the time it takes, whatever else the machine does.
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Formats.Confirmed mappings = new Formats.Confirmed();
    private final List<ImportFormat> formats = Formats.all(mappings);
    private final List<ImportFormat> owners = new ArrayList<>();
    private final List<byte[]> originals = new ArrayList<>();

    FormatFuzz() throws IOException {
        for (ImportFormat format : formats) {
            for (Path fixture : Formats.fixtures(format)) {
                owners.add(format);
                originals.add(Files.isDirectory(fixture) ? tar(fixture) : Files.readAllBytes(fixture));
            }
        }
    }

    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : SEED;
        long start = System.nanoTime();
        Result result = new FormatFuzz().run(count, seed);
        System.out.printf(
                "%,d files in %,d s with seed %d and at most %,d MiB: %,d opened no further, %,d readings, %,d of them refused,"
                        + " longest %,d ms (%s)%n",
                count,
                (System.nanoTime() - start) / 1_000_000_000,
                seed,
                Runtime.getRuntime().maxMemory() >> 20,
                result.unopened(),
                result.read(),
                result.refused(),
                result.longest().toMillis(),
                result.longestWhat());
    }

    /// @param unopened files whose packing was refused
    /// @param read readings by one format
    /// @param refused readings that were refused as a whole
    record Result(int unopened, int read, int refused, Duration longest, String longestWhat) {}

    /// @throws AssertionError at the first file on which anything else happens than reading or refusing
    Result run(int count, long seed) {
        Mutations mutations = new Mutations(seed);
        int unopened = 0;
        int read = 0;
        int refused = 0;
        Duration longest = Duration.ZERO;
        String longestWhat = "";
        for (int i = 0; i < count; i++) {
            int at = i % originals.size();
            byte[] damaged = mutations.of(originals.get(at), originals.get(mutations.below(originals.size())));
            String what = "file " + i + ", made of one of " + owners.get(at).id();
            long start = THREADS.getCurrentThreadCpuTime();
            try {
                SourceFile file = SourceFiles.of("damaged", damaged);
                for (ImportFormat format : candidates(owners.get(at), file)) {
                    read++;
                    refused += reads(format, file) ? 0 : 1;
                }
            } catch (UnreadableSourceException unpackable) {
                said(unpackable, what);
                unopened++;
            } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError failure) {
                throw new AssertionError(what + " with seed " + seed + ": " + failure, failure);
            }
            Duration took = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start);
            if (took.compareTo(longest) > 0) {
                longest = took;
                longestWhat = what;
            }
            if (took.compareTo(LONGEST) > 0) {
                throw new AssertionError(what + " with seed " + seed + " took " + took);
            }
        }
        return new Result(unopened, read, refused, longest, longestWhat);
    }

    private List<ImportFormat> candidates(ImportFormat owner, SourceFile file) throws IOException {
        List<ImportFormat> candidates = new ArrayList<>(List.of(owner));
        for (ImportFormat format : formats) {
            if (format.recognise(file).certainty() != Certainty.NO && !format.equals(owner)) {
                candidates.add(format);
            }
        }
        return candidates;
    }

    private boolean reads(ImportFormat format, SourceFile file) throws IOException {
        try {
            if (Tables.needMapping(format.id())) {
                Table table = Tables.open(format.id(), file);
                mappings.confirm(table, Proposals.propose(table));
            }
            format.read(file, new DraftCollector());
            return true;
        } catch (UnreadableSourceException refused) {
            said(refused, format.id());
            return false;
        }
    }

    private static void said(UnreadableSourceException refused, String what) {
        String message = refused.getMessage();
        if (message == null || message.isBlank()) {
            throw new AssertionError(what + " was refused without a word", refused);
        }
    }

    private static byte[] tar(Path directory) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8");
                Stream<Path> files = Files.walk(directory)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                TarArchiveEntry entry =
                        new TarArchiveEntry(directory.relativize(file).toString());
                byte[] content = Files.readAllBytes(file);
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }
}

package org.talks.catalogue.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.talks.catalogue.importing.format.DraftCollector;
import org.talks.catalogue.importing.format.Fixtures;
import org.talks.catalogue.importing.format.ImportFormat;
import org.talks.catalogue.importing.format.Recognition.Certainty;
import org.talks.catalogue.importing.format.SourceFile;
import org.talks.catalogue.importing.format.SourceFiles;
import org.talks.catalogue.importing.format.UnreadableSourceException;
import org.talks.catalogue.importing.table.Proposals;
import org.talks.catalogue.importing.table.Table;
import org.talks.catalogue.importing.table.Tables;

/// Runs every format over every fixture: `formats/<id>/good…`, `minimal…`, `corrupt…`, `hostile…`.
class ImportFormatContractTest {

    /// How many damaged files the suite tries; 20,000 are for `-Dimport.mutations=20000`.
    private static final int MUTATIONS = Integer.getInteger("import.mutations", 600);

    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Formats.Confirmed mappings = new Formats.Confirmed();
    private final List<ImportFormat> formats = Formats.all(mappings);

    @Test
    void idsAreUniqueAndNamedInFixtures() throws Exception {
        assertThat(formats).extracting(ImportFormat::id).doesNotHaveDuplicates().isNotEmpty();
        for (ImportFormat format : formats) {
            assertThat(fixtures(format))
                    .as("fixtures of " + format.id())
                    .extracting(path -> path.getFileName().toString().replaceFirst("[-.].*", ""))
                    .contains("good", "minimal", "corrupt", "hostile");
        }
    }

    @Test
    void everyFormatIsCertainOfItsOwnAndReadsIt() throws Exception {
        for (ImportFormat format : formats) {
            for (Path fixture : fixtures(format)) {
                String name = fixture.getFileName().toString();
                if (!name.startsWith("good") && !name.startsWith("minimal")) {
                    continue;
                }
                SourceFile file = SourceFiles.of(fixture);
                List<String> chosen = new ArrayList<>();
                for (ImportFormat any : formats) {
                    Certainty certainty = any.recognise(file).certainty();
                    if (certainty == Certainty.CERTAIN || (certainty == Certainty.POSSIBLE && isGeneral(format))) {
                        chosen.add(any.id());
                    }
                }
                assertThat(chosen).as(fixture.toString()).containsExactly(format.id());
                assertThat(format.recognise(file).why()).as(fixture.toString()).isNotBlank();
                explain(format, file);
                DraftCollector read = DraftCollector.read(format, file);
                assertThat(read.conferences.size() + read.ignored.size() + read.transcripts.size())
                        .as(fixture.toString())
                        .isPositive();
            }
        }
    }

    private static boolean isGeneral(ImportFormat format) {
        return Formats.GENERAL.contains(format.id());
    }

    /// Says what the columns of a table mean, as a person would who agrees with the proposal.
    private void explain(ImportFormat format, SourceFile file) throws Exception {
        if (Tables.needMapping(format.id())) {
            Table table = Tables.open(format.id(), file);
            mappings.confirm(table, Proposals.propose(table));
        }
    }

    @Test
    void noFormatIsCertainOfAnother() throws Exception {
        for (ImportFormat owner : formats) {
            for (Path fixture : fixtures(owner)) {
                SourceFile file = SourceFiles.of(fixture);
                for (ImportFormat other : formats) {
                    if (!other.equals(owner)) {
                        assertThat(other.recognise(file).certainty())
                                .as(other.id() + " on " + fixture)
                                .isNotEqualTo(Certainty.CERTAIN);
                    }
                }
            }
        }
    }

    @Test
    void nothingButUnreadableIsThrownOnAnyInput() throws Exception {
        for (ImportFormat owner : formats) {
            for (Path fixture : fixtures(owner)) {
                SourceFile file = SourceFiles.of(fixture);
                for (ImportFormat other : formats) {
                    tryToRead(other, file, other.id() + " on " + fixture);
                }
            }
        }
    }

    @Test
    void readingTwiceGivesTheSame() throws Exception {
        for (ImportFormat format : formats) {
            for (Path fixture : fixtures(format)) {
                if (fixture.getFileName().toString().startsWith("good")) {
                    explain(format, SourceFiles.of(fixture));
                    DraftCollector once = DraftCollector.read(format, SourceFiles.of(fixture));
                    DraftCollector again = DraftCollector.read(format, SourceFiles.of(fixture));
                    assertThat(again.talks).as(fixture.toString()).isEqualTo(once.talks);
                    assertThat(again.conferences).as(fixture.toString()).isEqualTo(once.conferences);
                }
            }
        }
    }

    /// Half of the damaged files are tried by their own format, half by whichever says it is certain.
    @Test
    void damagedFilesAreReadOrRefusedAndNothingElse() throws Exception {
        Random random = new Random(20_160_218);
        List<ImportFormat> owners = new ArrayList<>();
        List<byte[]> originals = new ArrayList<>();
        for (ImportFormat format : formats) {
            for (Path fixture : fixtures(format)) {
                owners.add(format);
                originals.add(Files.isDirectory(fixture) ? tar(fixture) : Files.readAllBytes(fixture));
            }
        }
        for (int i = 0; i < MUTATIONS; i++) {
            int at = i % originals.size();
            byte[] damaged = mutated(originals.get(at), originals.get(random.nextInt(originals.size())), random);
            ImportFormat owner = owners.get(at);
            String what = "mutation " + i + " of a fixture of " + owner.id();
            long start = System.nanoTime();
            SourceFile file;
            try {
                file = SourceFiles.of("damaged", damaged);
            } catch (UnreadableSourceException refused) {
                assertThat(refused.getMessage()).as(what).isNotBlank();
                continue;
            }
            tryToRead(owner, file, what);
            for (ImportFormat format : formats) {
                if (certain(format, file, what) && !format.equals(owner)) {
                    tryToRead(format, file, what);
                }
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).as(what).isLessThan(LONGEST);
        }
    }

    private static boolean certain(ImportFormat format, SourceFile file, String what) {
        try {
            return format.recognise(file).certainty() == Certainty.CERTAIN;
        } catch (IOException | RuntimeException failure) {
            throw new AssertionError(what + ": " + format.id() + " failed to recognise", failure);
        }
    }

    private static void tryToRead(ImportFormat format, SourceFile file, String what) {
        try {
            format.read(file, new DraftCollector());
        } catch (UnreadableSourceException refused) {
            assertThat(refused.getMessage()).as(what).isNotBlank();
        } catch (IOException | RuntimeException | StackOverflowError failure) {
            throw new AssertionError(what + ": " + format.id() + " failed with " + failure, failure);
        }
    }

    private static byte[] mutated(byte[] original, byte[] other, Random random) {
        byte[] bytes = original.clone();
        switch (random.nextInt(7)) {
            case 0 -> {
                for (int n = 1 + random.nextInt(20); n > 0 && bytes.length > 0; n--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
            }
            case 1 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 2 -> bytes = joined(bytes, bytes);
            case 3 -> {
                int cut = random.nextInt(bytes.length + 1);
                bytes = joined(Arrays.copyOf(bytes, cut), other);
            }
            case 4 -> {
                int from = random.nextInt(bytes.length + 1);
                int to = from + random.nextInt(bytes.length - from + 1);
                byte[] head = Arrays.copyOf(bytes, from);
                bytes = joined(
                        joined(head, Arrays.copyOfRange(bytes, from, to)),
                        Arrays.copyOfRange(bytes, from, bytes.length));
            }
            case 5 -> {
                // A value in the place of another: digits, brackets and quotes change the types of things.
                for (int n = 1 + random.nextInt(8); n > 0 && bytes.length > 0; n--) {
                    bytes[random.nextInt(bytes.length)] =
                            (byte) "{}[]\"<>&:,0123456789-Tnull\n ".charAt(random.nextInt(28));
                }
            }
            default -> {
                int from = random.nextInt(bytes.length + 1);
                int to = Math.min(bytes.length, from + random.nextInt(200));
                bytes = joined(Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, to, bytes.length));
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[] one, byte[] two) {
        byte[] both = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        return both;
    }

    private static List<Path> fixtures(ImportFormat format) throws IOException {
        Path folder = Fixtures.root().resolve(format.id());
        assertThat(folder).as("fixtures of " + format.id()).isDirectory();
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
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

package org.talks.catalogue.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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

    /// How many damaged files the suite tries; [FormatFuzz] tries as many as one likes.
    private static final int MUTATIONS = 400;

    private static final long SEED = 20_160_218;

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

    @Test
    void damagedFilesAreReadOrRefusedAndNothingElse() throws Exception {
        FormatFuzz.Result result = new FormatFuzz().run(MUTATIONS, SEED);
        assertThat(result.read()).isGreaterThan(MUTATIONS / 2);
        assertThat(result.refused()).isBetween(1, result.read() - 1);
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

    private static List<Path> fixtures(ImportFormat format) throws IOException {
        Path folder = Fixtures.root().resolve(format.id());
        assertThat(folder).as("fixtures of " + format.id()).isDirectory();
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}

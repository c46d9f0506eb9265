package org.talks.catalogue.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.talks.catalogue.importing.RealFilesTable.Expected;
import org.talks.catalogue.importing.format.Fixtures;

/// Imports real files that lie beside the checkout the whole way, twice, and holds what is recorded against the
/// independent count: the smallest file of each format. [RealFilesImport] does it with all of them.
class RealFilesImportTest {

    private static Path data() {
        return Objects.requireNonNull(Fixtures.shared("EXPECTED.tsv").getParent());
    }

    private static List<Expected> smallestOfEachFormat() throws IOException {
        Map<String, Expected> smallest = new LinkedHashMap<>();
        for (Expected expected : RealFilesTable.expected(data()).values()) {
            if (expected.talks() > 1 || expected.format().equals("transcripts")) {
                smallest.merge(
                        expected.format(),
                        expected,
                        (one, other) -> Comparator.comparingLong(RealFilesImportTest::size)
                                                .compare(one, other)
                                        <= 0
                                ? one
                                : other);
            }
        }
        return List.copyOf(smallest.values());
    }

    private static long size(Expected expected) {
        var file = data().resolve(expected.file());
        return Files.isDirectory(file)
                ? expected.talks() * 2_000L
                : file.toFile().length();
    }

    @Test
    void whatIsRecordedIsWhatWasCountedAndTheSecondTimeRecordsNothing() throws Exception {
        var files = smallestOfEachFormat();
        assertThat(files).hasSizeGreaterThan(20);
        var softly = new SoftAssertions();
        for (var expected : files) {
            check(expected, RealFilesImport.take(data(), expected.file()), softly);
        }
        softly.assertAll();
    }

    private static void check(Expected expected, RealFilesImport.Row row, SoftAssertions softly) {
        var file = expected.file();
        softly.assertThat(row.again()).as(file + " the second time").isZero();
        if (expected.format().equals("transcripts")) {
            softly.assertThat(row.transcripts() + (row.error().isEmpty() ? 0 : 1))
                    .as(file)
                    .isEqualTo(1);
            return;
        }
        softly.assertThat(row.error()).as(file).isEmpty();
        var differs = RealDifferences.of(file);
        if (differs == null) {
            softly.assertThat(row.rejected()).as(file + ": rejected").isZero();
        }
        softly.assertThat(row.talks())
                .as(file + ": talks")
                .isEqualTo(differs == null ? expected.talks() : differs.talks());
        softly.assertThat(row.conferences())
                .as(file + ": conferences")
                .isEqualTo(differs == null ? expected.conferences() : differs.conferences());
        if (!expected.format().equals("ics")) {
            softly.assertThat(row.speakers())
                    .as(file + ": speakers")
                    .isEqualTo(differs == null ? expected.speakers() : differs.speakers());
        }
    }
}

package org.talks.catalogue.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talks.catalogue.importing.RealFilesTable.Expected;
import org.talks.catalogue.importing.RealFilesTable.Row;
import org.talks.catalogue.importing.format.Fixtures;

/// Holds the real files that lie beside the checkout against an independent count of them (`EXPECTED.tsv`). Where
/// the two differ, the reason stands here with our numbers.
class RealFilesTest {

    /// Ids of formats as `EXPECTED.tsv` calls them.
    private static final Map<String, String> NAMES = Map.of(
            "frab", "schedule.xml",
            "schedule-json", "schedule.json",
            "pretalx", "pretalx-api",
            "ical", "ics",
            "droidkaigi", "droidkaigi2016",
            "webvtt", "transcripts",
            "srt", "transcripts");

    static Stream<Expected> files() throws Exception {
        return RealFilesTable.expected(data()).values().stream();
    }

    private static Path data() {
        return Objects.requireNonNull(Fixtures.shared("EXPECTED.tsv").getParent());
    }

    @Test
    void everyFileIsReadAsExpectedOrDiffersForAReason() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        for (Expected expected : files().toList()) {
            check(expected, RealFilesTable.read(data(), expected.file()), softly);
        }
        softly.assertAll();
    }

    private static void check(Expected expected, Row row, SoftAssertions softly) {
        String file = expected.file();
        if (file.endsWith(".txt")) {
            // The words of a transcript without its times; the same words lie beside it as VTT and SRT.
            softly.assertThat(row.error()).as(file).contains("No known format");
            return;
        }
        softly.assertThat(row.error()).as(file).isEmpty();
        softly.assertThat(NAMES.getOrDefault(row.format(), row.format()))
                .as(file)
                .isEqualTo(expected.format());
        if (expected.format().equals("transcripts")) {
            softly.assertThat(row.transcripts()).as(file).isEqualTo(1);
            return;
        }
        RealDifferences.Differs differs = RealDifferences.of(file);
        softly.assertThat(row.conferences())
                .as(file + ": conferences")
                .isEqualTo(differs == null ? expected.conferences() : differs.conferences());
        softly.assertThat(row.talks())
                .as(file + ": talks")
                .isEqualTo(differs == null ? expected.talks() : differs.talks());
        softly.assertThat(row.cancelled())
                .as(file + ": cancelled")
                .isEqualTo(differs == null ? expected.cancelled() : differs.cancelled());
        // In calendars the count does not look for speakers; ours come out of the title and are tested there.
        if (!expected.format().equals("ics")) {
            softly.assertThat(row.speakers() + row.people())
                    .as(file + ": speakers")
                    .isEqualTo(differs == null ? expected.speakers() : differs.speakers());
        }
    }

    @Test
    void noReasonIsGivenForAFileThatDoesNotDiffer() throws Exception {
        var expected = RealFilesTable.expected(data());
        RealDifferences.all().forEach((file, differs) -> {
            Expected counted = Objects.requireNonNull(expected.get(file), file);
            assertThat(new int[] {differs.conferences(), differs.talks(), differs.speakers(), differs.cancelled()})
                    .as(file)
                    .isNotEqualTo(
                            new int[] {counted.conferences(), counted.talks(), counted.speakers(), counted.cancelled()
                            });
        });
    }

    /// Of each file that the independent count does not list, at least this is known.
    @Test
    void noFileIsLeftOut() throws Exception {
        assertThat(RealFilesTable.unlisted(data()))
                .allSatisfy(file ->
                        assertThat(file).matches("pyvideo/pyvideo-data.tar.gz|rubyevents/.*(series|speakers).yml"));
    }

    @ParameterizedTest
    @CsvSource({
        "transcripts/cccamp23-camp2023-24-deu-Wetterdaten_aus_dem_Weltall_empfangen_opus.srt, 178",
        "transcripts/cccamp23-camp2023-57134-deu-Chaotischer_Catalysator_Stipendien_opus.vtt, 47",
        "transcripts/w3c-ml-jt_ai-bias.vtt, 294",
        "transcripts/w3c-ml-pl_privacy.vtt, 284"
    })
    void everyCueOfATranscriptIsRead(String file, int cues) throws Exception {
        Fixtures.shared(file);
        assertThat(RealFilesTable.read(data(), file).cues()).isEqualTo(cues);
    }
}

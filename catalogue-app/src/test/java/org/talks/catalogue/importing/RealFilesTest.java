package org.talks.catalogue.importing;

import static java.util.Map.entry;
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

    /// @param conferences as we read them
    /// @param reason why that is right
    private record Differs(int conferences, int talks, int speakers, int cancelled, String reason) {}

    private static Differs differs(int conferences, int talks, int speakers, int cancelled, String reason) {
        return new Differs(conferences, talks, speakers, cancelled, reason);
    }

    private static final String SPLIT = "Cells that name two persons ('A & B', 'A, B') are two persons.";
    private static final String NAMED_BY_FILE =
            "A talk belongs to a conference; where none is named, the name of the file stands in, with a warning.";
    private static final String PLACEHOLDER = "'Various speakers', 'TBD' and '-' name nobody.";

    private static final Map<String, Differs> DIFFERENT = Map.ofEntries(
            entry("coscup/coscup-2025.json", differs(1, 330, 283, 0, PLACEHOLDER)),
            entry(
                    "csv/juliacon-2015-talks-fri.csv",
                    differs(1, 27, 30, 0, SPLIT + " One row stands twice in the file.")),
            entry("emf-json/emf-2018.json", differs(1, 355, 200, 1, SPLIT)),
            entry(
                    "javazone/sleepingpill-ems-oneyear.json",
                    differs(0, 0, 0, 0, "It lists three proposals whose state is pending, and names no conference.")),
            entry("jsonld/schemaorg-example-12.jsonld", differs(1, 1, 0, 0, NAMED_BY_FILE)),
            entry("jsonld/schemaorg-example-13.jsonld", differs(1, 1, 0, 1, NAMED_BY_FILE)),
            entry("jsonld/schemaorg-example-14.jsonld", differs(1, 1, 0, 0, NAMED_BY_FILE)),
            entry("jsonld/schemaorg-example-15.jsonld", differs(1, 1, 2, 0, NAMED_BY_FILE)),
            entry("jsonld/schemaorg-example-18.jsonld", differs(1, 1, 0, 0, NAMED_BY_FILE)),
            entry("jsonld/schemaorg-example-20.jsonld", differs(1, 2, 0, 0, NAMED_BY_FILE)),
            entry(
                    "mixit/mixit-talks-2024.json",
                    differs(
                            1,
                            91,
                            0,
                            0,
                            "Speakers stand in it only as ids of accounts, half of them UUIDs; an account"
                                    + " is no name. A warning says so.")),
            entry(
                    "open-event/fossasia-2016-sessions.json",
                    differs(
                            1,
                            334,
                            191,
                            0,
                            "15 sessions are breaks ('Lunch'), which are left out; three have no title"
                                    + " and are rejected. " + SPLIT)),
            entry(
                    "pretalx-api/juliacon-2020-talks.json",
                    differs(1, 168, 150, 1, "The state of one talk is withdrawn, which the count passed over.")),
            entry("pyvideo/pycon-ie-2015/", differs(1, 26, 24, 0, PLACEHOLDER)),
            entry("pyvideo/pycon-ie-2016/", differs(1, 41, 41, 0, PLACEHOLDER)),
            entry("pyvideo/pycon-ireland-2018/", differs(1, 24, 23, 0, PLACEHOLDER)),
            entry("schedule.xml/emf-2018.frab", differs(1, 214, 196, 0, SPLIT)),
            entry(
                    "schedule.xml/fosdem-2025.xml.gz",
                    differs(
                            1,
                            943,
                            989,
                            0,
                            PLACEHOLDER + " Two persons are named by their e-mail address, which is not" + " kept.")),
            entry(
                    "sessionize/vtcodecamp-2018-sessions-by-id.json",
                    differs(
                            1,
                            35,
                            0,
                            0,
                            "Speakers stand in it only as ids; their names are in another file. A warning"
                                    + " says so for each.")),
            entry("talk-json/bangbangcon-2014.json", differs(1, 26, 27, 0, SPLIT)),
            entry("talk-json/bangbangcon-2015.json", differs(1, 25, 26, 1, SPLIT)),
            entry("talk-json/w3c-ml-workshop-talks.json", differs(1, 34, 39, 0, SPLIT)));

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
        Differs differs = DIFFERENT.get(file);
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
        DIFFERENT.forEach((file, differs) -> {
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

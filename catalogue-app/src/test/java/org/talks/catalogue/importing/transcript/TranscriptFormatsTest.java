package org.talks.catalogue.importing.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talks.catalogue.importing.format.DraftCollector;
import org.talks.catalogue.importing.format.Fixtures;
import org.talks.catalogue.importing.format.ImportFormat;
import org.talks.catalogue.importing.format.Recognition.Certainty;
import org.talks.catalogue.importing.format.SourceFiles;
import org.talks.catalogue.importing.format.TranscriptDraft;
import org.talks.catalogue.importing.format.UnreadableSourceException;
import org.talks.events.Cue;

class TranscriptFormatsTest {

    private final WebVttFormat webVtt = new WebVttFormat();
    private final SubRipFormat subRip = new SubRipFormat();

    @Test
    void webVttIsReadWithVoicesAndWithoutMarkup() throws Exception {
        TranscriptDraft transcript = only(webVtt, "webvtt/good.en.vtt");
        assertThat(transcript.language()).isEqualTo("en");
        assertThat(transcript.name()).isEqualTo("good.en");
        assertThat(transcript.cues())
                .containsExactly(
                        new Cue(9_600, 10_940, null, "Hello, & welcome."),
                        new Cue(72_190, 3_674_270, "Mina Okafor", "Coasts are long.\nWrite to (e-mail removed)"),
                        new Cue(3_675_000, 3_676_000, null, "The rolling line"));
    }

    @Test
    void captionsThatYouTubeMadeRollAndAreTakenOnceFromWhereTheyAreSpoken() throws Exception {
        TranscriptDraft transcript = only(webVtt, "webvtt/good-rolling.vtt");
        assertThat(transcript.language()).isEqualTo("en-GB");
        assertThat(transcript.cues())
                .containsExactly(
                        new Cue(160, 2_869, null, "welcome to the coast"),
                        new Cue(2_879, 5_000, null, "lakes matter"),
                        new Cue(5_010, 7_000, null, ">> [Applause]"));
    }

    @Test
    void captionsThatPeopleWroteForYouTubeNameTheirLanguage() throws Exception {
        TranscriptDraft transcript = only(webVtt, "webvtt/good-by-hand.vtt");
        assertThat(transcript.language()).isEqualTo("de");
        assertThat(transcript.cues())
                .containsExactly(
                        new Cue(0, 1_390, null, "MINA OKAFOR: Hallo zusammen,"),
                        new Cue(1_390, 2_670, null, "ich bin Mina."));
    }

    @Test
    void cuesThatALineOfBlanksPartsAreParted() throws Exception {
        assertThat(only(subRip, "srt/good-blanks.srt").cues())
                .containsExactly(
                        new Cue(160, 2_869, null, "welcome to the coast"),
                        new Cue(2_869, 5_000, null, "lakes matter"),
                        new Cue(5_000, 6_000, null, "42"));
    }

    @Test
    void subRipInWindows1252IsRead() throws Exception {
        TranscriptDraft transcript = only(subRip, "srt/good-deu-cafe.srt");
        assertThat(transcript.language()).isEqualTo("de");
        assertThat(transcript.cues())
                .containsExactly(
                        new Cue(0, 29_000, null, "[Musik]"),
                        new Cue(30_000, 50_500, null, "Ein Caf\u00e9 an der K\u00fcste."));
    }

    @Test
    void cuesThatRunBackwardsAreRejected() {
        DraftCollector sink = new DraftCollector();
        assertThatThrownBy(() -> webVtt.read(Fixtures.own("webvtt/corrupt.vtt"), sink))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessageContaining("no timed cues");
        assertThat(sink.rejected).hasSize(1);
    }

    /// Cues and words of an independent count.
    @ParameterizedTest
    @CsvSource({
        "cccamp23-camp2023-24-deu-Wetterdaten_aus_dem_Weltall_empfangen_opus.srt, 178, 2427, de",
        "cccamp23-camp2023-57134-deu-Chaotischer_Catalysator_Stipendien_opus.srt, 47, 820, de",
        "cccamp23-camp2023-57134-deu-Chaotischer_Catalysator_Stipendien_opus.vtt, 47, 820, de",
        "cccamp23-camp2023-57213-eng-Hackerspace_server_co-location_opus.srt, 76, 751, en",
        "cccamp23-camp2023-57213-eng-Hackerspace_server_co-location_opus.vtt, 76, 751, en",
        "w3c-ml-jm_tensorflowjs.vtt, 280, 1902,",
        "w3c-ml-jt_ai-bias.vtt, 294, 1876,",
        "w3c-ml-ls_joc_cognitive.vtt, 280, 1902,",
        "w3c-ml-pl_privacy.vtt, 284, 1855,",
        "w3c-ml-tp_interactive_music.vtt, 219, 1657,"
    })
    void realTranscriptsAreReadCompletely(String file, int cues, int words, String language) throws Exception {
        var source = SourceFiles.of(Fixtures.shared("transcripts").resolve(file));
        ImportFormat format = file.endsWith("srt") ? subRip : webVtt;
        assertThat(format.recognise(source).certainty()).isEqualTo(Certainty.CERTAIN);
        TranscriptDraft transcript =
                DraftCollector.read(format, source).transcripts.getFirst();
        assertThat(transcript.cues()).hasSize(cues);
        assertThat(transcript.language()).isEqualTo(language);
        String text = transcript.cues().stream().map(Cue::text).collect(Collectors.joining(" "));
        assertThat(text.split("\\s+", -1)).hasSize(words);
    }

    private static TranscriptDraft only(ImportFormat format, String fixture) throws Exception {
        return DraftCollector.read(format, Fixtures.own(fixture)).transcripts.getFirst();
    }
}

package org.talks.catalogue.importing.pyvideo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talks.catalogue.importing.format.ConferenceDraft;
import org.talks.catalogue.importing.format.DraftCollector;
import org.talks.catalogue.importing.format.Fixtures;
import org.talks.catalogue.importing.format.Recognition.Certainty;
import org.talks.catalogue.importing.format.Rejection;
import org.talks.catalogue.importing.format.SourceFiles;
import org.talks.catalogue.importing.format.TalkDraft;
import org.talks.catalogue.importing.format.TalkDraft.ResourceDraft;
import org.talks.catalogue.importing.format.TalkDraft.SpeakerDraft;
import org.talks.catalogue.importing.format.UnreadableSourceException;
import org.talks.events.RichText;

class PyvideoFormatTest {

    private final PyvideoFormat format = new PyvideoFormat();

    @Test
    void foldersBecomeConferencesAndFilesTalks() throws Exception {
        DraftCollector read = DraftCollector.read(format, Fixtures.own("pyvideo/good"));
        assertThat(read.conferences).extracting(ConferenceDraft::key).containsExactly("mapcon-2016", "mapping-meetup");
        assertThat(read.talks)
                .extracting(TalkDraft::key)
                .containsExactly(
                        "mapcon-2016/drawing-coasts",
                        "mapcon-2016/hidden-lakes",
                        "mapcon-2016/late-upload",
                        "mapping-meetup/drawing-coasts");
        assertThat(read.rejected).extracting(Rejection::reason).containsExactly("A talk needs a title.");
        assertThat(read.progressed).hasSize(5);
        assertThat(read.ignored).singleElement().asString().contains("2 files");
    }

    @Test
    void datesComeFromTheCategoryThenFromTheTalksNearEachOther() throws Exception {
        DraftCollector read = DraftCollector.read(format, Fixtures.own("pyvideo/good"));
        ConferenceDraft conference = read.conferences.getFirst();
        assertThat(conference.name()).isEqualTo("MapCon 2016");
        assertThat(conference.series()).isEqualTo("MapCon");
        assertThat(conference.startDate()).isEqualTo(LocalDate.of(2016, 3, 4));
        assertThat(conference.endDate()).isEqualTo(LocalDate.of(2016, 3, 5));
        assertThat(conference.website()).isEqualTo("https://mapcon.example/2016");
        assertThat(conference.description()).isEqualTo(new RichText("Maps, *everywhere*.", RichText.RST));
        assertThat(read.warnings).anySatisfy(w -> assertThat(w.reason()).startsWith("1 talks are dated far"));
    }

    @Test
    void aTalkIsReadInFull() throws Exception {
        TalkDraft talk =
                DraftCollector.read(format, Fixtures.own("pyvideo/good")).talks.getFirst();
        assertThat(talk.source()).isEqualTo("pyvideo");
        assertThat(talk.summary()).isEqualTo(new RichText("How long is it?\nWe measure **twice**.", RichText.RST));
        assertThat(talk.language()).isEqualTo("fr");
        assertThat(talk.topics()).containsExactly("maps", "coasts");
        assertThat(talk.speakers())
                .extracting(SpeakerDraft::name)
                .containsExactly("St\u00e9phane Martin", "Mina Okafor", "Lars Holm");
        assertThat(talk.sessions()).singleElement().satisfies(session -> {
            assertThat(session.date()).isEqualTo(LocalDate.of(2016, 3, 4));
            assertThat(session.localTime()).isEqualTo("10:30");
        });
        assertThat(talk.resources())
                .extracting(ResourceDraft::kind)
                .containsExactly("video", "video", "slides", "code", "link");
        assertThat(talk.resources().getFirst())
                .isEqualTo(new ResourceDraft(
                        "video", "https://www.youtube.com/watch?v=aaa", "youtube", null, "CC BY 3.0", false, 2456));
    }

    @Test
    void theLayoutOf2016IsReadToo() throws Exception {
        TalkDraft talk =
                DraftCollector.read(format, Fixtures.own("pyvideo/good")).talk("Hidden lakes");
        assertThat(talk.language()).isEqualTo("en");
        assertThat(talk.summary().text()).isEqualTo("Lakes");
        assertThat(talk.resources())
                .extracting(ResourceDraft::kind)
                .containsExactly("video", "slides", "link", "video");
        assertThat(talk.resources().getFirst().durationSeconds()).isEqualTo(1800);
        assertThat(talk.resources().getFirst().licence()).isNull();
    }

    @Test
    void strayKeysAreUsed() throws Exception {
        TalkDraft talk =
                DraftCollector.read(format, Fixtures.own("pyvideo/good")).talk("Late upload");
        assertThat(talk.summary().text()).isEqualTo("Only in a key outside of the schema.");
        assertThat(talk.resources().getFirst().durationSeconds()).isEqualTo(1042);
        assertThat(talk.resources().getLast().kind()).isEqualTo("slides");
    }

    @Test
    void whatMustStayHiddenIsHandedOverAndHidden() throws Exception {
        DraftCollector read = DraftCollector.read(format, Fixtures.own("pyvideo/good"));
        assertThat(read.hidden).containsExactly("mapcon-2016/hidden-lakes");
    }

    @Test
    void aSingleFolderHasTheSameKeys() throws Exception {
        DraftCollector read = DraftCollector.read(format, Fixtures.own("pyvideo/good/mapcon-2016"));
        assertThat(read.conferences).extracting(ConferenceDraft::key).containsExactly("mapcon-2016");
        assertThat(read.talks).extracting(TalkDraft::key).first().isEqualTo("mapcon-2016/drawing-coasts");
    }

    @Test
    void oneBadFileNeverStopsTheRest() throws Exception {
        DraftCollector read = DraftCollector.read(format, Fixtures.own("pyvideo/corrupt"));
        assertThat(read.talks).extracting(TalkDraft::title).containsExactly("Whole");
        assertThat(read.conferences).extracting(ConferenceDraft::name).containsExactly("broken 2019");
        assertThat(read.rejected)
                .extracting(Rejection::place)
                .containsExactly(
                        "corrupt/broken-2019/category.json",
                        "corrupt/broken-2019/videos/cut.json",
                        "corrupt/broken-2019/videos/html.json",
                        "corrupt/broken-2019/videos/list.json");
        assertThat(read.warnings)
                .extracting(Rejection::value)
                .contains("31.12.2019", "\"long\"", "Klingon", "javascript:alert(1)");
    }

    @Test
    void hostileFilesGiveNothingHarmful() throws Exception {
        DraftCollector read = DraftCollector.read(format, Fixtures.own("pyvideo/hostile"));
        assertThat(read.talks).singleElement().satisfies(talk -> {
            assertThat(talk.title()).isEqualTo("Wild title[31m");
            assertThat(talk.summary().text()).doesNotContain("jane@example.org");
            assertThat(talk.summary().format()).isEqualTo(RichText.HTML);
            assertThat(talk.speakers()).extracting(SpeakerDraft::name).containsExactly("Eve Adams");
            assertThat(talk.resources()).isEmpty();
            assertThat(talk.sessions()).isEmpty();
        });
        assertThat(read.rejected).hasSize(3);
    }

    @Test
    void theLeastPossibleIsEnough() throws Exception {
        DraftCollector read = DraftCollector.read(format, Fixtures.own("pyvideo/minimal"));
        assertThat(read.talks).extracting(TalkDraft::title).containsExactly("Only this");
        assertThat(read.rejected).isEmpty();
        assertThat(read.warnings).isEmpty();
    }

    @Test
    void onlyTreesOfThisLayoutAreRecognised() throws Exception {
        for (String own : List.of("good", "minimal", "corrupt", "good/mapping-meetup")) {
            assertThat(format.recognise(Fixtures.own("pyvideo/" + own)).certainty())
                    .as(own)
                    .isEqualTo(Certainty.CERTAIN);
        }
        var single = SourceFiles.of("a.json", "{\"title\": \"x\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(format.recognise(single).certainty()).isEqualTo(Certainty.NO);
        assertThatThrownBy(() -> format.read(single, new DraftCollector()))
                .isInstanceOf(UnreadableSourceException.class);
    }

    /// An independent count has one speaker more in the first three: it counts "Various speakers" as a person.
    @ParameterizedTest
    @CsvSource({
        "pycon-ie-2015, 26, 24, PyCon Ireland 2015",
        "pycon-ie-2016, 41, 41, PyCon Ireland 2016",
        "pycon-ireland-2018, 24, 23, PyCon Ireland 2018",
        "pycon-ireland-2019, 45, 32, PyCon Ireland 2019"
    })
    void realFoldersAreReadCompletely(String folder, int talks, int speakers, String name) throws Exception {
        DraftCollector read = DraftCollector.read(
                format, SourceFiles.of(Fixtures.shared("pyvideo").resolve(folder)));
        assertThat(read.conferences).extracting(ConferenceDraft::name).containsExactly(name);
        assertThat(read.talks)
                .hasSize(talks)
                .allSatisfy(talk -> assertThat(talk.key()).startsWith(folder + "/"));
        assertThat(read.speakers()).hasSize(speakers);
        assertThat(read.rejected).isEmpty();
    }

    @Test
    void allOfPyvideoIsReadWithinSeconds() throws Exception {
        long start = System.nanoTime();
        DraftCollector read =
                DraftCollector.read(format, SourceFiles.of(Fixtures.shared("pyvideo/pyvideo-data.tar.gz")));
        // A generous bound: it is a third of this on an idle machine.
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
        assertThat(read.conferences).hasSize(540);
        assertThat(read.talks).hasSize(21_715);
        assertThat(read.progressed).hasSize(21_715);
        assertThat(read.rejected).isEmpty();
        assertThat(read.hidden).hasSize(2);
    }
}

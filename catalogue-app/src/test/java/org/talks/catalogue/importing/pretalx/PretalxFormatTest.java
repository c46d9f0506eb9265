package org.talks.catalogue.importing.pretalx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talks.catalogue.importing.format.DraftCollector;
import org.talks.catalogue.importing.format.Fixtures;
import org.talks.catalogue.importing.format.Recognition.Certainty;
import org.talks.catalogue.importing.format.SourceFiles;
import org.talks.catalogue.importing.format.TalkDraft;
import org.talks.catalogue.importing.format.TalkDraft.ResourceDraft;
import org.talks.catalogue.importing.format.TalkDraft.SessionDraft;
import org.talks.events.RichText;

class PretalxFormatTest {

    private final PretalxFormat format = new PretalxFormat();

    @Test
    void aSubmissionIsReadInFull() throws Exception {
        DraftCollector read = DraftCollector.read(format, Fixtures.own("pretalx/good.json"));
        assertThat(read.conferences)
                .singleElement()
                .satisfies(conference -> assertThat(conference.source()).isEqualTo("pretalx:mapcon22"));
        TalkDraft talk = read.talk("Drawing coasts");
        assertThat(talk.key()).isEqualTo("ABC123");
        assertThat(talk.summary()).isEqualTo(new RichText("Coasts are **long**.\n\nWe\nmeasure.", RichText.MARKDOWN));
        assertThat(talk.kind()).isEqualTo("talk");
        assertThat(talk.topics()).containsExactly("maps");
        assertThat(talk.sessions())
                .containsExactly(new SessionDraft("0", LocalDate.of(2022, 7, 27), "14:30", "UTC", 1800, "Hall"));
        assertThat(talk.resources()).extracting(ResourceDraft::kind).containsExactly("slides");
        assertThat(talk.speakers())
                .singleElement()
                .satisfies(speaker -> assertThat(speaker.key()).isEqualTo("PPP777"));
    }

    @Test
    void statesTellWhatIsPartOfTheProgramme() throws Exception {
        DraftCollector read = DraftCollector.read(format, Fixtures.own("pretalx/good.json"));
        assertThat(read.talk("Night walk").cancelled()).isTrue();
        assertThat(read.talk("Lunch").kind()).isEqualTo("other");
        assertThat(read.ignored).singleElement().asString().contains("submitted");
    }

    @Test
    void privateColumnsAreNotKept() throws Exception {
        DraftCollector read = DraftCollector.read(format, Fixtures.own("pretalx/good.json"));
        assertThat(read.talks.toString()).doesNotContain("@example.org", "secret");
    }

    @Test
    void onePageIsPartialAndItsSlotsAreRankedByStart() throws Exception {
        DraftCollector read = DraftCollector.read(format, Fixtures.own("pretalx/good-page.json"));
        assertThat(read.partial).hasSize(1);
        TalkDraft talk = read.talk("Drawing coasts");
        assertThat(talk.kind()).isEqualTo("workshop");
        assertThat(talk.sessions())
                .extracting(SessionDraft::date)
                .containsExactly(LocalDate.of(2022, 7, 27), LocalDate.of(2022, 7, 28));
    }

    @Test
    void aTalkOverSeveralCellsOfAGridIsOneTalk() throws Exception {
        DraftCollector read = DraftCollector.read(format, Fixtures.own("pretalx/good-grid.json"));
        assertThat(read.talks).hasSize(1);
        assertThat(read.talks.getFirst().sessions()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "europython-example-speakers.json, 0, 0",
        "europython-example-submissions.json, 2, 3",
        "juliacon-2020-talks.json, 168, 150",
        "juliacon-2022-talks.json, 237, 264",
        "pyconfr-2024-schedule.json, 76, 77"
    })
    void realFilesAreReadCompletely(String file, int talks, int speakers) throws Exception {
        var source = SourceFiles.of(Fixtures.shared("pretalx-api").resolve(file));
        assertThat(format.recognise(source).certainty()).isEqualTo(Certainty.CERTAIN);
        DraftCollector read = DraftCollector.read(format, source);
        assertThat(read.talks).hasSize(talks);
        assertThat(read.speakers()).hasSize(speakers);
        assertThat(read.rejected).isEmpty();
    }
}

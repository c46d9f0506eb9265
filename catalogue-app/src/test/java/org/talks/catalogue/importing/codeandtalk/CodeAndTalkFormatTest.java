package org.talks.catalogue.importing.codeandtalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.talks.catalogue.importing.format.DraftCollector;
import org.talks.catalogue.importing.format.Fixtures;
import org.talks.catalogue.importing.format.TalkDraft;
import org.talks.catalogue.importing.format.TalkDraft.SpeakerDraft;

class CodeAndTalkFormatTest {

    private final CodeAndTalkFormat format = new CodeAndTalkFormat();

    @Test
    void talksAreJoinedWithTheirConferenceAndPeople() throws Exception {
        DraftCollector read = DraftCollector.read(format, Fixtures.own("codeandtalk/good"));
        assertThat(read.conferences).singleElement().satisfies(conference -> {
            assertThat(conference.name()).isEqualTo("MapCon 2016");
            assertThat(conference.city()).isEqualTo("Tampere");
            assertThat(conference.endDate()).isEqualTo(LocalDate.of(2016, 9, 17));
        });
        TalkDraft talk = read.talk("Drawing coasts");
        assertThat(talk.key()).isEqualTo("mapcon-2016/drawing-coasts");
        assertThat(talk.language()).isEqualTo("fr");
        // Mina's file is there; the name of Lars is made of the name of his.
        assertThat(talk.speakers()).extracting(SpeakerDraft::name).containsExactly("Mina Okafor", "Lars Holm");
        assertThat(talk.resources().getFirst().url()).isEqualTo("https://www.youtube.com/watch?v=FUV_5Hwi5FU");
        assertThat(talk.resources().getFirst().durationSeconds()).isEqualTo(1420);
        assertThat(read.warnings)
                .singleElement()
                .satisfies(w -> assertThat(w.reason()).contains("names were made"));
    }

    @Test
    void aDamagedFileDoesNotStopTheOthers() throws Exception {
        DraftCollector read = DraftCollector.read(format, Fixtures.own("codeandtalk/corrupt"));
        assertThat(read.talks).extracting(TalkDraft::title).containsExactly("Whole");
        assertThat(read.rejected).hasSize(2);
    }
}

package org.talks.catalogue.importing.devoxx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.talks.catalogue.importing.format.DraftCollector;
import org.talks.catalogue.importing.format.Fixtures;
import org.talks.catalogue.importing.format.Recognition.Certainty;
import org.talks.catalogue.importing.format.SourceFiles;
import org.talks.catalogue.importing.format.TalkDraft;
import org.talks.catalogue.importing.format.TalkDraft.SessionDraft;
import org.talks.events.RichText;

class CfpDevoxxFormatTest {

    private final CfpDevoxxFormat format = new CfpDevoxxFormat();

    @Test
    void aTalkIsReadWithItsSlots() throws Exception {
        DraftCollector read = DraftCollector.read(format, Fixtures.own("cfp-devoxx/good.json"));
        assertThat(read.conferences)
                .singleElement()
                .satisfies(conference -> assertThat(conference.source()).isEqualTo("devoxx:dvbe17"));
        TalkDraft talk = read.talk("Maps & coasts");
        assertThat(talk.key()).isEqualTo("WRS-4063");
        assertThat(talk.track()).isEqualTo("Methodology & Culture");
        assertThat(talk.kind()).isEqualTo("workshop");
        assertThat(talk.summary()).isEqualTo(new RichText("<p>Coasts are <em>long</em>.</p>", RichText.HTML));
        assertThat(talk.topics()).containsExactly("maps");
        // The second begins at midnight in Brussels, which is the day before in UTC.
        assertThat(talk.sessions())
                .containsExactly(
                        new SessionDraft("0", LocalDate.of(2017, 11, 6), "09:30", null, 10800, "Room 4"),
                        new SessionDraft("1", LocalDate.of(2017, 11, 7), "00:00", null, 3600, "Room 4"));
        assertThat(talk.speakers())
                .singleElement()
                .satisfies(speaker -> assertThat(speaker.key()).isEqualTo("b2c7a7f830892be6f609604fb87becd74cf62cd5"));
    }

    @Test
    void breaksAreLeftOutAndOneDayIsPartial() throws Exception {
        DraftCollector read = DraftCollector.read(format, Fixtures.own("cfp-devoxx/good.json"));
        assertThat(read.ignored).singleElement().asString().contains("Lunch");
        assertThat(read.partial).hasSize(1);
        assertThat(read.progressed).hasSize(3);
    }

    @Test
    void theRealDayIsReadCompletely() throws Exception {
        var source = SourceFiles.of(Fixtures.shared("cfp-devoxx/devoxx-be-2017-monday.json"));
        assertThat(format.recognise(source).certainty()).isEqualTo(Certainty.CERTAIN);
        DraftCollector read = DraftCollector.read(format, source);
        assertThat(read.talks).hasSize(32);
        assertThat(read.ignored).hasSize(4);
        assertThat(read.speakers()).hasSize(44);
        assertThat(read.rejected).isEmpty();
    }
}

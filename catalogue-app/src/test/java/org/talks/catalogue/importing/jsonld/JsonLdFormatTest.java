package org.talks.catalogue.importing.jsonld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talks.catalogue.importing.format.ConferenceDraft;
import org.talks.catalogue.importing.format.DraftCollector;
import org.talks.catalogue.importing.format.Fixtures;
import org.talks.catalogue.importing.format.Recognition.Certainty;
import org.talks.catalogue.importing.format.SourceFiles;
import org.talks.catalogue.importing.format.TalkDraft;
import org.talks.catalogue.importing.format.TalkDraft.ResourceDraft;
import org.talks.catalogue.importing.format.TalkDraft.SessionDraft;
import org.talks.catalogue.importing.format.TalkDraft.SpeakerDraft;

class JsonLdFormatTest {

    private final JsonLdFormat format = new JsonLdFormat();

    @Test
    void anEventWithEventsInsideIsAConference() throws Exception {
        DraftCollector read = DraftCollector.read(format, Fixtures.own("jsonld/good-event.jsonld"));
        ConferenceDraft conference = read.conferences.getFirst();
        assertThat(conference.name()).isEqualTo("MapCon 2024");
        assertThat(conference.city()).isEqualTo("Dublin");
        assertThat(conference.endDate()).isEqualTo(LocalDate.of(2024, 5, 2));
        TalkDraft talk = read.talk("Drawing coasts");
        assertThat(talk.key()).isEqualTo("https://mapcon.example/1");
        assertThat(talk.language()).isEqualTo("de");
        assertThat(talk.topics()).containsExactly("maps", "coasts");
        assertThat(talk.speakers()).extracting(SpeakerDraft::name).containsExactly("Mina Okafor", "Lars Holm");
        assertThat(talk.sessions())
                .containsExactly(new SessionDraft("0", LocalDate.of(2024, 5, 1), "09:00", null, 2700, null));
        assertThat(talk.resources()).extracting(ResourceDraft::kind).containsExactly("video");
        assertThat(read.talk("Night walk").cancelled()).isTrue();
        assertThat(read.talk("Night walk").sessions())
                .containsExactly(new SessionDraft("0", LocalDate.of(2024, 5, 1), "22:00", null, 2700, "Cellar"));
    }

    @Test
    void blocksOfAPageAreReadOneByOne() throws Exception {
        DraftCollector read = DraftCollector.read(format, Fixtures.own("jsonld/good-page.html"));
        assertThat(read.talks).extracting(TalkDraft::title).containsExactly("Drawing coasts", "Lakes");
        assertThat(read.conferences).extracting(ConferenceDraft::name).contains("MapCon 2024");
        assertThat(read.rejected)
                .singleElement()
                .satisfies(rejected -> assertThat(rejected.place()).isEqualTo("good-page.html, JSON-LD block 2"));
        assertThat(read.talk("Lakes").resources().getFirst().durationSeconds()).isEqualTo(600);
    }

    @Test
    void pagesOfFrabAndIndicoAreRead() throws Exception {
        DraftCollector frab = DraftCollector.read(format, Fixtures.own("jsonld/good-frab.html"));
        assertThat(frab.conferences).extracting(ConferenceDraft::name).containsExactly("MapCon 2024");
        TalkDraft talk = frab.talk("Drawing coasts");
        assertThat(talk.sessions())
                .containsExactly(new SessionDraft("0", LocalDate.of(2024, 5, 1), "09:00", null, 2700, "Great Hall"));
        assertThat(talk.speakers()).extracting(SpeakerDraft::name).containsExactly("Mina Okafor");
        DraftCollector indico = DraftCollector.read(format, Fixtures.own("jsonld/good-indico.html"));
        assertThat(indico.talk("Measuring lakes").speakers())
                .extracting(SpeakerDraft::name, SpeakerDraft::affiliation)
                .containsExactly(tuple("Lars Holm", "Lake Society"));
        assertThat(indico.talk("Measuring lakes").sessions().getFirst().room()).isNull();
        assertThat(indico.talk("Measuring lakes").language()).isEqualTo("en-GB");
        assertThat(DraftCollector.read(format, Fixtures.own("jsonld/minimal-page.html"))
                        .talk("Only this")
                        .speakers())
                .isEmpty();
    }

    /// An independent count has no conference in these: none names one, so the name of the file stands in.
    @ParameterizedTest
    @CsvSource({"12, 1, 0, 0", "13, 1, 0, 1", "14, 1, 0, 0", "15, 1, 2, 0", "18, 1, 0, 0", "20, 2, 0, 0"})
    void realExamplesAreReadCompletely(int number, int talks, int speakers, int cancelled) throws Exception {
        var source = SourceFiles.of(Fixtures.shared("jsonld/schemaorg-example-" + number + ".jsonld"));
        assertThat(format.recognise(source).certainty()).isEqualTo(Certainty.CERTAIN);
        DraftCollector read = DraftCollector.read(format, source);
        assertThat(read.talks).hasSize(talks);
        assertThat(read.speakers()).hasSize(speakers);
        assertThat(read.talks.stream().filter(TalkDraft::cancelled)).hasSize(cancelled);
        assertThat(read.rejected).isEmpty();
    }
}

package org.talks.catalogue.importing.frab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

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
import org.talks.catalogue.importing.format.TalkDraft.SessionDraft;
import org.talks.catalogue.importing.format.TalkDraft.SpeakerDraft;
import org.talks.catalogue.importing.format.UnreadableSourceException;
import org.talks.events.RichText;

class FrabXmlFormatTest {

    private final FrabXmlFormat format = new FrabXmlFormat();

    @Test
    void theConferenceIsRead() throws Exception {
        ConferenceDraft conference = good().conferences.getFirst();
        assertThat(conference.source()).isEqualTo("frab:mapcon-2019");
        assertThat(conference.key()).isEqualTo("mapcon-2019");
        assertThat(conference.name()).isEqualTo("MapCon 2019");
        assertThat(conference.series()).isEqualTo("MapCon");
        assertThat(conference.startDate()).isEqualTo(LocalDate.of(2019, 10, 26));
        assertThat(conference.endDate()).isEqualTo(LocalDate.of(2019, 10, 27));
        assertThat(conference.zone()).isEqualTo("Europe/Dublin");
        assertThat(conference.city()).isEqualTo("Dublin");
        assertThat(conference.website()).isEqualTo("https://mapcon.example/2019/");
    }

    @Test
    void aTalkIsReadInFull() throws Exception {
        DraftCollector read = good();
        TalkDraft talk = read.talk("Drawing coasts");
        assertThat(talk.key()).isEqualTo("HOqeNIb6G7M4hYFKFRkCmQ");
        assertThat(talk.subtitle()).isEqualTo("How long is it?");
        assertThat(talk.summary()).isEqualTo(new RichText("Coasts are **long**.\n\nWe measure.", RichText.MARKDOWN));
        assertThat(talk.kind()).isEqualTo("talk");
        assertThat(talk.track()).isEqualTo("Coasts");
        assertThat(talk.language()).isEqualTo("de");
        assertThat(read.warnings).extracting(Rejection::value).contains("de, en");
        assertThat(talk.sessions())
                .containsExactly(new SessionDraft(
                        "0", LocalDate.of(2019, 10, 26), "10:00", "Europe/Dublin", 2700, "Great Hall"));
        assertThat(talk.resources())
                .extracting(ResourceDraft::kind, ResourceDraft::url)
                .containsExactly(
                        tuple("link", "https://mapcon.example/2019/talks/1"),
                        tuple("slides", "https://mapcon.example/2019/files/coasts.pdf"),
                        tuple("code", "https://github.com/example/coasts"),
                        tuple("video", "https://video.example/coasts.webm"));
        assertThat(talk.resources().getLast().licence()).isEqualTo("CC BY 4.0");
    }

    @Test
    void personsKeepTheirKeysUnlessTwoShareOne() throws Exception {
        assertThat(good().talk("Drawing coasts").speakers())
                .extracting(SpeakerDraft::key, SpeakerDraft::name)
                .containsExactly(
                        tuple("p-7", "Mina Okafor"),
                        tuple(null, "Ada Verne"),
                        tuple(null, "Lars Holm"),
                        tuple("9", "Sievers, Map Networks"));
    }

    @Test
    void aTalkAfterMidnightIsGivenOnTheNextDay() throws Exception {
        TalkDraft talk = good().talk("Night walk");
        assertThat(talk.cancelled()).isTrue();
        assertThat(talk.subtitle()).isNull();
        assertThat(talk.kind()).isEqualTo("workshop");
        assertThat(talk.speakers()).isEmpty();
        assertThat(talk.summary())
                .isEqualTo(new RichText("<p>Bring a <em>lamp</em>.</p>\n\n<p>A &lt; B.</p>", RichText.HTML));
        assertThat(talk.sessions())
                .containsExactly(new SessionDraft(
                        "0", LocalDate.of(2019, 10, 27), "00:30", "Europe/Dublin", 5400, "Great Hall"));
        // Without a start of the day, `day_change` tells it.
        assertThat(good().talk("Without a room around it").sessions())
                .containsExactly(
                        new SessionDraft("0", LocalDate.of(2019, 10, 28), "01:30", "Europe/Dublin", null, "Foyer"));
    }

    @Test
    void contradictionsAreToldAndTheDateWins() throws Exception {
        DraftCollector read = good();
        assertThat(read.talk("Lunch").kind()).isEqualTo("other");
        assertThat(read.talk("Lunch").sessions())
                .containsExactly(new SessionDraft(
                        "0", LocalDate.of(2019, 10, 26), "13:00", "Europe/Dublin", 3600, "Great Hall"));
        assertThat(read.warnings)
                .extracting(Rejection::reason)
                .contains("Date and start contradict each other; the date was taken.", "This is not a duration.");
    }

    @Test
    void everyEventIsAccountedFor() throws Exception {
        DraftCollector read = good();
        assertThat(read.progressed).hasSize(5);
        assertThat(read.talks).hasSize(4);
        assertThat(read.rejected)
                .singleElement()
                .satisfies(rejected -> assertThat(rejected.place()).isEqualTo("good.xml, line 83, event 5"));
    }

    @Test
    void slotsOfOneTalkAreItsSessionsByRankAndNotByGuid() throws Exception {
        DraftCollector read = DraftCollector.read(format, Fixtures.own("frab/slots.xml"));
        assertThat(read.talks).extracting(TalkDraft::key).containsExactly("ABC123", "same", "same other-of-two");
        assertThat(read.talk("Twice").sessions())
                .extracting(SessionDraft::key, SessionDraft::localTime)
                .containsExactly(tuple("0", "09:00"), tuple("1", "15:00"));
        assertThat(read.ignored).singleElement().asString().contains("repeats a slot");
    }

    @Test
    void anIdOfTwoPersonsIsNoKey() throws Exception {
        DraftCollector read = DraftCollector.read(format, Fixtures.own("frab/slots.xml"));
        assertThat(read.talk("Twice").speakers()).extracting(SpeakerDraft::key).containsExactly("1");
        assertThat(read.talk("Other of two").speakers())
                .extracting(SpeakerDraft::key)
                .containsOnlyNulls();
    }

    @Test
    void theLeastPossibleIsEnough() throws Exception {
        DraftCollector read = DraftCollector.read(format, Fixtures.own("frab/minimal.xml"));
        assertThat(read.conferences).extracting(ConferenceDraft::key).containsExactly("tiny-2020");
        assertThat(read.talks).extracting(TalkDraft::title).containsExactly("Only this");
        assertThat(read.rejected).isEmpty();
    }

    @Test
    void aCutFileIsRefusedAndWhatStoodBeforeIsKept() throws Exception {
        DraftCollector sink = new DraftCollector();
        assertThatThrownBy(() -> format.read(Fixtures.own("frab/corrupt.xml"), sink))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessageContaining("corrupt.xml is not valid XML (line 60)");
        assertThat(sink.talks).extracting(TalkDraft::title).containsExactly("Drawing coasts");
    }

    @Test
    void documentTypesDepthAndPagesAreRefused() throws Exception {
        for (String hostile : List.of("hostile.xml", "hostile-deep.xml", "page.html")) {
            DraftCollector sink = new DraftCollector();
            assertThatThrownBy(() -> format.read(Fixtures.own("frab/" + hostile), sink))
                    .as(hostile)
                    .isInstanceOf(UnreadableSourceException.class);
            assertThat(sink.talks).isEmpty();
        }
        assertThatThrownBy(() -> format.read(Fixtures.own("frab/page.html"), new DraftCollector()))
                .hasMessageContaining("document type");
    }

    @Test
    void itIsToldByItsStructure() throws Exception {
        for (String own : List.of("good.xml", "minimal.xml", "slots.xml", "corrupt.xml")) {
            assertThat(format.recognise(Fixtures.own("frab/" + own)).certainty())
                    .isEqualTo(Certainty.CERTAIN);
        }
        assertThat(format.recognise(Fixtures.own("frab/page.html")).certainty()).isEqualTo(Certainty.NO);
        assertThat(format.recognise(Fixtures.own("pyvideo/good")).certainty()).isEqualTo(Certainty.NO);
    }

    /// Talks and names equal an independent count of elements, but for names in two files: EMF joins two persons in
    /// six of 191 names, which are told apart here; FOSDEM 2025 has three names that are none, `-` and two e-mail
    /// addresses.
    @ParameterizedTest
    @CsvSource({
        "31c3.xml, 138, 197",
        "denog7.xml, 17, 14",
        "divoc-ptt-2021.xml, 23, 18",
        "emf-2018.frab, 214, 196",
        "fosdem-2007.xml, 215, 204",
        "fosdem-2013.xml, 487, 476",
        "fosdem-2021.xml, 773, 684",
        "fosdem-2025.xml.gz, 943, 989",
        "minilac16.xml, 25, 22",
        "pentabarf02_withqa.xml, 2, 3",
        "pentabarf03_duplicate_talk.xml, 2, 2",
        "privacyweek-2017.xml, 109, 80",
        "voctoweb-fixture.xml, 123, 108"
    })
    void realFilesAreReadCompletely(String file, int talks, int speakers) throws Exception {
        var source = SourceFiles.of(Fixtures.shared("schedule.xml").resolve(file));
        assertThat(format.recognise(source).certainty()).isEqualTo(Certainty.CERTAIN);
        DraftCollector read = DraftCollector.read(format, source);
        assertThat(read.conferences).hasSize(1);
        assertThat(read.talks).hasSize(talks);
        assertThat(read.rejected).isEmpty();
        assertThat(read.speakers()).hasSize(speakers);
    }

    private DraftCollector good() throws Exception {
        return DraftCollector.read(format, Fixtures.own("frab/good.xml"));
    }
}

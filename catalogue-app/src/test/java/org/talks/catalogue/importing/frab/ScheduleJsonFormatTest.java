package org.talks.catalogue.importing.frab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
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
import org.talks.catalogue.importing.format.TalkDraft.SpeakerDraft;

class ScheduleJsonFormatTest {

    private final ScheduleJsonFormat format = new ScheduleJsonFormat();

    @Test
    void versionOneIsRead() throws Exception {
        DraftCollector read = DraftCollector.read(format, Fixtures.own("schedule-json/good-v1.json"));
        assertThat(read.conferences).singleElement().satisfies(conference -> {
            assertThat(conference.source()).isEqualTo("frab:mapcon-2019");
            assertThat(conference.zone()).isEqualTo("Europe/Dublin");
        });
        TalkDraft talk = read.talk("Drawing coasts");
        assertThat(talk.key()).isEqualTo("ABC123");
        assertThat(talk.speakers())
                .extracting(SpeakerDraft::key, SpeakerDraft::name)
                .containsExactly(tuple("PPP777", "Mina Okafor"));
        assertThat(talk.speakers().getFirst().bio().text()).isEqualTo("Draws *maps*.");
        assertThat(talk.resources())
                .extracting(ResourceDraft::kind, ResourceDraft::url)
                .contains(tuple("slides", "https://mapcon.example/files/coasts.pdf"));
        assertThat(read.talk("Night walk").cancelled()).isTrue();
        assertThat(read.talk("Night walk").sessions())
                .containsExactly(
                        new SessionDraft("0", LocalDate.of(2019, 10, 27), "00:30", "Europe/Dublin", 2700, "Cellar"));
    }

    @Test
    void versionTwoIsReadInTheZoneOfTheConference() throws Exception {
        DraftCollector read = DraftCollector.read(format, Fixtures.own("schedule-json/good-v2.json"));
        TalkDraft talk = read.talk("Coasts");
        assertThat(talk.sessions())
                .containsExactly(
                        new SessionDraft("0", LocalDate.of(2024, 12, 28), "00:45", "Europe/Berlin", 1800, "Hall 1"));
        assertThat(talk.speakers()).extracting(SpeakerDraft::name).containsExactly("Mina Okafor", "Jo Brandt");
        assertThat(talk.speakers().getFirst().bio().text()).isEqualTo("Draws maps.");
        assertThat(talk.resources()).extracting(ResourceDraft::kind).containsExactly("link", "slides");
    }

    /// As the scripts of organisers write it: no `schedule` around it, moments as start, one id for all events.
    @Test
    void contentOfScheduleAtTheTopIsRead() throws Exception {
        var source = Fixtures.own("schedule-json/good-no-schedule-member.json");
        assertThat(format.recognise(source).certainty()).isEqualTo(Certainty.CERTAIN);
        DraftCollector read = DraftCollector.read(format, source);
        assertThat(read.conferences)
                .singleElement()
                .satisfies(conference -> assertThat(conference.source()).isEqualTo("frab:kt31"));
        assertThat(read.talks).hasSize(2);
        TalkDraft talk = read.talk("Ebbe und Flut");
        assertThat(talk.key()).isEqualTo("https://kuesten.example/session/ebbe");
        assertThat(talk.speakers())
                .extracting(SpeakerDraft::key, SpeakerDraft::name)
                .containsExactly(tuple("10893", "Mina Okafor"), tuple("11546", "Jo Brandt"));
        assertThat(talk.sessions())
                .containsExactly(
                        new SessionDraft("0", LocalDate.of(2031, 6, 5), "10:30", "Europe/Berlin", 2700, "Stage 1"));
        assertThat(read.talk("Im Watt").sessions())
                .containsExactly(
                        new SessionDraft("0", LocalDate.of(2031, 6, 5), "23:30", "Europe/Berlin", 3600, "Stage 2"));
        assertThat(read.rejected).isEmpty();
    }

    @Test
    void everyOptionalFieldMayBeMissing() throws Exception {
        DraftCollector read =
                DraftCollector.read(format, Fixtures.own("schedule-json/minimal-no-schedule-member.json"));
        assertThat(read.talk("Ebbe und Flut").sessions())
                .containsExactly(new SessionDraft("0", LocalDate.of(2031, 6, 5), null, null, null, "Stage 1"));
        assertThat(read.rejected).isEmpty();
    }

    /// The same event as XML and as JSON is the same source with the same keys.
    @Test
    void keysEqualThoseOfTheXml() throws Exception {
        DraftCollector json = DraftCollector.read(
                format, SourceFiles.of(Fixtures.shared("schedule.json").resolve("divoc-ptt-2021.json")));
        DraftCollector xml = DraftCollector.read(
                new FrabXmlFormat(),
                SourceFiles.of(Fixtures.shared("schedule.xml").resolve("divoc-ptt-2021.xml")));
        assertThat(keys(json)).isEqualTo(keys(xml));
    }

    @ParameterizedTest
    @CsvSource({
        "divoc-ptt-2021.json, 23, 18",
        "frab-camp2019.json, 79, 90",
        "hub-schedule2.json, 2, 4",
        "pretalx-democon.json, 36, 27"
    })
    void realFilesAreReadCompletely(String file, int talks, int speakers) throws Exception {
        var source = SourceFiles.of(Fixtures.shared("schedule.json").resolve(file));
        assertThat(format.recognise(source).certainty()).isEqualTo(Certainty.CERTAIN);
        DraftCollector read = DraftCollector.read(format, source);
        assertThat(read.talks).hasSize(talks);
        assertThat(read.speakers()).hasSize(speakers);
        assertThat(read.rejected).isEmpty();
    }

    private static List<String> keys(DraftCollector read) {
        return read.talks.stream()
                .map(talk -> talk.source() + " " + talk.key())
                .sorted()
                .toList();
    }
}

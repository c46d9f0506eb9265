package org.talks.catalogue.importing.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
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
import org.talks.catalogue.importing.format.UnreadableSourceException;

class CalendarFormatsTest {

    private final ICalendarFormat ical = new ICalendarFormat();
    private final XCalFormat xcal = new XCalFormat();

    @Test
    void pretalxKeepsItsCodesAndNamesItsSpeakersInTheSummary() throws Exception {
        DraftCollector read = DraftCollector.read(ical, Fixtures.own("ical/good-pretalx.ics"));
        assertThat(read.conferences).singleElement().satisfies(conference -> {
            assertThat(conference.name()).isEqualTo("MapCon 2023");
            assertThat(conference.zone()).isEqualTo("Europe/Dublin");
        });
        TalkDraft talk = read.talk("Drawing coasts - again");
        assertThat(talk.key()).isEqualTo("ABC123");
        assertThat(talk.speakers()).extracting(SpeakerDraft::name).containsExactly("Mina Okafor", "Lars Holm");
        assertThat(talk.sessions())
                .containsExactly(new SessionDraft(
                        "0", LocalDate.of(2023, 8, 18), "09:00", "Europe/Dublin", 1200, "Hall C (Plenary)"));
        assertThat(read.talks.toString()).doesNotContain("office@example.org");
    }

    @Test
    void foldsWithinWordsAndCharactersAreTakenOut() throws Exception {
        DraftCollector read = DraftCollector.read(ical, Fixtures.own("ical/good-pretalx.ics"));
        assertThat(read.talks.getFirst().summary().text())
                .isEqualTo("Coasts, they are **long**.\nWe measure them twice: k\u00fc");
    }

    @Test
    void cancelledIsKeptAndADurationStandsForTheEnd() throws Exception {
        TalkDraft talk =
                DraftCollector.read(ical, Fixtures.own("ical/good-pretalx.ics")).talk("Night walk");
        assertThat(talk.cancelled()).isTrue();
        assertThat(talk.sessions())
                .containsExactly(
                        new SessionDraft("0", LocalDate.of(2023, 10, 29), "01:30", "Europe/Dublin", 2700, null));
    }

    @Test
    void repeatedUidsAreToldApartByStartAndTitle() throws Exception {
        DraftCollector read = DraftCollector.read(ical, Fixtures.own("ical/good-repeated-uid.ics"));
        assertThat(read.talks)
                .extracting(TalkDraft::key)
                .containsExactly("46939 20240914T100000Z one-of-two", "46939 20240914 other-of-two");
        assertThat(read.talks.getFirst().sessions())
                .extracting(SessionDraft::zone)
                .containsExactly("UTC");
        assertThat(read.talks.getLast().sessions())
                .extracting(SessionDraft::localTime)
                .containsOnlyNulls();
        assertThat(read.ignored).hasSize(1);
        assertThat(read.conferences).extracting(ConferenceDraft::zone).containsOnlyNulls();
    }

    @Test
    void aCutCalendarIsRefused() {
        DraftCollector sink = new DraftCollector();
        assertThatThrownBy(() -> ical.read(Fixtures.own("ical/corrupt.ics"), sink))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessageContaining("cut off");
        assertThat(sink.talks).hasSize(1);
    }

    @Test
    void xcalIsReadByStartAndEnd() throws Exception {
        TalkDraft talk =
                DraftCollector.read(xcal, Fixtures.own("xcal/good.xcal")).talk("Drawing coasts");
        assertThat(talk.key()).isEqualTo("ABC123");
        assertThat(talk.subtitle()).isEqualTo("How long is it?");
        assertThat(talk.language()).isEqualTo("de");
        assertThat(talk.kind()).isEqualTo("workshop");
        assertThat(talk.speakers()).extracting(SpeakerDraft::name).containsExactly("Mina Okafor", "Lars Holm");
        assertThat(talk.sessions())
                .containsExactly(new SessionDraft("0", LocalDate.of(2020, 9, 4), "18:00", null, 900, "Great Hall"));
        assertThat(talk.resources())
                .extracting(ResourceDraft::url)
                .containsExactly("https://pretalx.example/talk/ABC123/");
    }

    @Test
    void xcalOfFrabIsReadByItsOwnTitles() throws Exception {
        DraftCollector read = DraftCollector.read(xcal, Fixtures.own("xcal/good-frab.xcal"));
        assertThat(read.conferences).singleElement().satisfies(conference -> {
            assertThat(conference.name()).isEqualTo("mc2015");
            assertThat(conference.source()).isEqualTo("ical:mc2015-schedule");
        });
        TalkDraft talk = read.talk("Küsten");
        assertThat(talk.language()).isEqualTo("de");
        assertThat(talk.summary().text()).isEqualTo("Küsten sind lang.\n\n* Wie lang?\n  Sehr.");
        assertThat(talk.speakers()).extracting(SpeakerDraft::name).containsExactly("Mina Okafor, Verein Ufer");
        assertThat(talk.resources()).isEmpty();
        assertThat(read.talk("Was ist ein See?").subtitle()).isEqualTo("Eine Einführung");
        assertThat(read.talk("Was ist ein See?").language()).isNull();
        assertThat(read.warnings).isEmpty();
        assertThat(DraftCollector.read(xcal, Fixtures.own("xcal/minimal-bare.xcal"))
                        .talk("Only this")
                        .key())
                .isEqualTo("1@x");
    }

    @Test
    void xcalWithADocumentTypeIsRefused() {
        assertThatThrownBy(() -> xcal.read(Fixtures.own("xcal/hostile.xcal"), new DraftCollector()))
                .isInstanceOf(UnreadableSourceException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "devrel-japan-2022-document.ics, 1",
        "divoc-ptt-2021.ics, 23",
        "emf-2018.ics, 355",
        "emf-2022.ics, 326",
        "linz-automated-machine-learning.ics, 1",
        "linz-cosmos-db.ics, 1",
        "linz-stories-of-void.ics, 1",
        "pycon-au-2023.ics, 94"
    })
    void realCalendarsAreReadCompletely(String file, int talks) throws Exception {
        var source = SourceFiles.of(Fixtures.shared("ics").resolve(file));
        assertThat(ical.recognise(source).certainty()).isEqualTo(Certainty.CERTAIN);
        DraftCollector read = DraftCollector.read(ical, source);
        assertThat(read.talks).hasSize(talks);
        assertThat(read.rejected).isEmpty();
    }

    @Test
    void theRealXcalIsReadCompletely() throws Exception {
        var source = SourceFiles.of(Fixtures.shared("xcal/divoc-ptt-2021.xcal"));
        assertThat(xcal.recognise(source).certainty()).isEqualTo(Certainty.CERTAIN);
        DraftCollector read = DraftCollector.read(xcal, source);
        assertThat(read.talks).hasSize(23);
        assertThat(read.speakers()).hasSize(18);
        assertThat(List.copyOf(read.rejected)).isEmpty();
    }
}

package org.talks.catalogue.importing.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.talks.catalogue.importing.format.ConferenceDraft;
import org.talks.catalogue.importing.format.DraftCollector;
import org.talks.catalogue.importing.format.Fixtures;
import org.talks.catalogue.importing.format.ImportFormat;
import org.talks.catalogue.importing.format.TalkDraft;
import org.talks.catalogue.importing.format.TalkDraft.ResourceDraft;
import org.talks.catalogue.importing.format.TalkDraft.SessionDraft;
import org.talks.catalogue.importing.format.TalkDraft.SpeakerDraft;

/// What each format makes of its own fields.
class ProgrammesTest {

    private static DraftCollector read(ImportFormat format, String file) throws Exception {
        return DraftCollector.read(format, Fixtures.own(format.id() + "/" + file));
    }

    private static SessionDraft only(TalkDraft talk) {
        assertThat(talk.sessions()).hasSize(1);
        return talk.sessions().getFirst();
    }

    @Test
    void emfKeepsSpeakersInOneText() throws Exception {
        DraftCollector read = read(new EmfFormat(), "good.json");
        TalkDraft talk = read.talk("Maps of the undead");
        assertThat(talk.speakers()).extracting(SpeakerDraft::name).containsExactly("Mina Okafor", "Lars Holm");
        assertThat(only(talk))
                .isEqualTo(new SessionDraft("0", LocalDate.of(2018, 9, 2), "19:20", null, 2400, "Stage A"));
        assertThat(talk.resources()).extracting(ResourceDraft::kind).containsExactly("video", "video", "link");
        assertThat(read.talk("Soldering for beginners").cancelled()).isTrue();
        assertThat(read.talk("Soldering for beginners").kind()).isEqualTo("workshop");
    }

    @Test
    void droidKaigiNamesTheLanguageOfEachTalk() throws Exception {
        DraftCollector read = read(new DroidKaigiFormat(), "good.json");
        TalkDraft talk = read.talk("地図を描く");
        assertThat(talk.language()).isEqualTo("ja");
        assertThat(talk.kind()).isEqualTo("keynote");
        assertThat(talk.resources()).extracting(ResourceDraft::kind).containsExactly("slides", "video");
        assertThat(read.warnings).anySatisfy(w -> assertThat(w.value()).startsWith("ttps://"));
    }

    @Test
    void mixitNamesItsYearAndNoSpeakers() throws Exception {
        DraftCollector read = read(new MixitFormat(), "good.json");
        assertThat(read.conferences.getFirst().name()).isEqualTo("MiXiT 2024");
        TalkDraft talk = read.talk("Dessiner les côtes");
        assertThat(talk.language()).isEqualTo("fr");
        assertThat(talk.kind()).isEqualTo("lightning");
        assertThat(talk.speakers()).isEmpty();
        assertThat(read.warnings).anySatisfy(w -> assertThat(w.reason()).contains("ids of their accounts"));
    }

    @Test
    void javaZoneHasVideosAtVimeoAndLengthsInMinutes() throws Exception {
        DraftCollector read = read(new JavaZoneFormat(), "good.json");
        TalkDraft talk = read.talk("Å tegne kart");
        assertThat(talk.language()).isEqualTo("no");
        assertThat(talk.resources()).extracting(ResourceDraft::url).containsExactly("https://vimeo.com/123456789");
        assertThat(only(talk).localTime()).isEqualTo("15:50");
        assertThat(only(talk).zone()).isNull();
        assertThat(only(read.talk("Lakes")).durationSeconds()).isEqualTo(1200);
    }

    @Test
    void theOlderServerOfJavaZoneListsConferencesAndProposals() throws Exception {
        DraftCollector read = read(new JavaZoneFormat(), "good-years.json");
        assertThat(read.conferences).singleElement().satisfies(conference -> {
            assertThat(conference.name()).isEqualTo("JavaZone 2006");
            assertThat(conference.startDate()).isEqualTo(LocalDate.of(2006, 9, 13));
        });
        assertThat(read.ignored).singleElement().asString().contains("pending");
        assertThat(read.partial).hasSize(1);
    }

    @Test
    void openEventTellsMomentsInUtcAndMarksNoBreaks() throws Exception {
        DraftCollector read = read(new OpenEventFormat(), "good.json");
        TalkDraft talk = read.talk("Drawing coasts");
        assertThat(only(talk))
                .isEqualTo(new SessionDraft("0", LocalDate.of(2016, 3, 18), "01:30", "UTC", 1800, "Hall A"));
        assertThat(talk.speakers()).extracting(SpeakerDraft::affiliation).containsExactly("Maps Inc.");
        assertThat(read.ignored).hasSize(1);
        assertThat(read.rejected)
                .singleElement()
                .satisfies(r -> assertThat(r.reason()).contains("title"));
        DraftCollector later = read(new OpenEventFormat(), "good-server.json");
        assertThat(later.talk("Lakes").track()).isEqualTo("Maps");
        assertThat(later.talk("Lakes").resources())
                .extracting(ResourceDraft::kind)
                .containsExactly("slides");
        assertThat(later.ignored).singleElement().asString().contains("rejected");
    }

    @Test
    void devoxxTalksHaveTheNumberOfTheirPresentationInAllFiles() throws Exception {
        TalkDraft told = read(new DevoxxRestFormat(), "good-presentations.json").talk("Drawing coasts");
        DraftCollector schedule = read(new DevoxxRestFormat(), "good-schedule.json");
        TalkDraft scheduled = schedule.talk("Drawing coasts");
        assertThat(told.key()).isEqualTo("404").isEqualTo(scheduled.key());
        assertThat(told.level()).isEqualTo("novice");
        assertThat(only(scheduled).durationSeconds()).isEqualTo(10_800);
        assertThat(told.speakers().getFirst().key())
                .isEqualTo(scheduled.speakers().getFirst().key());
        assertThat(schedule.ignored).singleElement().asString().contains("Registration");
        assertThat(schedule.partial).hasSize(1);
    }

    @Test
    void coscupTellsTheYearOnlyInAddresses() throws Exception {
        DraftCollector read = read(new CoscupFormat(), "good-days.json");
        assertThat(read.conferences.getFirst())
                .extracting(ConferenceDraft::name, ConferenceDraft::startDate, ConferenceDraft::endDate)
                .containsExactly("COSCUP 2025", LocalDate.of(2025, 8, 9), LocalDate.of(2025, 8, 10));
        assertThat(read.talk("地圖").language()).isEqualTo("zh");
        assertThat(read.talk("地圖").speakers()).extracting(SpeakerDraft::name).containsExactly("岡 みな");
        TalkDraft app = read(new CoscupFormat(), "good-app.json").talk("地圖");
        assertThat(app.subtitle()).isEqualTo("Maps");
        assertThat(only(app).room()).isEqualTo("Hall");
        assertThat(app.topics()).containsExactly("maps");
        assertThat(app.speakers()).extracting(SpeakerDraft::name).containsExactly("Mina Okafor");
    }

    @Test
    void listsOfSitesAreReadByTheirOwnNames() throws Exception {
        DraftCollector bang = read(new TalkListFormat(), "good-bangbang.json");
        assertThat(bang.talk("Maps!").resources())
                .extracting(ResourceDraft::url)
                .containsExactly("https://www.youtube.com/watch?v=gGZl0t0WpLo");
        assertThat(bang.talk("Maps!").speakers()).hasSize(2);
        assertThat(bang.talk("Lakes!").cancelled()).isTrue();
        assertThat(read(new TalkListFormat(), "good-ddd.json")
                        .talk("Maps")
                        .speakers()
                        .getFirst()
                        .affiliation())
                .isEqualTo("Cartographer");
        assertThat(only(read(new TalkListFormat(), "good-devrel.json").talk("一年")))
                .isEqualTo(new SessionDraft("0", null, "19:30", null, 5400, null));
        TalkDraft workshop = read(new TalkListFormat(), "good-w3c.json").talk("Drawing coasts");
        assertThat(workshop.resources().getFirst().durationSeconds()).isEqualTo(665);
        assertThat(workshop.summary().text()).contains("About coasts.", "海岸");
    }

    @Test
    void conferenceHallNamesItsZoneAndNoAddressOfAPerson() throws Exception {
        DraftCollector read = read(new ConferenceHallFormat(), "good.json");
        assertThat(read.conferences.getFirst().zone()).isEqualTo("Europe/Paris");
        TalkDraft talk = read.talk("Drawing coasts");
        assertThat(talk.key()).isEqualTo("p1");
        assertThat(only(talk))
                .isEqualTo(new SessionDraft("0", LocalDate.of(2025, 5, 1), "09:00", "Europe/Paris", 2700, "Room 1"));
        assertThat(talk.toString()).doesNotContain("mina@maps.example");
        assertThat(read.ignored).singleElement().asString().contains("Coffee");
    }

    @Test
    void schedLeavesOutWhatIsNotActive() throws Exception {
        DraftCollector read = read(new SchedFormat(), "good.json");
        assertThat(read.talks).extracting(TalkDraft::title).containsExactly("Drawing coasts & lakes");
        TalkDraft talk = read.talks.getFirst();
        assertThat(talk.topics()).containsExactly("Maps", "maps", "coasts");
        assertThat(talk.speakers()).extracting(SpeakerDraft::key).containsExactly("mina");
        assertThat(only(talk).zone()).isNull();
        assertThat(read.ignored).hasSize(2);
        assertThat(read(new SchedFormat(), "good-text.json").talk("Lakes").speakers())
                .hasSize(2);
    }

    @Test
    void europythonWritesTimesWithoutAColon() throws Exception {
        DraftCollector read = read(new EuroPythonFormat(), "good.xml");
        assertThat(only(read.talk("Drawing coasts")))
                .isEqualTo(new SessionDraft("0", LocalDate.of(2014, 7, 22), "10:00", null, 1800, "C01"));
        assertThat(only(read.talk("Lakes")).localTime()).isEqualTo("09:00");
        assertThat(read.talk("Lakes").kind()).isEqualTo("tutorial");
        assertThat(read.ignored).singleElement().asString().contains("Lunch");
    }
}

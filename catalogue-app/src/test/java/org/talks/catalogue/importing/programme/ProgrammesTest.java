package org.talks.catalogue.importing.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
import org.talks.events.Link;

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
    void conferenceHallsFirstEventApiRefersByIdsAndHoldsPrivateThings() throws Exception {
        DraftCollector read = read(new ConferenceHallFormat(), "good-event.json");
        ConferenceDraft conference = read.conferences.getFirst();
        assertThat(conference.name()).isEqualTo("MapCon 2024");
        assertThat(conference.startDate()).isEqualTo(LocalDate.of(2024, 2, 8));
        assertThat(read.talks)
                .extracting(TalkDraft::title)
                .containsExactly("Dessiner les côtes", "Cent lacs en quinze minutes", "Keynote d'ouverture");
        TalkDraft talk = read.talks.getFirst();
        assertThat(talk.key()).isEqualTo("Tm9aKq2WxYzB1cD3eF4g");
        assertThat(talk.language()).isEqualTo("fr");
        assertThat(talk.level()).isEqualTo("beginner");
        assertThat(talk.kind()).isEqualTo("talk");
        assertThat(talk.topics()).containsExactly("Cartes & plans");
        assertThat(talk.sessions()).isEmpty();
        assertThat(talk.speakers()).extracting(SpeakerDraft::name).containsExactly("Mina Okafor", "Lars Holm");
        assertThat(talk.speakers().getFirst().key()).isEqualTo("uidMina0000000000000000000001");
        assertThat(talk.speakers().getFirst().links())
                .extracting(Link::url)
                .containsExactly("https://github.com/minamaps", "https://twitter.com/minamaps");
        assertThat(read.talks.get(1).kind()).isEqualTo("lightning");
        assertThat(read.talks.get(1).topics()).isEmpty();
        assertThat(read.ignored).singleElement().asString().contains("rejected", "Une carte de trop");
        assertThat(read.rejected).isEmpty();
        assertThat(read.talks.toString())
                .doesNotContain("mina@maps.example", "+33", "0123456789", "rue du Lac", "Déjà donné");
    }

    @Test
    void conferenceHallsFirstDownloadHasNoIdsOfTalks() throws Exception {
        DraftCollector read = read(new ConferenceHallFormat(), "good-download.json");
        assertThat(read.conferences.getFirst().name()).isEqualTo("Maps in March 2019");
        assertThat(read.talks)
                .extracting(TalkDraft::key)
                .containsExactly("drawing-coasts/mina-okafor", "maps-without-a-format/");
        assertThat(read.talks.getFirst().summary().text()).startsWith("## Coasts");
        assertThat(read.ignored).singleElement().asString().contains("submitted", "A lake too many");
        assertThat(read.talks.toString()).doesNotContain("mina@maps.example", "4.26", "Give me the big room");
    }

    @Test
    void conferenceHallsProposalsAreReadWhereTheyWereAcceptedAndNotDeclined() throws Exception {
        DraftCollector read = read(new ConferenceHallFormat(), "good-proposals.json");
        TalkDraft talk = read.talk("Le lac expliqué à ma voisine");
        assertThat(read.talks).containsExactly(talk);
        assertThat(talk.language()).isEqualTo("fr");
        assertThat(talk.kind()).isEqualTo("lightning");
        assertThat(talk.topics()).containsExactly("Eaux, lacs, rivières", "eau");
        assertThat(talk.speakers()).singleElement().satisfies(speaker -> {
            assertThat(speaker.key()).isNull();
            assertThat(speaker.links()).hasSize(2);
        });
        assertThat(read.warnings).anySatisfy(w -> assertThat(w.reason()).contains("Several languages"));
        assertThat(read.ignored).hasSize(2).anyMatch(i -> i.contains("declined"));
        assertThat(read.talks.toString()).doesNotContain("mina@maps.example", "3.75");
        DraftCollector api = read(new ConferenceHallFormat(), "good-proposals-api.json");
        assertThat(api.conferences.getFirst().name()).isEqualTo("MapCon 2026");
        assertThat(api.conferences.getFirst().endDate()).isEqualTo(LocalDate.of(2026, 2, 13));
        assertThat(api.talk("Drawing coasts").topics()).containsExactly("Maps", "coasts");
        assertThat(api.talks.toString()).doesNotContain("mina@maps.example", "Everything");
    }

    @Test
    void conferenceHallIsReadWithoutAnythingThatItMayLeaveOut() throws Exception {
        for (String file : new String[] {"minimal.json", "minimal-event.json", "minimal-proposals.json"}) {
            DraftCollector read = read(new ConferenceHallFormat(), file);
            assertThat(read.talks).as(file).extracting(TalkDraft::title).containsExactly("Only this");
            assertThat(read.rejected).as(file).isEmpty();
        }
    }

    @Test
    void schedAsFoundationsKeepItNamesItsSpeakersTwice() throws Exception {
        DraftCollector read = read(new SchedFormat(), "good-full.json");
        assertThat(read.talks)
                .extracting(TalkDraft::title)
                .containsExactly("Keynote: Four Ways Around a Lake", "Maps - A Story of Ink", "Les lacs");
        TalkDraft keynote = read.talks.getFirst();
        assertThat(keynote.kind()).isEqualTo("keynote");
        assertThat(keynote.level()).isNull();
        assertThat(keynote.summary().format()).isEqualTo("html");
        assertThat(keynote.speakers())
                .extracting(SpeakerDraft::name)
                .containsExactly("Mina Okafor", "Lars Holm", "Ida Ruiz");
        assertThat(keynote.resources())
                .extracting(ResourceDraft::kind, ResourceDraft::url)
                .containsExactly(
                        tuple("video", "https://www.youtube.com/watch?v=N9_z6Zp5waY"),
                        tuple(
                                "slides",
                                "https://hosted-files.sched.example/mapcon2024/f4/Four%20ways,%20Mina%20Okafor.pdf"));
        assertThat(only(keynote))
                .isEqualTo(new SessionDraft(
                        "0", LocalDate.of(2024, 9, 10), "09:55", null, 1800, "Grand Ballroom II - IV"));
        assertThat(read.talks.get(1).level()).isEqualTo("Intermediate");
        assertThat(read.talks.get(1).kind()).isEqualTo("workshop");
        assertThat(read.talks.get(2).language()).isEqualTo("fr");
        assertThat(read.talks.get(2).kind()).isEqualTo("talk");
        assertThat(read.ignored)
                .hasSize(2)
                .anyMatch(i -> i.contains("Registration"))
                .anyMatch(i -> i.contains("Lunch"));
        assertThat(read(new SchedFormat(), "minimal-sparse.json")
                        .talk("Only this")
                        .sessions())
                .isEmpty();
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

package org.talks.catalogue.importing.sessionize;

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
import org.talks.events.Link;

class SessionizeFormatTest {

    private final SessionizeFormat format = new SessionizeFormat();

    @Test
    void viewAllIsReadWithWhatItRefersTo() throws Exception {
        DraftCollector read = DraftCollector.read(format, Fixtures.own("sessionize/good-all.json"));
        TalkDraft talk = read.talk("Drawing coasts");
        assertThat(talk.key()).isEqualTo("101");
        assertThat(talk.summary().text()).isEqualTo("Coasts\nare long.");
        assertThat(talk.track()).isEqualTo("Coasts");
        assertThat(talk.language()).isEqualTo("de");
        assertThat(talk.level()).isEqualTo("Advanced");
        assertThat(talk.kind()).isEqualTo("workshop");
        assertThat(talk.sessions())
                .containsExactly(new SessionDraft("0", LocalDate.of(2021, 4, 16), "08:00", null, 3000, "Great Hall"));
        assertThat(talk.resources())
                .extracting(ResourceDraft::kind, ResourceDraft::url)
                .containsExactly(tuple("video", "https://www.youtube.com/watch?v=aaa"));
        assertThat(talk.speakers()).singleElement().satisfies(speaker -> {
            assertThat(speaker.key()).isEqualTo("u-1");
            assertThat(speaker.affiliation()).isEqualTo("Cartographer");
            assertThat(speaker.links()).containsExactly(new Link("https://mina.example/", "Blog"));
        });
    }

    @Test
    void pausesAndProposalsThatWereNotAcceptedAreLeftOut() throws Exception {
        DraftCollector read = DraftCollector.read(format, Fixtures.own("sessionize/good-all.json"));
        assertThat(read.talks).extracting(TalkDraft::title).containsExactly("Drawing coasts", "Night walk");
        assertThat(read.talk("Night walk").cancelled()).isTrue();
        assertThat(read.ignored)
                .hasSize(2)
                .anyMatch(i -> i.contains("Declined"))
                .anyMatch(i -> i.contains("Lunch"));
        assertThat(read.progressed).hasSize(4);
    }

    @Test
    void theConferenceIsNamedByTheFile() throws Exception {
        DraftCollector read = DraftCollector.read(
                format, SourceFiles.of("linz-gab-2021-all.json", Fixtures.root().resolve("sessionize/minimal.json")));
        assertThat(read.conferences).singleElement().satisfies(conference -> {
            assertThat(conference.name()).isEqualTo("linz gab 2021");
            assertThat(conference.source()).isEqualTo("sessionize:linz-gab-2021");
            assertThat(conference.zone()).isNull();
        });
    }

    @Test
    void timesInUtcSaySo() throws Exception {
        DraftCollector read = DraftCollector.read(format, Fixtures.own("sessionize/good-sessions.json"));
        assertThat(read.talks.getFirst().sessions())
                .extracting(SessionDraft::zone)
                .containsExactly("UTC");
        assertThat(read.talks.getFirst().topics()).containsExactly("Maps");
    }

    @Test
    void aSessionInTwoRoomsOfTheGridIsOneTalk() throws Exception {
        DraftCollector read = DraftCollector.read(format, Fixtures.own("sessionize/good-gridsmart.json"));
        assertThat(read.talks).extracting(TalkDraft::key).containsExactly("101", "102");
    }

    @Test
    void textsInTwoLanguagesAreReadAsDroidKaigiServesThem() throws Exception {
        DraftCollector read = DraftCollector.read(format, Fixtures.own("sessionize/good-two-languages.json"));
        TalkDraft talk = read.talk("Drawing coasts");
        assertThat(talk.subtitle()).isEqualTo("海岸を描く");
        assertThat(talk.language()).isEqualTo("ja");
        assertThat(talk.level()).isEqualTo("INTERMEDIATE");
        assertThat(talk.topics()).containsExactly("Coasts");
        assertThat(talk.speakers()).extracting(SpeakerDraft::name).containsExactly("mina");
        assertThat(talk.sessions())
                .containsExactly(new SessionDraft("0", LocalDate.of(2021, 10, 20), "10:20", null, 2400, "Great Hall"));
        assertThat(talk.resources()).extracting(ResourceDraft::kind).containsExactly("video", "slides");
        TalkDraft lakes = read.talk("Lakes");
        assertThat(lakes.language()).isNull();
        assertThat(lakes.level()).isNull();
        assertThat(lakes.summary().text()).isEqualTo("Lakes are deep.");
        assertThat(read.ignored).singleElement().asString().contains("Welcome");
        assertThat(read.rejected).isEmpty();
        assertThat(DraftCollector.read(format, Fixtures.own("sessionize/minimal-two-languages.json")).talks)
                .extracting(TalkDraft::title)
                .containsExactly("これだけ");
    }

    @Test
    void personsWhoseKeyIsTheirNameAreNamesInACell() throws Exception {
        DraftCollector read = DraftCollector.read(format, Fixtures.own("sessionize/good-grid-by-names.json"));
        TalkDraft talk = read.talk("Speaker Panel");
        assertThat(talk.speakers())
                .extracting(SpeakerDraft::name)
                .containsExactly("Mina Okafor", "Lars Holm", "Zoë Field");
        assertThat(talk.speakers()).extracting(SpeakerDraft::key).containsOnlyNulls();
        assertThat(talk.sessions())
                .containsExactly(new SessionDraft("0", LocalDate.of(2017, 9, 16), "15:15", null, null, "M6"));
    }

    @Test
    void aListOfSpeakersHoldsNoTalks() throws Exception {
        DraftCollector read = DraftCollector.read(format, Fixtures.own("sessionize/good-speakers.json"));
        assertThat(read.talks).isEmpty();
        assertThat(read.ignored).hasSize(1);
        assertThat(read.partial).hasSize(1);
    }

    /// Talks equal an independent count. Lists of speakers hold no talks, and sessions by id refer to persons whom
    /// only another file names.
    @ParameterizedTest
    @CsvSource({
        "cdkday-2023-sessions.json, 39, 46",
        "cdkday-2023-speakers.json, 0, 0",
        "droidcon-berlin-2022-gridsmart.json, 92, 102",
        "droidcon-sf-2023-gridsmart.json, 66, 78",
        "droidcon-sf-2023-speakers.json, 0, 0",
        "droidkaigi-2018-all.json, 9, 10",
        "linz-gab-2021-all.json, 37, 40",
        "vtcodecamp-2018-sessions-by-id.json, 35, 0",
        "vtcodecamp-2018-speakers-by-id.json, 0, 0"
    })
    void realFilesAreReadCompletely(String file, int talks, int speakers) throws Exception {
        var source = SourceFiles.of(Fixtures.shared("sessionize").resolve(file));
        assertThat(format.recognise(source).certainty()).isEqualTo(Certainty.CERTAIN);
        DraftCollector read = DraftCollector.read(format, source);
        assertThat(read.talks).hasSize(talks);
        assertThat(read.speakers()).hasSize(speakers);
        assertThat(read.rejected).isEmpty();
        assertThat(List.copyOf(read.conferences)).hasSize(talks == 0 ? 0 : 1);
    }
}

package org.talks.catalogue.importing.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.talks.catalogue.importing.format.DraftCollector;
import org.talks.catalogue.importing.format.Fixtures;
import org.talks.catalogue.importing.format.Recognition.Certainty;
import org.talks.catalogue.importing.format.SourceFile;
import org.talks.catalogue.importing.format.SourceFiles;
import org.talks.catalogue.importing.format.TalkDraft;
import org.talks.catalogue.importing.format.TalkDraft.ResourceDraft;
import org.talks.catalogue.importing.format.TalkDraft.SessionDraft;
import org.talks.catalogue.importing.format.TalkDraft.SpeakerDraft;
import org.talks.catalogue.importing.format.UnreadableSourceException;

class NotesFormatTest {

    private final NotesFormat format = new NotesFormat();

    private static SourceFile file(String text) throws Exception {
        return SourceFiles.of("note.md", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aNoteIsReadWithTheTalkThatItIsAbout() throws Exception {
        DraftCollector read = DraftCollector.read(format, Fixtures.own("notes/good.md"));
        TalkDraft talk = read.talk("Drawing coasts");
        assertThat(talk.key()).isEqualTo("mapcon-2017/drawing-coasts");
        assertThat(talk.language()).isEqualTo("en");
        assertThat(talk.speakers()).extracting(SpeakerDraft::name).containsExactly("Mina Okafor", "Lars Holm");
        assertThat(talk.sessions().getFirst().date()).isEqualTo(LocalDate.of(2017, 6, 13));
        assertThat(talk.notes()).singleElement().satisfies(note -> {
            assertThat(note.author()).isEqualTo("Zoë Field");
            assertThat(note.slide()).isEqualTo(4);
            assertThat(note.writtenOn()).isEqualTo(LocalDate.of(2017, 6, 20));
            assertThat(note.text().text()).startsWith("# What stayed").doesNotContain("mina@");
        });
        assertThat(read.conferences.getFirst().name()).isEqualTo("MapCon 2017");
    }

    @Test
    void theSameNoteKeepsItsIdWhenItsTextChanges() throws Exception {
        String head = "---\ntitle: Coasts\nconference: MapCon\nauthor: Zoë\n---\n";
        var before = DraftCollector.read(format, file(head + "One."))
                .talks
                .getFirst()
                .notes();
        var after = DraftCollector.read(format, file(head + "Two."))
                .talks
                .getFirst()
                .notes();
        assertThat(after.getFirst().noteId()).isEqualTo(before.getFirst().noteId());
        assertThat(after).isNotEqualTo(before);
    }

    @Test
    void aTalkPageOfHugosAcademicThemeIsATalkWithItsSummary() throws Exception {
        DraftCollector read = DraftCollector.read(format, Fixtures.own("notes/good-academic.md"));
        TalkDraft talk = read.talk("Перепись озёр: что может пойти не так?");
        assertThat(talk.notes()).isEmpty();
        assertThat(talk.summary().text())
                .startsWith("Озёр **много**.\n\nИх надо считать.")
                .contains("Это сокращённая версия.")
                .doesNotContain("{{");
        assertThat(talk.sessions())
                .containsExactly(new SessionDraft("0", LocalDate.of(2019, 3, 31), "12:00", null, 2400, null));
        assertThat(talk.speakers()).extracting(SpeakerDraft::name).containsExactly("Mina Okafor");
        assertThat(read.warnings).singleElement().satisfies(w -> {
            assertThat(w.value()).isEqualTo("admin");
            assertThat(w.reason()).contains("account");
        });
        assertThat(talk.resources())
                .extracting(ResourceDraft::kind, ResourceDraft::url)
                .containsExactly(
                        tuple("video", "https://youtu.be/N9_z6Zp5waY"),
                        tuple("slides", "https://speakerdeck.com/mina/lakes"),
                        tuple("code", "https://github.com/mina/lake-counter"),
                        tuple("link", "https://2019.mapcon.example/lecture/1433"),
                        tuple("code", "https://github.com/mina/lakes"));
        assertThat(read.conferences.getFirst().country()).isEqualTo("Россия");
        assertThat(read.conferences.getFirst().website()).isNull();
    }

    @Test
    void aTalkPageOfACompanyNamesItsSpeakersByKeys() throws Exception {
        DraftCollector read = DraftCollector.read(format, Fixtures.own("notes/good-company.md"));
        TalkDraft talk = read.talk("When Coasts Go Wrong");
        assertThat(talk.key()).isEqualTo("SPEAK-1392");
        assertThat(talk.speakers()).singleElement().satisfies(speaker -> {
            assertThat(speaker.key()).isEqualTo("mina_okafor");
            assertThat(speaker.name()).isEqualTo("Mina Okafor");
        });
        assertThat(talk.sessions())
                .containsExactly(new SessionDraft("0", LocalDate.of(2025, 9, 29), "14:30", null, null, "Forum B"));
        assertThat(talk.summary().text()).startsWith("Coasts have reached").contains("*numerous*");
        assertThat(talk.topics()).containsExactly("Coasts");
        assertThat(read.conferences).singleElement().satisfies(conference -> {
            assertThat(conference.name()).isEqualTo("MapConf Dublin 2025");
            assertThat(conference.city()).isEqualTo("Dublin");
            assertThat(conference.endDate()).isEqualTo(LocalDate.of(2025, 10, 1));
            assertThat(conference.website()).isEqualTo("https://2025.mapconf.example/");
        });
    }

    @Test
    void theHeadOfANoteMayTellWhenAndWhere() throws Exception {
        TalkDraft talk = DraftCollector.read(
                        format,
                        file("---\ntitle: Coasts\nconference: MapCon\ndate: 2026-09-17\nstart: \"13:10\"\nroom: Hall\n"
                                + "track: Water\nkind: talk\n---\nI liked it.\n"))
                .talk("Coasts");
        assertThat(talk.sessions())
                .containsExactly(new SessionDraft("0", LocalDate.of(2026, 9, 17), "13:10", null, null, "Hall"));
        assertThat(talk.track()).isEqualTo("Water");
        assertThat(talk.notes()).hasSize(1);
    }

    @Test
    void aTalkPageWithNothingButItsTitleAndEventIsRead() throws Exception {
        TalkDraft talk = DraftCollector.read(format, Fixtures.own("notes/minimal-page.md"))
                .talk("Only this");
        assertThat(talk.summary().isBlank()).isTrue();
        assertThat(talk.speakers()).isEmpty();
        assertThat(talk.sessions()).isEmpty();
    }

    @Test
    void aDateAtMidnightTellsNoTimeAndADraftNoTalk() throws Exception {
        String head = "---\ntitle: Coasts\nevent: MapCon\nurl_slides: ''\n";
        TalkDraft midnight = DraftCollector.read(format, file(head + "date: \"2017-11-19T00:00:00-05:00\"\n---\n"))
                .talk("Coasts");
        assertThat(midnight.sessions())
                .containsExactly(new SessionDraft("0", LocalDate.of(2017, 11, 19), null, null, null, null));
        TalkDraft older = DraftCollector.read(
                        format,
                        file(head + "date: \"2017-11-19T00:00:00Z\"\ntime_start: \"2017-11-19T11:00:00-05:00\"\n---\n"))
                .talk("Coasts");
        assertThat(older.sessions().getFirst().localTime()).isEqualTo("11:00");
        DraftCollector draft = DraftCollector.read(format, file(head + "draft: true\n---\n"));
        assertThat(draft.talks).isEmpty();
        assertThat(draft.ignored).singleElement().asString().contains("draft");
    }

    @Test
    void aPostWithoutAConferenceIsNoNoteOnATalk() throws Exception {
        SourceFile post = file("---\ntitle: My garden\ndate: 2020-01-01\n---\nIt grows.\n");
        assertThat(format.recognise(post).certainty()).isEqualTo(Certainty.NO);
        assertThatThrownBy(() -> DraftCollector.read(format, post))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessageContaining("conference");
        assertThatThrownBy(() -> DraftCollector.read(format, file("# No head\n")))
                .isInstanceOf(UnreadableSourceException.class);
    }
}

package org.talks.catalogue.importing.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.talks.catalogue.importing.format.DraftCollector;
import org.talks.catalogue.importing.format.Fixtures;
import org.talks.catalogue.importing.format.Recognition.Certainty;
import org.talks.catalogue.importing.format.SourceFile;
import org.talks.catalogue.importing.format.SourceFiles;
import org.talks.catalogue.importing.format.TalkDraft;
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

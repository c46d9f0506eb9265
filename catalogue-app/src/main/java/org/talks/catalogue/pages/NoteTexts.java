package org.talks.catalogue.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.searching.NoteAnchors;
import org.talks.catalogue.text.Texts;
import org.talks.catalogue.web.Dates;
import org.talks.catalogue.web.NoteText;
import org.talks.catalogue.web.SafeHtml;
import org.talks.catalogue.web.Wording;
import org.talks.events.Note;

/// Makes notes readable, with the anchors by which the index links to their sections.
public final class NoteTexts {

    private NoteTexts() {}

    /// @param editing path that a note's id completes to its form, null for readers
    public static List<NoteText> of(List<Note> notes, @Nullable String editing) {
        return notes.stream()
                .map(note -> of(note, editing == null ? null : editing + note.noteId()))
                .toList();
    }

    private static NoteText of(Note note, @Nullable String edit) {
        var anchor = NoteAnchors.prefix(note);
        return new NoteText(
                anchor,
                note.heading(),
                byline(note),
                note.slide() == null ? null : Wording.text("pages.slide", note.slide()),
                note.second(),
                Texts.sections(note.text(), anchor).stream()
                        .map(s -> new NoteText.Section(s.anchor(), s.heading(), SafeHtml.trusted(s.html())))
                        .toList(),
                edit);
    }

    private static String byline(Note note) {
        var by = note.author().isBlank()
                ? Wording.text("search.in.notes")
                : Wording.text("pages.notes-by", note.author());
        return note.writtenOn() == null ? by : by + ", " + Dates.day(note.writtenOn());
    }
}

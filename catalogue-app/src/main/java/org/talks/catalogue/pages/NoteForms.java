package org.talks.catalogue.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.text.Texts;
import org.talks.catalogue.web.Dates;
import org.talks.catalogue.web.Wording;
import org.talks.catalogue.web.form.Editing;
import org.talks.catalogue.web.form.Field;
import org.talks.catalogue.web.form.ItemsPage;
import org.talks.catalogue.web.form.NoteFields;
import org.talks.events.Note;
import org.talks.events.RichText;

/// Notes of talks and conferences in forms.
public final class NoteForms {

    private NoteForms() {}

    /// @param note null for one that is still to be written
    public static NoteFields fields(@Nullable Note note, boolean onTalk) {
        return note == null
                ? NoteFields.empty("", onTalk)
                : new NoteFields(
                        note.author(),
                        note.heading(),
                        Texts.markdown(note.text()),
                        note.slide(),
                        note.second(),
                        note.writtenOn(),
                        onTalk);
    }

    /// @param before null for a new one
    public static Note read(Typed typed, String noteId, @Nullable Note before) {
        return new Note(
                noteId,
                typed.text("note.author").strip(),
                typed.orNull("note.heading"),
                typed.rich("note.text", before == null ? RichText.EMPTY : before.text()),
                typed.number("note.slide"),
                typed.number("note.second"),
                typed.date("note.writtenOn"));
    }

    public static List<ItemsPage.Item> items(List<Note> notes, Editing editing) {
        return notes.stream()
                .map(note -> item(
                        "notes/" + note.noteId(),
                        note.heading() != null ? note.heading() : Wording.text("pages.notes-by", note.author()),
                        note.writtenOn() == null ? "" : Dates.day(note.writtenOn()),
                        Wording.text("pages.withdraw"),
                        editing))
                .toList();
    }

    /// An item with a form and a button at `part` + `/remove`.
    public static ItemsPage.Item item(String part, String heading, String detail, String remove, Editing editing) {
        return new ItemsPage.Item(
                heading, detail, editing.path() + "/edit/" + part, List.of(action(part, remove, editing)));
    }

    /// An item that can only be removed.
    public static ItemsPage.Item removable(String part, String heading, String detail, String remove, Editing editing) {
        return new ItemsPage.Item(heading, detail, null, List.of(action(part, remove, editing)));
    }

    private static ItemsPage.Action action(String part, String label, Editing editing) {
        var fields = new ArrayList<Field.Hidden>();
        if (editing.version() != null) {
            fields.add(new Field.Hidden("expectedVersion", Objects.toString(editing.version())));
        }
        return new ItemsPage.Action(label, editing.path() + "/edit/" + part + "/remove", fields, true);
    }

    /// What there is, or the refusal that there is none.
    public static <T> T found(@Nullable T thing) {
        if (thing == null) {
            throw new Refused.NotFound("It is not there any more.");
        }
        return thing;
    }
}

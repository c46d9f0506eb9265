package org.talks.catalogue.web.form;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.web.Wording;

/// The fields of a note on a talk or a conference: `note.author`, `note.heading`, `note.text`, `note.writtenOn`,
/// and for a talk `note.slide` and `note.second`.
///
/// @param onTalk whether it can be pinned to a slide or a second
public record NoteFields(
        String author,
        @Nullable String heading,
        String text,
        @Nullable Integer slide,
        @Nullable Integer second,
        @Nullable LocalDate writtenOn,
        boolean onTalk) {

    /// For a note that is still to be written.
    public static NoteFields empty(String author, boolean onTalk) {
        return new NoteFields(author, null, "", null, null, null, onTalk);
    }

    public Field[] fields() {
        var text = Field.markdown("note.text", Wording.text("search.in.notes"), this.text);
        var about = new Field.Row(
                "",
                java.util.List.of(
                        Field.text("note.author", Wording.text("form.written-by"), author, 300)
                                .asRequired(),
                        Field.typed(
                                "date",
                                "note.writtenOn",
                                Wording.text("form.on"),
                                writtenOn == null ? null : writtenOn.toString())));
        var heading = Field.text("note.heading", Wording.text("history.heading"), this.heading, 500)
                .hint(Wording.text("talk.leave-empty-for-none"));
        if (!onTalk) {
            return new Field[] {heading, text, about};
        }
        var pinned = new Field.Row(
                Wording.text("form.about"),
                java.util.List.of(
                        Field.typed(
                                "number",
                                "note.slide",
                                Wording.text("form.slide"),
                                slide == null ? null : slide.toString()),
                        Field.typed(
                                "number",
                                "note.second",
                                Wording.text("form.second-of-the-video"),
                                second == null ? null : second.toString())));
        return new Field[] {heading, text, about, pinned};
    }
}

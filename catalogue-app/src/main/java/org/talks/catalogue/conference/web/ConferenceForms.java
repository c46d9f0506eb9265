package org.talks.catalogue.conference.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.form.Editing;
import org.talks.catalogue.web.form.Field;
import org.talks.catalogue.web.form.Field.Option;
import org.talks.catalogue.web.form.Form;
import org.talks.catalogue.web.form.NoteFields;
import org.talks.events.ConferenceDetails;

/// What can be typed about a conference, fields named as the commands'. `details.languages` is one line of tags
/// with commas between.
public final class ConferenceForms {

    private static final int LINE = 300;

    private ConferenceForms() {}

    /// The parts that have a form, for menus.
    public static List<Ref> parts(String path) {
        return List.of(new Ref(path + "/edit/details", "Details"), new Ref(path + "/edit/notes", "Notes"));
    }

    /// @param series every series, by name
    /// @param description the description converted to Markdown
    /// @param isNew whether it is about to be registered
    public static Form details(
            Editing conference, ConferenceDetails details, List<Option> series, String description, boolean isNew) {
        var choices = new ArrayList<Option>();
        choices.add(new Option("", "none"));
        choices.addAll(series);
        return conference.form(
                "details",
                isNew ? "Register conference" : "Correct details",
                Field.text("details.name", "Name", details.name(), 500).asRequired(),
                Field.choice("details.seriesId", "Series", details.seriesId(), choices),
                new Field.Row(
                        "",
                        List.of(
                                Field.typed("date", "details.startDate", "First day", text(details.startDate())),
                                Field.typed("date", "details.endDate", "Last day", text(details.endDate())))),
                new Field.Row(
                        "",
                        List.of(
                                Field.text("details.city", "City", details.city(), LINE),
                                Field.text("details.country", "Country", details.country(), LINE))),
                Field.text("details.zone", "Time zone", details.zone(), LINE)
                        .hint("Of its clock times, such as Europe/Dublin."),
                Field.typed("url", "details.website", "Website", details.website()),
                Field.text("details.languages", "Languages", String.join(", ", details.languages()), LINE)
                        .hint("Tags such as en, de or pt-BR."),
                Field.markdown("details.description", "Description", description));
    }

    /// @param noteId null for a new one
    public static Form note(Editing conference, @Nullable String noteId, NoteFields note) {
        return conference.form(
                noteId == null ? "notes" : "notes/" + noteId,
                noteId == null ? "Take note" : "Revise note",
                note.fields());
    }

    public static Form cancel(Editing conference) {
        return conference.reason("cancel", "Mark as cancelled", "Shown on the page. The conference stays visible.");
    }

    public static Form remove(Editing conference) {
        return conference.reason(
                "remove", "Remove conference", "Kept in the history. Its talks leave every list and search with it.");
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }
}

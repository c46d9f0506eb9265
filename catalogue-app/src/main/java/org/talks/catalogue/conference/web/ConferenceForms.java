package org.talks.catalogue.conference.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.Wording;
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
        return List.of(
                new Ref(path + "/edit/details", Wording.text("conference.details")),
                new Ref(path + "/edit/notes", Wording.text("search.in.notes")));
    }

    /// @param series every series, by name
    /// @param description the description converted to Markdown
    /// @param isNew whether it is about to be registered
    public static Form details(
            Editing conference, ConferenceDetails details, List<Option> series, String description, boolean isNew) {
        var choices = new ArrayList<Option>();
        choices.add(new Option("", Wording.word("none")));
        choices.addAll(series);
        return conference.form(
                "details",
                isNew ? Wording.text("conference.register-conference") : Wording.text("conference.correct-details"),
                Field.text("details.name", Wording.text("account.name"), details.name(), 500)
                        .asRequired(),
                Field.choice("details.seriesId", Wording.text("conference.series"), details.seriesId(), choices),
                new Field.Row(
                        "",
                        List.of(
                                Field.typed(
                                        "date",
                                        "details.startDate",
                                        Wording.text("conference.first-day"),
                                        text(details.startDate())),
                                Field.typed(
                                        "date",
                                        "details.endDate",
                                        Wording.text("conference.last-day"),
                                        text(details.endDate())))),
                new Field.Row(
                        "",
                        List.of(
                                Field.text("details.city", Wording.text("conference.city"), details.city(), LINE),
                                Field.text(
                                        "details.country",
                                        Wording.text("conference.country"),
                                        details.country(),
                                        LINE))),
                Field.text("details.zone", Wording.text("importing.time-zone"), details.zone(), LINE)
                        .hint(Wording.text("conference.of-its-clock-times-such-as")),
                Field.typed("url", "details.website", Wording.text("conference.website"), details.website()),
                Field.text(
                                "details.languages",
                                Wording.text("talk.languages"),
                                String.join(", ", details.languages()),
                                LINE)
                        .hint(Wording.text("conference.tags-such-as-en-de-or")),
                Field.markdown("details.description", Wording.text("conference.description"), description));
    }

    /// @param noteId null for a new one
    public static Form note(Editing conference, @Nullable String noteId, NoteFields note) {
        return conference.form(
                noteId == null ? "notes" : "notes/" + noteId,
                noteId == null ? Wording.text("conference.take-note") : Wording.text("conference.revise-note"),
                note.fields());
    }

    public static Form cancel(Editing conference) {
        return conference.reason(
                "cancel",
                Wording.text("conference.mark-as-cancelled"),
                Wording.text("conference.shown-on-the-page-the-conference"));
    }

    public static Form remove(Editing conference) {
        return conference.reason(
                "remove",
                Wording.text("conference.remove-conference"),
                Wording.text("conference.kept-in-the-history-its-talks"));
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }
}

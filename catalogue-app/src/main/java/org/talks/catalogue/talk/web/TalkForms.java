package org.talks.catalogue.talk.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.talk.TalkVocabulary;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.form.Editing;
import org.talks.catalogue.web.form.Field;
import org.talks.catalogue.web.form.Field.Option;
import org.talks.catalogue.web.form.Form;
import org.talks.catalogue.web.form.NoteFields;
import org.talks.events.Resource;
import org.talks.events.Session;

/// What can be typed about a talk: one form per command, its fields named as the command's, so that a refusal
/// finds them. Lengths of time are typed in minutes: the fields `session.minutes` and `resource.minutes`.
public final class TalkForms {

    /// Rows for speakers who are still to be added.
    private static final int SPARE_SPEAKERS = 2;

    private static final int LONG_LINE = 500;
    private static final int LINE = 300;
    private static final int LABEL = 1_000;

    private TalkForms() {}

    /// The parts that have a form, for menus.
    public static List<Ref> parts(String path) {
        return List.of(
                new Ref(path + "/edit/title", "Title"),
                new Ref(path + "/edit/summary", "Summary"),
                new Ref(path + "/edit/details", "Details"),
                new Ref(path + "/edit/speakers", "Speakers"),
                new Ref(path + "/edit/sessions", "Sessions"),
                new Ref(path + "/edit/resources", "Resources"),
                new Ref(path + "/edit/notes", "Notes"),
                new Ref(path + "/transcripts", "Transcripts"));
    }

    public static Form title(Editing talk, String title, @Nullable String subtitle) {
        return talk.form(
                "title",
                "Retitle talk",
                Field.text("title", "Title", title, LONG_LINE).asRequired(),
                Field.text("subtitle", "Subtitle", subtitle, LONG_LINE).hint("Leave empty for none."));
    }

    /// @param markdown the summary converted to Markdown, whatever it was stored in
    public static Form summary(Editing talk, String markdown) {
        return talk.form("summary", "Rewrite summary", Field.markdown("summary", "Summary", markdown));
    }

    /// Kind, level, language, track and topics: several commands, of which only those that change something are
    /// sent.
    ///
    /// @param knownTopics proposed in the hint, the most frequent ones
    public static Form details(
            Editing talk,
            String kind,
            @Nullable String level,
            @Nullable String language,
            @Nullable String track,
            List<String> topics,
            List<String> knownTopics) {
        var topicLines = Field.lines("topics", "Topics", String.join("\n", topics), 4);
        return talk.form(
                "details",
                "Correct details",
                Field.choice("kind", "Kind", kind, options(TalkVocabulary.KINDS)),
                Field.text("level", "Level", level, LINE).hint("As the programme words it."),
                Field.text("language", "Language", language, 35).hint("A tag such as en, de or pt-BR."),
                Field.text("track", "Track", track, LINE),
                topicLines.hint(
                        knownTopics.isEmpty()
                                ? "One a line."
                                : "One a line. Often used: " + String.join(", ", knownTopics)));
    }

    /// One row per speaker: `speakers[i].speakerId` (hidden, empty for a new one), `speakers[i].name` (empty to
    /// drop the speaker; another name chooses another person), `speakers[i].role`, `speakers[i].place` (order).
    ///
    /// @param known names proposed while typing
    public static Form speakers(Editing talk, List<Billed> speakers, List<String> known) {
        var fields = new ArrayList<Field>();
        for (var i = 0; i < speakers.size() + SPARE_SPEAKERS; i++) {
            var speaker = i < speakers.size() ? speakers.get(i) : new Billed("", "", "speaker");
            var prefix = "speakers[" + i + "].";
            fields.add(new Field.Hidden(prefix + "speakerId", speaker.speakerId()));
            fields.add(new Field.Row(
                    i < speakers.size() ? speaker.name() : "Another speaker",
                    List.of(
                            Field.text(prefix + "name", "Name", speaker.name(), LINE)
                                    .suggesting(known),
                            Field.text(prefix + "role", "Role", speaker.role(), LINE)
                                    .suggesting(List.of("speaker", "host", "panelist", "author")),
                            Field.typed("number", prefix + "place", "Place", String.valueOf(i + 1)))));
        }
        return talk.form("speakers", "Set speakers", fields.toArray(Field[]::new));
    }

    /// @param name as shown; the id decides as long as the name is left as it is
    public record Billed(String speakerId, String name, String role) {}

    /// @param session null for a new one
    public static Form session(Editing talk, @Nullable Session session) {
        var old = session == null ? new Session("", null, null, null, null, null) : session;
        var date = old.date();
        return talk.form(
                session == null ? "sessions" : "sessions/" + session.sessionId(),
                session == null ? "Schedule session" : "Reschedule session",
                new Field.Row(
                        "",
                        List.of(
                                Field.typed("date", "session.date", "Date", date == null ? null : date.toString()),
                                Field.typed("time", "session.localTime", "Time", old.localTime()),
                                Field.typed("number", "session.minutes", "Minutes", minutes(old.durationSeconds())))),
                new Field.Row(
                        "",
                        List.of(
                                Field.text("session.room", "Room", old.room(), LINE),
                                Field.text("session.zone", "Time zone", old.zone(), LINE)
                                        .hint("Empty for the conference's."))));
    }

    /// @param resource null for a new one
    public static Form resource(Editing talk, @Nullable Resource resource) {
        var old = resource == null ? new Resource("", Resource.VIDEO, "", null, null, null, false, null) : resource;
        return talk.form(
                resource == null ? "resources" : "resources/" + resource.resourceId(),
                resource == null ? "Attach resource" : "Correct resource",
                Field.typed("url", "resource.url", "Address", old.url()).asRequired(),
                Field.choice("resource.kind", "Kind", old.kind(), options(TalkVocabulary.RESOURCE_KINDS)),
                Field.text("resource.label", "What the link says", old.label(), LABEL)
                        .hint("Leave empty for the host."),
                new Field.Row(
                        "",
                        List.of(
                                Field.text("resource.language", "Language", old.language(), 35),
                                Field.text("resource.licence", "Licence", old.licence(), LABEL),
                                Field.typed("number", "resource.minutes", "Minutes", minutes(old.durationSeconds())))),
                new Field.Check(
                        "resource.withSpeakerNotes",
                        "The slides show what the speaker said",
                        old.withSpeakerNotes(),
                        null));
    }

    /// @param noteId null for a new one
    public static Form note(Editing talk, @Nullable String noteId, NoteFields note) {
        return talk.form(
                noteId == null ? "notes" : "notes/" + noteId,
                noteId == null ? "Take note" : "Revise note",
                note.fields());
    }

    public static Form cancel(Editing talk) {
        return talk.reason("cancel", "Mark as cancelled", "Shown on the page. The talk stays visible as cancelled.");
    }

    public static Form withdraw(Editing talk) {
        return talk.reason("withdraw", "Withdraw talk", "Kept in the history. The talk leaves every list and search.");
    }

    public static Form suppress(Editing talk) {
        return talk.reason(
                "suppress", "Suppress talk", "For takedowns: the content is hidden everywhere, also in the history.");
    }

    private static List<Option> options(List<String> values) {
        return values.stream().map(value -> new Option(value, value)).toList();
    }

    private static @Nullable String minutes(@Nullable Integer seconds) {
        return seconds == null ? null : String.valueOf((seconds + 30) / 60);
    }
}

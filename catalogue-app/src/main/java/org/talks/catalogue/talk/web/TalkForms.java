package org.talks.catalogue.talk.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.talk.TalkVocabulary;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.Wording;
import org.talks.catalogue.web.form.Editing;
import org.talks.catalogue.web.form.Field;
import org.talks.catalogue.web.form.Field.Option;
import org.talks.catalogue.web.form.Form;
import org.talks.catalogue.web.form.NoteFields;
import org.talks.events.Resource;
import org.talks.events.Session;
import org.talks.events.TalkDetails;

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
                new Ref(path + "/edit/title", Wording.text("history.title")),
                new Ref(path + "/edit/summary", Wording.text("search.in.summary")),
                new Ref(path + "/edit/details", Wording.text("conference.details")),
                new Ref(path + "/edit/speakers", Wording.text("nav.speakers")),
                new Ref(path + "/edit/sessions", Wording.text("talk.sessions")),
                new Ref(path + "/edit/resources", Wording.text("talk.resources")),
                new Ref(path + "/edit/notes", Wording.text("search.in.notes")),
                new Ref(path + "/transcripts", Wording.text("talk.transcripts")));
    }

    /// A new one; the rest is edited on its page.
    ///
    /// @param conference id of the one chosen at first
    static Form blank(String key, String conference, List<Option> conferences) {
        return new Form(
                "/talks/new",
                Wording.text("talk.add-talk"),
                "/conferences",
                null,
                key,
                List.of(
                        Field.text("title", Wording.text("history.title"), "", LONG_LINE)
                                .asRequired(),
                        Field.choice("conference", Wording.text("facet.conference"), conference, conferences),
                        Field.choice(
                                "kind",
                                Wording.text("facet.kind"),
                                TalkDetails.KIND_TALK,
                                options(TalkVocabulary.KINDS)),
                        Field.markdown("summary", Wording.text("search.in.summary"), "")),
                null,
                false);
    }

    public static Form title(Editing talk, String title, @Nullable String subtitle) {
        return talk.form(
                "title",
                Wording.text("talk.retitle-talk"),
                Field.text("title", Wording.text("history.title"), title, LONG_LINE)
                        .asRequired(),
                Field.text("subtitle", Wording.text("history.subtitle"), subtitle, LONG_LINE)
                        .hint(Wording.text("talk.leave-empty-for-none")));
    }

    /// @param markdown the summary converted to Markdown, whatever it was stored in
    public static Form summary(Editing talk, String markdown) {
        return talk.form(
                "summary",
                Wording.text("talk.rewrite-summary"),
                Field.markdown("summary", Wording.text("search.in.summary"), markdown));
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
        var topicLines = Field.lines("topics", Wording.text("nav.topics"), String.join("\n", topics), 4);
        return talk.form(
                "details",
                Wording.text("conference.correct-details"),
                Field.choice("kind", Wording.text("facet.kind"), kind, options(TalkVocabulary.KINDS)),
                Field.text("level", Wording.text("history.level"), level, LINE)
                        .hint(Wording.text("talk.as-the-programme-words-it")),
                Field.text("language", Wording.text("facet.language"), language, 35)
                        .hint(Wording.text("talk.a-tag-such-as-en-de")),
                Field.text("track", Wording.text("history.track"), track, LINE),
                topicLines.hint(
                        knownTopics.isEmpty()
                                ? Wording.text("talk.one-a-line")
                                : Wording.text("talk.one-a-line-often-used", String.join(", ", knownTopics))));
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
                    i < speakers.size() ? speaker.name() : Wording.text("talk.another-speaker"),
                    List.of(
                            Field.text(prefix + "name", Wording.text("account.name"), speaker.name(), LINE)
                                    .suggesting(known),
                            Field.text(prefix + "role", Wording.text("account.role"), speaker.role(), LINE)
                                    .suggesting(List.of("speaker", "host", "panelist", "author")),
                            Field.typed(
                                    "number", prefix + "place", Wording.text("talk.place"), String.valueOf(i + 1)))));
        }
        return talk.form("speakers", Wording.text("talk.set-speakers"), fields.toArray(Field[]::new));
    }

    /// @param name as shown; the id decides as long as the name is left as it is
    public record Billed(String speakerId, String name, String role) {}

    /// @param session null for a new one
    public static Form session(Editing talk, @Nullable Session session) {
        var old = session == null ? new Session("", null, null, null, null, null) : session;
        var date = old.date();
        return talk.form(
                session == null ? "sessions" : "sessions/" + session.sessionId(),
                session == null ? Wording.text("talk.schedule-session") : Wording.text("talk.reschedule-session"),
                new Field.Row(
                        "",
                        List.of(
                                Field.typed(
                                        "date",
                                        "session.date",
                                        Wording.text("talk.date"),
                                        date == null ? null : date.toString()),
                                Field.typed("time", "session.localTime", Wording.text("talk.time"), old.localTime()),
                                Field.typed(
                                        "number",
                                        "session.minutes",
                                        Wording.text("talk.minutes"),
                                        minutes(old.durationSeconds())))),
                new Field.Row(
                        "",
                        List.of(
                                Field.text("session.room", Wording.text("talk.room"), old.room(), LINE),
                                Field.text("session.zone", Wording.text("importing.time-zone"), old.zone(), LINE)
                                        .hint(Wording.text("talk.empty-for-the-conferences")))));
    }

    /// @param resource null for a new one
    public static Form resource(Editing talk, @Nullable Resource resource) {
        var old = resource == null ? new Resource("", Resource.VIDEO, "", null, null, null, false, null) : resource;
        return talk.form(
                resource == null ? "resources" : "resources/" + resource.resourceId(),
                resource == null ? Wording.text("talk.attach-resource") : Wording.text("talk.correct-resource"),
                Field.typed("url", "resource.url", Wording.text("importing.address"), old.url())
                        .asRequired(),
                Field.choice(
                        "resource.kind",
                        Wording.text("facet.kind"),
                        old.kind(),
                        options(TalkVocabulary.RESOURCE_KINDS)),
                Field.text("resource.label", Wording.text("talk.what-the-link-says"), old.label(), LABEL)
                        .hint(Wording.text("talk.leave-empty-for-the-host")),
                new Field.Row(
                        "",
                        List.of(
                                Field.text("resource.language", Wording.text("facet.language"), old.language(), 35),
                                Field.text("resource.licence", Wording.text("talk.licence"), old.licence(), LABEL),
                                Field.typed(
                                        "number",
                                        "resource.minutes",
                                        Wording.text("talk.minutes"),
                                        minutes(old.durationSeconds())))),
                new Field.Check(
                        "resource.withSpeakerNotes",
                        Wording.text("talk.the-slides-show-what-the-speaker"),
                        old.withSpeakerNotes(),
                        null));
    }

    /// @param noteId null for a new one
    public static Form note(Editing talk, @Nullable String noteId, NoteFields note) {
        return talk.form(
                noteId == null ? "notes" : "notes/" + noteId,
                noteId == null ? Wording.text("conference.take-note") : Wording.text("conference.revise-note"),
                note.fields());
    }

    public static Form cancel(Editing talk) {
        return talk.reason(
                "cancel",
                Wording.text("conference.mark-as-cancelled"),
                Wording.text("talk.shown-on-the-page-the-talk"));
    }

    public static Form withdraw(Editing talk) {
        return talk.reason(
                "withdraw", Wording.text("talk.withdraw-talk"), Wording.text("talk.kept-in-the-history-the-talk"));
    }

    public static Form suppress(Editing talk) {
        return talk.reason(
                "suppress",
                Wording.text("talk.suppress-talk"),
                Wording.text("talk.for-takedowns-the-content-is-hidden"));
    }

    private static List<Option> options(List<String> values) {
        return values.stream()
                .map(value -> new Option(value, Wording.word(value)))
                .toList();
    }

    private static @Nullable String minutes(@Nullable Integer seconds) {
        return seconds == null ? null : String.valueOf((seconds + 30) / 60);
    }
}

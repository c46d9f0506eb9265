package org.talks.catalogue.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.conference.web.ConferenceForms;
import org.talks.catalogue.history.web.OriginsPage;
import org.talks.catalogue.importing.web.ColumnsPage;
import org.talks.catalogue.importing.web.ImportPage;
import org.talks.catalogue.importing.web.ImportsPage;
import org.talks.catalogue.importing.web.SourcesPage;
import org.talks.catalogue.replay.web.ViewsPage;
import org.talks.catalogue.speaker.web.SpeakerForms;
import org.talks.catalogue.talk.web.TalkForms;
import org.talks.catalogue.web.form.ConflictPage;
import org.talks.catalogue.web.form.Editing;
import org.talks.catalogue.web.form.Field;
import org.talks.catalogue.web.form.Form;
import org.talks.catalogue.web.form.FormPage;
import org.talks.catalogue.web.form.ItemsPage;
import org.talks.catalogue.web.form.NoteFields;
import org.talks.events.ConferenceDetails;
import org.talks.events.Link;
import org.talks.events.Resource;
import org.talks.events.Session;

/// Pages for those who look after a catalogue.
final class WorkSamples {

    private static final Visit EDITOR = EveryPageTest.EDITOR;
    private static final String KEY = "0190-key";
    private static final Ref TALK = new Ref(TalkSamples.PATH, "Data Science in the Balanced Team");

    private WorkSamples() {}

    static ImportsPage imports(boolean refused) {
        return new ImportsPage(
                EDITOR,
                List.of(
                        new ImportsPage.Format("frab", "frab or c3voc schedule.xml"),
                        new ImportsPage.Format("pyvideo", "pyvideo data")),
                refused ? "frab" : "",
                refused ? "Dublin" : "",
                refused ? "The file is empty." : null,
                refused ? "Dublin is no time zone; did you mean Europe/Dublin?" : null,
                "200 MB",
                List.of(
                        new ImportsPage.Past(
                                "/imports/2",
                                "pyvideo-data.tar.gz",
                                "3 May 2021, 13:58",
                                "Ana Lima",
                                "21,713 new, 2 rejected"),
                        new ImportsPage.Past("/imports/1", SearchSamples.HOSTILE, "2 May 2021", "Ana Lima", "stopped")),
                Paging.NONE);
    }

    static ColumnsPage columns() {
        return new ColumnsPage(
                EDITOR,
                new Ref("/imports/3", SearchSamples.HOSTILE),
                "/imports/3/columns",
                List.of(
                        new ColumnsPage.Column("Proposal title", "title", List.of("Drawing coasts", "Lakes"), ""),
                        new ColumnsPage.Column(SearchSamples.HOSTILE, "", List.of(SearchSamples.HOSTILE), ""),
                        new ColumnsPage.Column(
                                "E-mail", "", List.of(), "Its name sounds private, so it is best left out.")),
                List.of(new ColumnsPage.Choice("title", "Title"), new ColumnsPage.Choice("speakers", "Speakers")),
                List.of(new ColumnsPage.Choice("day-first", "day first: 31/12/2024")),
                "day-first",
                "Say which column is the title.");
    }

    static SourcesPage sources(@Nullable String error) {
        return new SourcesPage(
                EDITOR,
                List.of(
                        new SourcesPage.Row(
                                "https://tinyconf.example/schedule.xml",
                                "/sources/1",
                                "once a day, applied at once",
                                "Unchanged. 3 May 2021, 13:58",
                                "/imports/2"),
                        new SourcesPage.Row(
                                SearchSamples.HOSTILE, "/sources/2", "only when asked", "Not fetched yet.", null)),
                List.of(new ImportsPage.Format("frab", "frab or c3voc schedule.xml")),
                List.of(new SourcesPage.Interval(0, "only when asked"), new SourcesPage.Interval(60, "every hour")),
                new SourcesPage.Typed(error == null ? "" : "tinyconf", "", "", 60, error != null),
                error);
    }

    static OriginsPage origins() {
        return new OriginsPage(
                EDITOR,
                TALK.text(),
                TALK.href(),
                List.of(
                        new OriginsPage.Row(
                                "Title",
                                TALK.text(),
                                "the import of pyvideo",
                                "3 May 2021, 13:58 UTC",
                                "2021-05-03T13:58:00Z",
                                new Ref("/imports/2", "report")),
                        new OriginsPage.Row(
                                "Level",
                                SearchSamples.HOSTILE,
                                "Ana Lima",
                                "4 May 2021, 10:00 UTC",
                                "2021-05-04T10:00:00Z",
                                null)),
                List.of("pyvideo, pycon-ireland-2016/videos/balanced"));
    }

    static ImportPage running() {
        return importing(
                new ImportPage.Running("Recording talks", 12_204, 21_715, "12,204 of 21,715 talks", "about 4 s left"));
    }

    static ImportPage stopped() {
        return importing(new ImportPage.Stopped(
                "The archive unpacks to more than 2 GB.",
                "Import its folders one by one, or raise the limit in the settings.",
                new ImportPage.Again(List.of(new ImportsPage.Format("pyvideo", "pyvideo data")), "pyvideo", "", null),
                "/imports/3/apply"));
    }

    static ImportPage report(boolean preview) {
        return importing(new ImportPage.Report(
                preview,
                "Undo this import",
                preview ? "This import would change 40 talks." : "Imported 38 new talks in 1.2 s.",
                List.of(
                        new ImportPage.Figure(38, "new"),
                        new ImportPage.Figure(2, "changed"),
                        new ImportPage.Figure(21_673, "unchanged"),
                        new ImportPage.Figure(0, "gone"),
                        new ImportPage.Figure(2, "rejected")),
                preview ? List.of("12 of 40 talks are gone from the source.") : List.of(),
                preview ? List.of("PyCon Ireland 2016", "PyCon Ireland 2017") : List.of(),
                List.of(
                        new ImportPage.Part(
                                "same",
                                "Perhaps here already",
                                "Nothing is joined by itself.",
                                List.of(new ImportPage.ChangedThing(
                                        "same?", TALK, List.of(), "", "/imports/3/offers/1", "It is the same")),
                                0,
                                preview ? "/imports/3/same" : null),
                        new ImportPage.Part(
                                "changes",
                                "What would change",
                                "",
                                List.of(
                                        new ImportPage.ChangedThing(
                                                "changed",
                                                TALK,
                                                List.of(
                                                        new ImportPage.ChangedField(
                                                                "Title",
                                                                "Data Science in Teams",
                                                                "Data Science in the Balanced Team"),
                                                        new ImportPage.ChangedField("Room", "", "Main hall")),
                                                SearchSamples.HOSTILE,
                                                null,
                                                ""),
                                        new ImportPage.ChangedThing(
                                                "new", new Ref("", "Async without tears"), List.of(), "", null, "")),
                                36,
                                null)),
                List.of(
                        new ImportPage.Rejected(
                                "pycon-ireland-2016/videos/balanced.json, recorded",
                                "2016-13-05",
                                "A date needs a month from 1 to 12.",
                                "Correct it in the source, or leave it out."),
                        new ImportPage.Rejected(
                                "pycon-ireland-2016/videos/broken.json, line 3",
                                SearchSamples.HOSTILE,
                                "This is not JSON.",
                                "Send the file again.")),
                120,
                List.of(new ImportPage.Rejected("", "", "Several speakers go by this name.", "")),
                3,
                preview ? new ImportPage.Apply("Cancel 12 of 40 talks") : null,
                preview
                        ? new ImportPage.Again(
                                List.of(new ImportsPage.Format("pyvideo", "pyvideo data")), "pyvideo", "", null)
                        : null,
                preview ? null : new Flash.Undo("/imports/3/undo", "3"),
                preview ? List.of() : List.of(new Ref("/imports/2", "What was undone"))));
    }

    private static ImportPage importing(ImportPage.Status status) {
        return new ImportPage(
                EDITOR,
                "/imports/3",
                "pyvideo-data.tar.gz",
                List.of("Ana Lima", "3 May 2021, 13:58", "48.2 MB"),
                "Read as pyvideo data: it has folders with category.json and videos.",
                status);
    }

    static ViewsPage views() {
        return views(new ViewsPage.Rebuild(
                "", 0, 0, List.of(), null, null, "Generation 13 was built in 6.2 s and is in use.", false, List.of()));
    }

    static ViewsPage compared() {
        return views(new ViewsPage.Rebuild(
                "",
                0,
                0,
                List.of(),
                null,
                null,
                "There is 1 difference from what the log gives. A rebuild puts that right.",
                false,
                List.of("index: talk:0198f1de-0000-7000-8000-000000000001 differs")));
    }

    static ViewsPage rebuilding() {
        return views(new ViewsPage.Rebuild(
                "Reading talks",
                90_210,
                144_021,
                List.of("52,000 events/s", "about 2 s left"),
                "/api/rebuilds/1/events",
                "/views/rebuild/cancel",
                null,
                false,
                List.of()));
    }

    private static ViewsPage views(ViewsPage.Rebuild rebuild) {
        return new ViewsPage(
                EDITOR,
                List.of("144,021 events", "212 MB", "since 3 May 2021"),
                List.of(
                        new ViewsPage.View(
                                "relational",
                                "lists and pages",
                                144_021,
                                144_021,
                                "up to date",
                                ViewsPage.State.CURRENT,
                                null,
                                13,
                                "3 May 2021, 14:10",
                                "88.4 MB",
                                12,
                                List.of()),
                        new ViewsPage.View(
                                "index",
                                "search",
                                144_009,
                                144_021,
                                "12 events, 0.4 s behind",
                                ViewsPage.State.BEHIND,
                                null,
                                13,
                                "3 May 2021, 14:10",
                                "112.0 MB",
                                null,
                                List.of(new ViewsPage.Parked(
                                        "talk:0198f1de-0000-7000-8000-000000000001",
                                        "/talks/0198f1de-0000-7000-8000-000000000001",
                                        "Event 90,001 cannot be applied: this version does not know the event"))),
                        new ViewsPage.View(
                                "feeds",
                                "what changed",
                                90_000,
                                144_021,
                                "54,021 events behind",
                                ViewsPage.State.STOPPED,
                                "Event 90,001 could not be read; the others go on.",
                                12,
                                "2 May 2021, 08:00",
                                "1.2 MB",
                                null,
                                List.of())),
                rebuild);
    }

    static FormPage title() {
        return new FormPage(
                EDITOR, "Retitle a talk", TALK, List.of(), titleForm("Data Science in the Balanced Team"), parts());
    }

    static FormPage titleRefused() {
        return new FormPage(
                EDITOR,
                "Retitle a talk",
                TALK,
                List.of(),
                titleForm(SearchSamples.HOSTILE)
                        .refused("Not acceptable.", Map.of("title", "A title has at most 500 characters.")),
                parts());
    }

    private static Form titleForm(String title) {
        return Form.of(
                TalkSamples.PATH + "/edit/title",
                "Retitle talk",
                TalkSamples.PATH,
                12L,
                KEY,
                Field.text("title", "Title", title, 500).asRequired(),
                Field.text("subtitle", "Subtitle", null, 500).hint("Leave empty for none."));
    }

    static FormPage summary() {
        return new FormPage(
                EDITOR,
                "Rewrite the summary",
                TALK,
                List.of("Say what the talk is about in words of your own."),
                Form.of(
                        TalkSamples.PATH + "/edit/summary",
                        "Rewrite summary",
                        TalkSamples.PATH,
                        12L,
                        KEY,
                        Field.markdown("summary", "Summary", "\n  What a *data scientist* owes to a </textarea> team.")
                                .previewed(SafeHtml.trusted("<p>What a <em>data scientist</em> owes to a team.</p>"))),
                parts());
    }

    static FormPage details() {
        return new FormPage(
                EDITOR,
                "Sessions",
                TALK,
                List.of(),
                Form.of(
                                "/x",
                                "Withdraw talk",
                                TalkSamples.PATH,
                                null,
                                KEY,
                                Field.choice(
                                        "kind",
                                        "Kind",
                                        "keynote",
                                        List.of(
                                                new Field.Option("talk", "talk"),
                                                new Field.Option("keynote", "keynote"))),
                                new Field.Row(
                                        "First session",
                                        List.of(
                                                Field.typed("date", "sessions[0].date", "Date", "2016-11-05"),
                                                Field.typed("time", "sessions[0].localTime", "Time", "11:30"),
                                                Field.text("sessions[0].room", "Room", "Main hall", 200))),
                                Field.text("speaker", "Speaker", "", 200).suggesting(List.of("Ian Huston", "Ana Lima")),
                                new Field.Check(
                                        "findable", "The old name stays findable", true, "Untick it for a dead name."),
                                Field.lines("topics", "Topics", "data science\npairing", 4)
                                        .hint("One a line."),
                                new Field.Hidden("sessionId", "019"))
                        .gravely(),
                parts());
    }

    static ItemsPage resources() {
        return new ItemsPage(
                EDITOR,
                "Resources",
                TALK,
                List.of(
                        new ItemsPage.Item(
                                "Video: Recording of the talk",
                                "youtube.com · 34 min",
                                "/edit/1",
                                List.of(new ItemsPage.Action(
                                        "Detach", "/detach", List.of(new Field.Hidden("resourceId", "1")), true))),
                        new ItemsPage.Item("Slides: " + SearchSamples.HOSTILE, "speakerdeck.com", null, List.of())),
                "Nothing is attached yet.",
                Form.of(
                        "/attach",
                        "Attach resource",
                        TalkSamples.PATH,
                        12L,
                        KEY,
                        Field.typed("url", "url", "Address", "").asRequired(),
                        Field.text("label", "What the link says", "", 200)),
                parts());
    }

    static ConflictPage conflict() {
        return new ConflictPage(
                EDITOR,
                "Somebody else changed this title meanwhile",
                TALK,
                "Ana Lima retitled the talk on 3 May 2021, 14:02, after you had opened the form.",
                List.of(ConflictPage.Part.of(
                        "Title",
                        "Data Science in Teams of all kinds",
                        "Data Science in Balanced Teams of all kinds",
                        "Data Science in Small <b>Teams</b> of all kinds")),
                titleForm("Data Science in Small Teams of all kinds").against(13));
    }

    /// Every form of every command, empty or filled in.
    static Map<String, FormPage> forms() {
        var talk = new Editing(TalkSamples.PATH, 12L, KEY);
        var conference = new Editing("/conferences/019/pycon-ireland-2016", 3L, KEY);
        var speaker = new Editing("/speakers/019/ian-huston", 7L, KEY);
        var forms = new LinkedHashMap<String, Form>();
        forms.put("talk-title", TalkForms.title(talk, "Data Science in the Balanced Team", null));
        forms.put("talk-summary", TalkForms.summary(talk, "What a *data scientist* owes."));
        forms.put(
                "talk-details",
                TalkForms.details(
                        talk, "keynote", null, "en", "PyData", List.of("pairing"), List.of("testing", "asyncio")));
        forms.put(
                "talk-speakers",
                TalkForms.speakers(
                        talk,
                        List.of(new TalkForms.Billed("019", "Ian Huston", "speaker")),
                        List.of("Ana Lima", "Jo Park")));
        forms.put("talk-session", TalkForms.session(talk, null));
        forms.put(
                "talk-session-correct",
                TalkForms.session(
                        talk, new Session("1", LocalDate.of(2016, 11, 5), "11:30", null, 2040, SearchSamples.HOSTILE)));
        forms.put("talk-resource", TalkForms.resource(talk, null));
        forms.put(
                "talk-resource-correct",
                TalkForms.resource(
                        talk,
                        new Resource("1", "slides", "https://speakerdeck.com/x", "Slides", "en", null, true, 95)));
        forms.put("talk-note", TalkForms.note(talk, null, NoteFields.empty("Ana Lima", true)));
        forms.put("talk-cancel", TalkForms.cancel(talk));
        forms.put("talk-withdraw", TalkForms.withdraw(talk));
        forms.put("talk-suppress", TalkForms.suppress(talk));
        forms.put(
                "conference-details",
                ConferenceForms.details(
                        conference,
                        ConferenceDetails.named("PyCon Ireland 2016"),
                        List.of(new Field.Option("019", "PyCon Ireland")),
                        "",
                        false));
        forms.put("conference-note", ConferenceForms.note(conference, "1", NoteFields.empty("Ana Lima", false)));
        forms.put("conference-cancel", ConferenceForms.cancel(conference));
        forms.put("conference-remove", ConferenceForms.remove(conference));
        forms.put("speaker-name", SpeakerForms.name(speaker, "Ian Huston"));
        forms.put(
                "speaker-details",
                SpeakerForms.details(
                        speaker,
                        "Data scientist.",
                        null,
                        List.of(
                                new Link("https://ianhuston.net", null),
                                new Link("https://example.org", "Elsewhere"))));
        forms.put("speaker-alias", SpeakerForms.alias(speaker));
        forms.put("speaker-merge", SpeakerForms.merge(speaker, List.of(new Field.Option("2", "I. Huston, 2 talks"))));
        forms.put("speaker-remove", SpeakerForms.remove(speaker));
        var pages = new LinkedHashMap<String, FormPage>();
        forms.forEach((name, form) -> pages.put(
                "form-" + name,
                new FormPage(EDITOR, form.submit(), TALK, List.of(), form, TalkForms.parts(TalkSamples.PATH))));
        return pages;
    }

    private static List<Ref> parts() {
        return List.of(
                new Ref("/edit/title", "Title"),
                new Ref("/edit/summary", "Summary"),
                new Ref("/edit/details", "Details"));
    }
}

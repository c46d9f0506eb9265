package org.talks.catalogue.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.talk.web.TalkPage;
import org.talks.catalogue.talk.web.TalkPage.Cue;
import org.talks.catalogue.talk.web.TalkPage.Resource;
import org.talks.catalogue.talk.web.TalkPage.Session;
import org.talks.catalogue.talk.web.TalkPage.Speaker;
import org.talks.catalogue.talk.web.TalkPage.State;
import org.talks.catalogue.talk.web.TalkPage.Transcript;

/// Talk pages as they look with the starter talks.
final class TalkSamples {

    static final String PATH = "/talks/019-balanced/data-science-in-the-balanced-team";

    private TalkSamples() {}

    static TalkPage full(Visit visit) {
        return page(visit, "Data Science in the Balanced Team", State.LISTED, visit.mayEdit() ? edits() : null, null);
    }

    static TalkPage cancelledAsOf() {
        return page(
                Visit.READER,
                "Data Science in the Balanced Team",
                State.CANCELLED,
                null,
                new PastMoment("at the end of 1 March 2025, UTC", "2025-03-01"));
    }

    static TalkPage hostile() {
        return page(Visit.READER, SearchSamples.HOSTILE, State.WITHDRAWN, null, null);
    }

    static TalkPage bare() {
        return new TalkPage(
                Visit.READER,
                "/talks/019-bare",
                "昔話",
                null,
                "",
                State.LISTED,
                List.of(),
                new Ref("/conferences/019", "PyCon JP 2014"),
                List.of(),
                List.of(),
                List.of(),
                SafeHtml.EMPTY,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                null,
                null);
    }

    private static TalkPage page(
            Visit visit, String title, State state, @Nullable Edits edits, @Nullable PastMoment asOf) {
        return new TalkPage(
                visit,
                PATH,
                title,
                null,
                "What a data scientist owes to a balanced team, and may ask of it.",
                state,
                List.of(new Speaker(new Ref("/speakers/019-ian/ian-huston", "Ian Huston"), null, "Pivotal Labs")),
                new Ref("/conferences/019/pycon-ireland-2016", "PyCon Ireland 2016"),
                List.of(new Session("Saturday 5 November 2016, 11:30, Dublin time", "Main hall", "2016-11-05T11:30")),
                List.of("keynote", "PyData", "34 min"),
                List.of(
                        new Ref("/topics/balanced%20team", "balanced team"),
                        new Ref("/topics/data%20science", "data science"),
                        new Ref("/topics/pairing", "pairing")),
                SafeHtml.trusted(
                        "<p>Designers and product managers have learned to work in one team with developers. The talk asks what follows for data scientists: which obligations they take on when they join such a team, and which authority the team gives them in return.</p><p>It takes the roles that Janice Fraser describes for a balanced team and adds the one that is missing, a voice of data, from two years of trying it with client teams.</p>"),
                List.of(
                        new NoteText(
                                "note-1",
                                "Extended notes",
                                "Notes by Ian Huston, 5 November 2016",
                                null,
                                95,
                                List.of(
                                        section(
                                                "note-1-start",
                                                null,
                                                "<p>Data scientists often work alone, under the weight of what everybody hopes for. The notes follow the talk's way out of that.</p>"),
                                        section(
                                                "note-1-from-imposter-syndrome",
                                                "From imposter syndrome to team player",
                                                "<p>Whoever taught themselves the tools believes that others know more. In truth each sees the <em>sum</em> of what many others know, not what any one of them does.</p>"),
                                        section(
                                                "note-1-balanced-team",
                                                "Balanced team",
                                                "<p>Responsibility is shared, and everybody acts for the team. Each role has obligations and an authority:</p><ul><li>the designer understands the customer and may set which customer problem comes first;</li><li>the developer keeps the work honest about its cost;</li><li>the product manager keeps the whole in balance.</li></ul>"),
                                        section(
                                                "note-1-things-that-worked",
                                                "Things that worked",
                                                "<p>Pair as data scientists when possible, and with developers when an analysis is on its way to production. Let data shape the questions of user research.</p>"),
                                        section(
                                                "note-1-things-that-did-not-work",
                                                "Things that did not work",
                                                "<p>Stories that span everything grow too big to show progress. A data scientist who is spread over four projects is late in all of them.</p>")),
                                edits == null ? null : "/talks/019-balanced/notes/1/edit"),
                        new NoteText(
                                "note-2",
                                null,
                                "Notes by Ana Lima, 7 November 2016",
                                "slide 12",
                                null,
                                List.of(section(
                                        "note-2-start",
                                        null,
                                        "<p>The room laughed at the unicorn and then wrote it down.</p>")),
                                null)),
                List.of(new Transcript(
                        "English",
                        "by hand",
                        List.of(
                                new Cue(0, "Ian Huston", "Good morning. I would like to talk about teams."),
                                new Cue(6, null, "I work as a data scientist, and for a long time I worked on my own."),
                                new Cue(
                                        724,
                                        null,
                                        "So what does a balanced team owe to its designer, and what may the designer ask of it?"),
                                new Cue(731, "Audience", "A seat at the table."),
                                new Cue(4012, null, "Thank you.")))),
                List.of(
                        new Resource(
                                "Video",
                                "Recording of the talk",
                                "https://www.youtube.com/watch?v=abcdefghijk",
                                "youtube.com",
                                List.of("34 min", "Standard YouTube licence"),
                                Player.of("https://www.youtube.com/watch?v=abcdefghijk")),
                        new Resource(
                                "Slides",
                                "Data Science in the Balanced Team",
                                "https://speakerdeck.com/ihuston/data-science-in-the-balanced-team",
                                "speakerdeck.com",
                                List.of("with speaker notes"),
                                null),
                        new Resource(
                                "Post",
                                "Balanced Team talk",
                                "https://example.org/balanced-team",
                                "example.org",
                                List.of(),
                                null)),
                List.of(SearchSamples.line(
                        "Data Science in the Balanced Team", "Ian Huston", "PyData London 2016", "talk")),
                List.of(
                        withNote(
                                SearchSamples.line(
                                        "Towards Cloud Native Data Science", "Ian Huston", "ODSC West 2016", "talk"),
                                "shares data science, Ian Huston"),
                        withNote(
                                SearchSamples.line(
                                        "Pairing across disciplines", "Ana Lima", "PyCon Ireland 2018", "talk"),
                                "shares pairing")),
                new Ref("/talks/019-before/a", "Opening"),
                new Ref("/talks/019-after/b", "Async without tears"),
                List.of("Imported from pyvideo on 3 May 2021.", "The notes were added by hand on 9 May 2021."),
                List.of(
                        new Page.Alternate("application/json", "/api/talks/019-balanced", "JSON"),
                        new Page.Alternate("text/calendar", PATH + ".ics", "Calendar"),
                        new Page.Alternate("application/x-bibtex", PATH + ".bib", "Cite")),
                asOf,
                edits);
    }

    private static NoteText.Section section(String anchor, @Nullable String heading, String html) {
        return new NoteText.Section(anchor, heading, SafeHtml.trusted(html));
    }

    private static Edits edits() {
        return new Edits(
                List.of(
                        new Ref(PATH + "/edit/title", "Title"),
                        new Ref(PATH + "/edit/summary", "Summary"),
                        new Ref(PATH + "/edit/details", "Details"),
                        new Ref(PATH + "/edit/speakers", "Speakers"),
                        new Ref(PATH + "/edit/sessions", "Sessions"),
                        new Ref(PATH + "/edit/resources", "Resources"),
                        new Ref(PATH + "/edit/notes", "Notes")),
                List.of(new Ref(PATH + "/edit/cancel", "Cancel"), new Ref(PATH + "/edit/withdraw", "Withdraw")));
    }

    static TalkLine withNote(TalkLine line, String note) {
        return new TalkLine(
                line.href(),
                line.title(),
                line.speakers(),
                line.conference(),
                line.when(),
                line.facts(),
                line.cancelled(),
                note);
    }

    static org.talks.catalogue.talk.web.TranscriptsPage transcripts() {
        return new org.talks.catalogue.talk.web.TranscriptsPage(
                EveryPageTest.EDITOR,
                new Ref("/talks/1", SearchSamples.HOSTILE),
                "/talks/1/transcripts",
                List.of(new org.talks.catalogue.talk.web.TranscriptsPage.Attached(
                        "English, human", "294 cues, until 13:31", "en", "human")),
                java.util.Map.of("language", "Klingon", "text", SearchSamples.HOSTILE),
                java.util.Map.of("language", "Klingon is no language tag.", "file", "It holds no timed cues."),
                List.of(new Ref("/talks/1/edit/title", "Title")));
    }
}

package org.talks.catalogue.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.talks.catalogue.conference.web.ConferencePage;
import org.talks.catalogue.conference.web.ConferencePage.Day;
import org.talks.catalogue.conference.web.ConferencePage.Slot;
import org.talks.catalogue.conference.web.ConferencesPage;
import org.talks.catalogue.conference.web.ConferencesPage.Line;
import org.talks.catalogue.conference.web.SeriesPage;
import org.talks.catalogue.speaker.web.SpeakerPage;
import org.talks.catalogue.speaker.web.SpeakersPage;
import org.talks.catalogue.talk.web.TopicPage;
import org.talks.catalogue.talk.web.TopicsPage;

/// Conferences, speakers and topics as they look with the starter talks.
final class BrowseSamples {

    private static final String PATH = "/conferences/019-pycon/pycon-ireland-2016";

    private BrowseSamples() {}

    static ConferencePage conference(Visit visit) {
        return conference(visit, "PyCon Ireland 2016", false);
    }

    static ConferencePage hostileConference() {
        return conference(Visit.READER, SearchSamples.HOSTILE, true);
    }

    /// As pyvideo knows them: dates at best, neither times nor rooms.
    static ConferencePage undated() {
        return new ConferencePage(
                Visit.READER,
                "/conferences/019-kiwi",
                "Kiwi PyCon",
                null,
                List.of(),
                null,
                false,
                List.of("2 talks"),
                SafeHtml.EMPTY,
                List.of(new Day(
                        "undated",
                        "Without a date",
                        List.of(slot("", false, "", "Sheep shading"), slot("", false, "", "Rugby and regression")))),
                List.of(),
                List.of(),
                new ConferencePage.Neighbours(null, null),
                List.of(),
                List.of(),
                null,
                null);
    }

    private static ConferencePage conference(Visit visit, String name, boolean cancelled) {
        return new ConferencePage(
                visit,
                PATH,
                name,
                new Ref("/series/019/pycon-ireland", "PyCon Ireland"),
                List.of("5–6 November 2016", "Dublin, Ireland", "Dublin time", "English"),
                new Ref("https://python.ie/pycon-2016", "python.ie"),
                cancelled,
                List.of("41 talks", "38 speakers", "22 h"),
                SafeHtml.trusted("<p>Two days in Dublin with a full PyData track beside the main hall.</p>"),
                List.of(
                        new Day(
                                "day-2016-11-05",
                                "Saturday 5 November",
                                List.of(
                                        slot("09:30", false, "Main hall", "Opening"),
                                        slot("11:30", false, "Main hall", "Data Science in the Balanced Team"),
                                        slot("11:30", true, "Liffey B", "Async without tears"),
                                        slot("14:00", false, "Main hall", name))),
                        new Day(
                                "day-2016-11-06",
                                "Sunday 6 November",
                                List.of(
                                        slot("09:30", false, "Main hall", "What the logs say"),
                                        slot("10:15", false, "Liffey B", "A type system for the patient")))),
                List.of(new NoteText(
                        "note-1",
                        "Day two",
                        "Notes by Ana Lima, 6 November 2016",
                        null,
                        null,
                        List.of(new NoteText.Section(
                                "note-1-start",
                                null,
                                SafeHtml.trusted("<p>A quieter morning, and the better questions.</p>"))),
                        visit.mayEdit() ? PATH + "/notes/1/edit" : null)),
                refs("/topics/", "data science", "testing", "asyncio", "community"),
                new ConferencePage.Neighbours(
                        new Ref("/conferences/1", "PyCon Ireland 2015"),
                        new Ref("/conferences/2", "PyCon Ireland 2017")),
                List.of("Imported from pyvideo on 3 May 2021."),
                List.of(new Page.Alternate("text/calendar", PATH + ".ics", "Calendar")),
                null,
                visit.mayEdit()
                        ? new Edits(refs(PATH + "/edit/", "Details", "Notes"), refs(PATH + "/edit/", "Cancel"))
                        : null);
    }

    static ConferencesPage conferences() {
        return new ConferencesPage(
                Visit.READER,
                "540 conferences",
                List.of(
                        new ConferencesPage.Year(
                                "y2016",
                                "2016",
                                List.of(
                                        line(
                                                "Cloud Foundry Summit Europe 2016",
                                                "26–28 September",
                                                "Frankfurt, Germany",
                                                2),
                                        line("PyCon Ireland 2016", "5–6 November", "Dublin, Ireland", 41),
                                        line("ODSC West 2016", "4–6 November", "Santa Clara, United States", 1))),
                        new ConferencesPage.Year(
                                "y2015",
                                "2015",
                                List.of(line("PyCon Ireland 2015", "24–25 October", "Dublin, Ireland", 33))),
                        new ConferencesPage.Year("yUndated", "Undated", List.of(line("Kiwi PyCon", "", "", 2)))),
                List.of(
                        new ConferencesPage.Series(new Ref("/series/1", "EuroPython"), 12),
                        new ConferencesPage.Series(new Ref("/series/2", "PyCon Ireland"), 9)));
    }

    static SeriesPage series() {
        return new SeriesPage(
                Visit.READER,
                "/series/019/pycon-ireland",
                "PyCon Ireland",
                List.of("9 editions", "412 talks", "2010–2019"),
                new Ref("https://python.ie", "python.ie"),
                IntStream.rangeClosed(2010, 2019)
                        .mapToObj(y -> line("PyCon Ireland " + (4029 - y), "5–6 November", "Dublin, Ireland", y - 1980))
                        .toList(),
                BarRow.of(IntStream.rangeClosed(2010, 2019)
                        .mapToObj(y -> new BarRow.Entry(String.valueOf(y), "/?year=" + y, (y * 7L) % 43 + 3))
                        .toList()),
                BarRow.of(List.of(
                        new BarRow.Entry("Ana Lima", "/speakers/1", 6),
                        new BarRow.Entry("Ian Huston", "/speakers/2", 4),
                        new BarRow.Entry("Jo Park", "/speakers/3", 3))),
                "/?series=019",
                new PastMoment("at position 12 of the log, recorded on 3 May 2021, 14:02 UTC", "12"),
                null);
    }

    static SpeakerPage speaker(Visit visit, String name) {
        return new SpeakerPage(
                visit,
                "/speakers/019-ian/ian-huston",
                name,
                List.of("4 talks", "3 conferences", "2016"),
                "Pivotal Labs",
                List.of("I. Huston", "Ian W. Huston"),
                SafeHtml.trusted("<p>Data scientist, before that a cosmologist.</p>"),
                List.of(new Ref("https://www.ianhuston.net", "ianhuston.net")),
                List.of(new SpeakerPage.Year(
                        "2016",
                        Stream.of(
                                        "Data Science in the Balanced Team",
                                        "Towards Cloud Native Data Science",
                                        "Snakes in a Buildpack")
                                .map(title -> new TalkLine(
                                        Paths.talk("019", title),
                                        title,
                                        List.of(),
                                        new Ref("/conferences/1", "PyCon Ireland 2016"),
                                        "5 November 2016",
                                        TalkLine.facts("talk", "en", 2040, List.of("video", "slides")),
                                        false,
                                        null))
                                .toList())),
                refs("/topics/", "data science", "cloud foundry", "pairing"),
                refs("/speakers/", "Ana Lima"),
                List.of("Also held as I. Huston until 3 May 2021."),
                List.of(),
                null,
                visit.mayEdit()
                        ? new Edits(refs("/edit/", "Name", "Details", "Aliases"), refs("/edit/", "Merge", "Remove"))
                        : null);
    }

    static SpeakersPage speakers() {
        var lines = new ArrayList<SpeakersPage.Line>();
        for (var name : List.of(
                "Hagen", "Hahn", "Haley", "Hall", "Hamill", "Hansen", "Harper", "Hettinger", "Huston", "Hylton")) {
            for (var first : List.of("Ada", "Raymond", "Zoë")) {
                lines.add(new SpeakersPage.Line(
                        new Ref("/speakers/" + name, first + " " + name),
                        name.equals("Huston") ? "Pivotal Labs" : "",
                        name.length()));
            }
        }
        return new SpeakersPage(
                Visit.READER,
                "12,996 speakers",
                "ABCDEFGHIJKLMNOPQRSTUVWXYZ#"
                        .chars()
                        .mapToObj(c -> new SpeakersPage.Letter(
                                "/speakers?letter=" + Paths.encoded(Character.toString(c)), Character.toString(c)))
                        .toList(),
                "H",
                lines,
                new Paging(null, "/speakers?letter=H&from=100", "1–30 of 512"));
    }

    static TopicPage topic(String name) {
        return new TopicPage(
                Visit.READER,
                Paths.topic(name),
                name,
                "12 talks",
                List.of(
                        SearchSamples.line(
                                "Data Science in the Balanced Team", "Ian Huston", "PyCon Ireland 2016", "keynote"),
                        SearchSamples.line("Pairing across disciplines", "Ana Lima", "PyCon Ireland 2018", "talk")),
                new Paging("/topics/pairing?page=1", "/topics/pairing?page=3", "11–12 of 12"),
                BarRow.of(List.of(
                        new BarRow.Entry("2016", "/?topic=pairing&year=2016", 7),
                        new BarRow.Entry("2017", "/?topic=pairing&year=2017", 4),
                        new BarRow.Entry("2018", null, 1))),
                refs("/topics/", "balanced team", "data science"),
                BarRow.of(List.of(new BarRow.Entry("Ana Lima", "/speakers/1", 3))),
                "/?topic=pairing");
    }

    static TopicsPage topics() {
        return new TopicsPage(
                Visit.READER,
                "3,204 topics",
                Stream.of(
                                "data science",
                                "testing",
                                "asyncio",
                                "django",
                                "machine learning",
                                SearchSamples.HOSTILE,
                                "数据")
                        .map(name -> new TopicsPage.Line(new Ref(Paths.topic(name), name), name.length() * 31L))
                        .toList(),
                Paging.NONE);
    }

    static HistoryPage history(Visit visit) {
        return new HistoryPage(
                visit,
                "talk",
                "Data Science in the Balanced Team",
                TalkSamples.PATH,
                TalkSamples.PATH + "/history",
                List.of(
                        new HistoryPage.Entry(
                                18_204,
                                "9 May 2021, 21:40",
                                "2021-05-09T20:40:00Z",
                                "Ana Lima rewrote the summary.",
                                null,
                                List.of(
                                        new HistoryPage.Change(
                                                "Summary",
                                                "",
                                                "",
                                                SafeHtml.trusted(
                                                        "What a data scientist <del>brings</del> <ins>owes</ins> to a balanced team, and may ask of it."))),
                                visit.mayEdit() ? new Flash.Undo("/undo", "18204") : null,
                                null,
                                true),
                        new HistoryPage.Entry(
                                17_001,
                                "3 May 2021, 14:02",
                                "2021-05-03T13:02:00Z",
                                "Ana Lima retitled the talk.",
                                null,
                                List.of(new HistoryPage.Change(
                                        "Title", SearchSamples.HOSTILE, "Data Science in the Balanced Team", null)),
                                null,
                                visit.mayEdit() ? "This cannot be undone." : null,
                                false),
                        new HistoryPage.Entry(
                                12,
                                "3 May 2021, 13:58",
                                "2021-05-03T12:58:00Z",
                                "The talk was added",
                                new Ref("/imports/1", "with the import of pyvideo"),
                                List.of(),
                                null,
                                null,
                                false)),
                "2021-05-03",
                "The catalogue has recorded since 3 May 2021.",
                Paging.NONE,
                List.of(new Ref(TalkSamples.PATH + "/transcripts/en/human/history", "History of the transcript")),
                null,
                tabs());
    }

    /// Parts of the sample talk.
    static List<Ref> tabs() {
        return List.of(
                new Ref(TalkSamples.PATH, "Summary"),
                new Ref(TalkSamples.PATH + "/notes", "Notes"),
                new Ref(TalkSamples.PATH + "/transcript", "Transcript"),
                new Ref(TalkSamples.PATH + "/slides", "Slides"),
                new Ref(TalkSamples.PATH + "/resources", "Resources"));
    }

    private static Slot slot(String time, boolean sameTime, String room, String title) {
        return new Slot(
                time,
                sameTime,
                room,
                room.startsWith("Liffey") ? "PyData" : "",
                new TalkLine(
                        Paths.talk("019", title),
                        title,
                        List.of(new Ref("/speakers/1", "Ian Huston")),
                        null,
                        "",
                        TalkLine.facts("talk", "en", 2040, List.of("video")),
                        title.startsWith("Async"),
                        null));
    }

    private static Line line(String name, String when, String where, long talks) {
        return new Line(new Ref(Paths.conference("019", name), name), when, where, name.startsWith("ODSC"), talks);
    }

    private static List<Ref> refs(String prefix, String... texts) {
        var refs = new ArrayList<Ref>();
        for (var text : texts) {
            refs.add(new Ref(prefix + Slug.of(text), text));
        }
        return refs;
    }
}

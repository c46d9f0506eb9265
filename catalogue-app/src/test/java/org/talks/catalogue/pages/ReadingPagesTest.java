package org.talks.catalogue.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.talks.catalogue.conference.ConferenceCommand.RegisterConference;
import org.talks.catalogue.conference.ConferenceId;
import org.talks.catalogue.series.SeriesCommand.RegisterSeries;
import org.talks.catalogue.series.SeriesId;
import org.talks.catalogue.speaker.SpeakerCommand.MergeSpeaker;
import org.talks.catalogue.speaker.SpeakerCommand.RegisterSpeaker;
import org.talks.catalogue.speaker.SpeakerId;
import org.talks.catalogue.talk.TalkCommand.AddTalk;
import org.talks.catalogue.talk.TalkCommand.AttachResource;
import org.talks.catalogue.talk.TalkCommand.SetTopics;
import org.talks.catalogue.talk.TalkCommand.SuppressTalk;
import org.talks.catalogue.talk.TalkCommand.TakeNote;
import org.talks.catalogue.talk.TalkCommand.WithdrawTalk;
import org.talks.catalogue.talk.TalkId;
import org.talks.catalogue.transcript.TranscriptCommand.AttachTranscript;
import org.talks.events.ConferenceDetails;
import org.talks.events.Credit;
import org.talks.events.Cue;
import org.talks.events.Note;
import org.talks.events.Resource;
import org.talks.events.RichText;
import org.talks.events.Session;
import org.talks.events.TalkDetails;

class ReadingPagesTest {

    @TempDir
    static Path data;

    private static WebCatalogue catalogue;
    private static final SeriesId SERIES = new SeriesId(WebCatalogue.id());
    private static final ConferenceId CONFERENCE = new ConferenceId(WebCatalogue.id());
    private static final ConferenceId EARLIER = new ConferenceId(WebCatalogue.id());
    private static final SpeakerId IAN = new SpeakerId(WebCatalogue.id());
    private static final SpeakerId SAME_IAN = new SpeakerId(WebCatalogue.id());
    private static final TalkId TALK = new TalkId(WebCatalogue.id());
    private static final TalkId NEXT = new TalkId(WebCatalogue.id());
    private static final TalkId WITHDRAWN = new TalkId(WebCatalogue.id());
    private static final TalkId SUPPRESSED = new TalkId(WebCatalogue.id());
    private static final String SLUG = "/talks/" + TALK + "/data-science-in-the-balanced-team";

    @BeforeAll
    static void recordAConference() throws InterruptedException {
        catalogue = WebCatalogue.start(data);
        catalogue.send(new RegisterSeries(SERIES, "PyCon Ireland", null, null));
        register(EARLIER, "PyCon Ireland 2015", 2015);
        register(CONFERENCE, "PyCon Ireland 2016", 2016);
        catalogue.send(new RegisterSpeaker(IAN, "Ian Huston", List.of(), null, null));
        catalogue.send(new RegisterSpeaker(SAME_IAN, "I. Huston", List.of(), null, null));
        catalogue.send(new MergeSpeaker(SAME_IAN, IAN));
        var details = new TalkDetails(
                CONFERENCE.value(),
                "Data Science in the Balanced Team",
                null,
                RichText.markdown("What a *data scientist* owes to a <script>alert(1)</script> team."),
                "keynote",
                null,
                "en",
                "PyData",
                List.of("balanced team", "a/b & c", "Zebras"),
                List.of(new Credit(SAME_IAN.value(), Credit.SPEAKER)),
                List.of(new Session(WebCatalogue.id(), LocalDate.of(2016, 11, 5), "11:30", null, 2040, "Main hall")),
                List.of(new Resource(
                        WebCatalogue.id(),
                        "video",
                        "https://www.youtube.com/watch?v=abcdefghijk",
                        null,
                        null,
                        null,
                        false,
                        null)),
                List.of());
        catalogue.send(new AddTalk(TALK, details, null));
        catalogue.send(new TakeNote(
                TALK,
                new Note(
                        WebCatalogue.id(),
                        "Ana Lima",
                        null,
                        RichText.markdown("## Things that worked\n\nUnicorns pair."),
                        null,
                        null,
                        null)));
        catalogue.send(new AttachTranscript(
                TALK, "en", "human", List.of(new Cue(724_000, 730_000, null, "A zeppelin flies."))));
        add(NEXT, "Closing words");
        catalogue.send(new AttachResource(
                NEXT,
                new Resource(
                        WebCatalogue.id(),
                        "slides",
                        "https://speakerdeck.com/closing",
                        "Slides, on Speaker Deck",
                        null,
                        null,
                        false,
                        null)));
        add(WITHDRAWN, "Withdrawn thoughts");
        catalogue.send(new WithdrawTalk(WITHDRAWN, null));
        add(SUPPRESSED, "Secret matters");
        catalogue.send(new SuppressTalk(SUPPRESSED, "takedown"));
        catalogue.catchUp();
    }

    private static void register(ConferenceId id, String name, int year) {
        catalogue.send(new RegisterConference(
                id,
                new ConferenceDetails(
                        name,
                        SERIES.value(),
                        LocalDate.of(year, 11, 5),
                        LocalDate.of(year, 11, 6),
                        "Dublin",
                        "Ireland",
                        "Europe/Dublin",
                        null,
                        List.of("en"),
                        RichText.EMPTY),
                null));
    }

    private static void add(TalkId id, String title) {
        catalogue.send(new AddTalk(id, TalkDetails.titled(CONFERENCE.value(), title), null));
        catalogue.send(new SetTopics(id, List.of("balanced team")));
    }

    @AfterAll
    static void stop() {
        catalogue.close();
    }

    @Test
    void homeWithoutParametersHasSomethingToRead() {
        var page = catalogue.reader().get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Recently added", "PyCon Ireland 2016", "balanced team", "2 talks by 1 speaker");
    }

    @Test
    void aSearchIsAWholePageAndForHtmxAPart() {
        var page = catalogue.reader().get("/?q=balanced&year=2016");
        assertThat(page.body()).contains("<html", "Data Science in the", "PyCon Ireland 2016");
        assertThat(page.headers().allValues("Vary"))
                .anyMatch(v -> v.toLowerCase(java.util.Locale.ROOT).contains("hx-request"));
        var part = catalogue.reader().get("/?q=balanced&year=2016", "HX-Request", "true", "HX-Target", "found");
        assertThat(part.body()).contains("class=\"answer\"").doesNotContain("<html");
        assertThat(part.headers().firstValue("HX-Push-Url")).contains("/?q=balanced&year=2016");
        var restored =
                catalogue.reader().get("/?q=balanced", "HX-Request", "true", "HX-History-Restore-Request", "true");
        assertThat(restored.body()).contains("<html");
    }

    @Test
    void whatIsTypedIsSuggestedFor() {
        assertThat(catalogue.reader().get("/suggest?q=ian").body()).contains("Speakers", "/speakers/" + IAN);
        assertThat(catalogue.reader().get("/suggest?q=").body()).doesNotContain("suggestion-group");
    }

    @Test
    void aTalkIsShownAtItsOneAddress() {
        var page = catalogue.reader().get(SLUG);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<h1", "Ian Huston", "Saturday 5 November 2016, 11:30, Dublin time", "Main hall", "PyData")
                .contains("Closing words", "/topics?name=a%2Fb%20%26%20c", SLUG + "/transcript")
                .doesNotContain("<script>alert", "I. Huston");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/an-older-title"})
    void anyOtherTailOfATalksAddressLeadsThere(String tail) {
        var answer = catalogue.reader().get("/talks/" + TALK + tail + "?minPosition=1");
        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(WebCatalogue.location(answer)).isEqualTo(SLUG + "?minPosition=1");
    }

    @Test
    void theSnippetOfANoteLeadsToASectionThatIsOnThePage() {
        var hits = catalogue.reader().get("/?q=unicorns").body();
        var link = Pattern.compile("href=\"" + SLUG + "/notes#(note-[^\"]+)\"").matcher(hits);
        assertThat(link.find()).as(hits).isTrue();
        assertThat(catalogue.reader().get(SLUG + "/notes").body()).contains("id=\"" + link.group(1) + "\"");
    }

    @Test
    void thePartsOfATalkHaveAddressesThatWorkWithoutScript() {
        var transcript = catalogue.reader().get(SLUG + "/transcript?t=724");
        assertThat(transcript.statusCode()).isEqualTo(200);
        assertThat(transcript.body())
                .contains("id=\"t724\"", "A zeppelin flies.", "Play from 12:04", "abcdefghijk&amp;t=724")
                .doesNotContain("Unicorns pair");
        assertThat(catalogue.reader().get(SLUG + "/notes").body()).contains("Unicorns pair", "Things that worked");
        assertThat(catalogue.reader().get(SLUG + "/resources").body()).contains("watch?v=abcdefghijk");
        for (var tab : List.of("", "/notes", "/transcript", "/resources")) {
            assertThat(catalogue.reader().get(SLUG + tab).body())
                    .contains("rel=\"canonical\"", SLUG + tab + "\"")
                    .doesNotContain(SLUG + "/slides");
        }
    }

    @Test
    void aPartWithNothingInItAndAnOldTailLeadToTheTalk() {
        assertThat(WebCatalogue.location(catalogue.reader().get(SLUG + "/slides")))
                .isEqualTo(SLUG);
        assertThat(WebCatalogue.location(catalogue.reader().get("/talks/" + TALK + "/an-older-title/notes")))
                .isEqualTo(SLUG + "/notes");
        assertThat(WebCatalogue.location(catalogue.reader().get("/talks/" + TALK + "/notes")))
                .isEqualTo(SLUG + "/notes");
    }

    @Test
    void aTalkIsCitedAsAFileToKeep() {
        var bibTeX = catalogue.reader().get("/talks/" + TALK + "/cite.bib");
        assertThat(bibTeX.headers().firstValue("Content-Disposition").orElse(""))
                .isEqualTo("attachment; filename=\"huston2016data.bib\"");
        assertThat(bibTeX.body()).contains("@misc{huston2016data,", "author = {{Ian Huston}}", "year = {2016}", SLUG);
        var csl = catalogue.reader().get("/talks/" + TALK + "/cite.json");
        assertThat(csl.body())
                .contains("\"type\":\"speech\"", "\"literal\":\"Ian Huston\"", "\"date-parts\":[[2016,11,5]]");
        assertThat(catalogue.reader().get("/talks/" + SUPPRESSED + "/cite.bib").statusCode())
                .isEqualTo(404);
    }

    @Test
    void statisticsTellTheSameOnThePageAndInTheApi() {
        assertThat(catalogue.reader().get("/statistics").body())
                .contains("<h1>Statistics</h1>", "href=\"/?year=2016\"", "<svg", "In all");
        assertThat(catalogue.reader().get("/api/statistics").body()).contains("\"perYear\":[{\"value\":\"2016\"");
    }

    @Test
    void figuresFollowEveryChange() throws InterruptedException {
        var talks = Pattern.compile("\"talks\":(\\d+)");
        var before = talks.matcher(catalogue.reader().get("/api/statistics").body());
        assertThat(before.find()).isTrue();
        var id = new TalkId(WebCatalogue.id());
        add(id, "Counted");
        catalogue.catchUp();
        var withIt = "\"talks\":" + (Long.parseLong(before.group(1)) + 1) + ",";
        assertThat(catalogue.reader().get("/api/statistics").body()).contains(withIt);
        catalogue.send(new WithdrawTalk(id, "it was a test"));
        catalogue.catchUp();
        assertThat(catalogue.reader().get("/api/statistics").body()).contains("\"talks\":" + before.group(1) + ",");
    }

    @Test
    void allValuesOfAFacetHaveAPage() {
        assertThat(catalogue.reader().get("/facets/speaker?q=balanced&find=hus").body())
                .contains("Ian Huston", "speaker=" + IAN);
        assertThat(catalogue.reader().get("/facets/speaker?find=nobody").body()).contains("Nothing of that name");
        assertThat(catalogue.reader().get("/facets/colour").statusCode()).isEqualTo(404);
    }

    @Test
    void bookmarksSayThatTheyNeedAScript() {
        assertThat(catalogue.reader().get("/bookmarks").body()).contains("scripts are off");
    }

    @Test
    void withdrawnTalksSayThatTheyAreGoneAndSuppressedOnesAreNotThere() {
        var withdrawn = catalogue.reader().get("/talks/" + WITHDRAWN + "/withdrawn-thoughts");
        assertThat(withdrawn.statusCode()).isEqualTo(410);
        assertThat(withdrawn.body()).contains("Withdrawn.");
        for (var path : List.of(
                "/talks/" + SUPPRESSED, "/talks/" + SUPPRESSED + "/secret-matters", "/api/talks/" + SUPPRESSED)) {
            var suppressed = catalogue.reader().get(path);
            assertThat(suppressed.statusCode()).isEqualTo(404);
            assertThat(suppressed.body()).doesNotContain("Secret matters");
            assertThat(WebCatalogue.location(suppressed)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/talks/unknown",
                "/speakers/unknown/x",
                "/conferences/unknown",
                "/series/unknown",
                "/topics/unknown",
                "/nowhere/at/all",
                "/assets/none.css"
            })
    void whatIsNotThereIsAPageThatHelps(String path) {
        var page = catalogue.reader().get(path, "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body())
                .contains("There is no such page", "class=\"wordmark\"")
                .doesNotContain("Whitelabel", "at org.");
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    }

    @Test
    void unknownApiAddressesAreProblems() {
        var answer = catalogue.reader().get("/api/nowhere");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void aConferenceHasItsProgrammeAndItsNeighbours() {
        var page = catalogue.reader().follow(catalogue.reader().get("/conferences/" + CONFERENCE));
        assertThat(page.body())
                .contains("5–6 November 2016", "Dublin, Ireland", "11:30", "Saturday 5 November", "Without a date")
                .contains("PyCon Ireland 2015", "/series/" + SERIES)
                .doesNotContain("Withdrawn thoughts", "Secret matters");
        assertThat(catalogue.reader().get("/conferences").body()).contains("id=\"y2016\"", "PyCon Ireland 2016");
        assertThat(catalogue
                        .reader()
                        .follow(catalogue.reader().get("/series/" + SERIES))
                        .body())
                .contains("2 editions", "2015–2016");
    }

    @Test
    void aMergedSpeakerLeadsToWhomTheyWereMergedInto() {
        var answer = catalogue.reader().get("/speakers/" + SAME_IAN + "/i-huston");
        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(WebCatalogue.location(answer)).isEqualTo("/speakers/" + IAN + "/ian-huston");
        assertThat(catalogue.reader().get("/speakers/" + IAN + "/ian-huston").body())
                .contains("Data Science in the Balanced Team", "Also recorded as I. Huston.");
        assertThat(catalogue.reader().get("/speakers").body()).contains("Ian Huston");
        assertThat(catalogue.reader().get("/speakers?letter=%23").body()).doesNotContain("Ian Huston");
    }

    @Test
    void aPageDoesNotRepeatWhatItsReaderKnows() {
        var reader = catalogue.reader();
        assertThat(reader.get(SLUG + "/resources").body())
                .as("a recording without a label is not called after its host")
                .contains("<span class=\"resource-kind\">Video</span> </a><span class=\"quiet\">youtube.com</span>");
        assertThat(reader.follow(reader.get("/talks/" + NEXT + "/closing-words/slides"))
                        .body())
                .as("nor is the kind said where the label begins with it")
                .contains(">Slides, on Speaker Deck</a>")
                .doesNotContain("resource-kind");
        assertThat(reader.get("/speakers/" + IAN + "/ian-huston").body())
                .as("the lines of one speaker begin with the conference")
                .contains("<p class=\"talk-line-meta\"><a href=\"/conferences/");
        assertThat(reader.follow(reader.get("/conferences/" + CONFERENCE)).body())
                .contains("times in Dublin time");
    }

    @Test
    void topicsAreListedAndAnyTopicHasAPage() {
        assertThat(catalogue.reader().get("/topics").body())
                .as("by size, then by name whatever its case")
                .containsPattern("3 topics(?s:.*)balanced team(?s:.*)a/b &amp; c(?s:.*)Zebras");
        assertThat(catalogue.reader().get("/topics/balanced%20team").body()).contains("2 talks", "Closing words");
        assertThat(catalogue.reader().get("/topics?name=a%2Fb%20%26%20c").body())
                .contains("1 talk");
    }

    @Test
    void thingsAreReadableAsJsonWithAStrongTag() {
        var reader = catalogue.reader();
        for (var path : Map.of(
                        "/api/talks/" + TALK,
                        "\"Ian Huston\"",
                        "/api/conferences/" + CONFERENCE,
                        "\"PyCon Ireland\"",
                        "/api/conferences",
                        "\"total\":2",
                        "/api/series/" + SERIES,
                        "\"editions\":[",
                        "/api/speakers/" + IAN,
                        "\"Data Science in the Balanced Team\"")
                .entrySet()) {
            var answer = reader.get(path.getKey());
            assertThat(answer.statusCode()).as(path.getKey()).isEqualTo(200);
            assertThat(answer.body()).contains(path.getValue());
            var tag = answer.headers().firstValue("ETag").orElse("");
            assertThat(tag).startsWith("\"");
            assertThat(reader.get(path.getKey(), "If-None-Match", tag).statusCode())
                    .isEqualTo(304);
        }
        assertThat(reader.get("/api/talks/" + TALK).body()).contains("\"version\":2");
    }

    @Test
    void viewsTellHowFarTheyAre() {
        var views = catalogue.reader().get("/api/views");
        assertThat(views.body()).contains("\"name\":\"relational\"", "\"gap\":0", "\"position\":" + catalogue.head());
    }
}

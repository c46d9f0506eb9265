package org.talks.catalogue.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.talks.catalogue.conference.ConferenceCommand.RegisterConference;
import org.talks.catalogue.conference.ConferenceId;
import org.talks.catalogue.speaker.SpeakerCommand.RegisterSpeaker;
import org.talks.catalogue.speaker.SpeakerId;
import org.talks.catalogue.talk.TalkCommand.AddTalk;
import org.talks.catalogue.talk.TalkCommand.RetitleTalk;
import org.talks.catalogue.talk.TalkId;
import org.talks.events.ConferenceDetails;
import org.talks.events.TalkDetails;

class EditingPagesTest {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    @TempDir
    static Path data;

    private static WebCatalogue catalogue;
    private static WebCatalogue.Browser editor;
    private static final ConferenceId CONFERENCE = new ConferenceId(WebCatalogue.id());

    private TalkId talk = new TalkId(WebCatalogue.id());

    @BeforeAll
    static void start() {
        catalogue = WebCatalogue.start(data);
        editor = catalogue.administrator();
        catalogue.send(new RegisterConference(CONFERENCE, ConferenceDetails.named("EditConf"), null));
    }

    @AfterAll
    static void stop() {
        catalogue.close();
    }

    @BeforeEach
    void addATalk() throws InterruptedException {
        catalogue.send(new AddTalk(talk, TalkDetails.titled(CONFERENCE.value(), "An old title"), null));
        catalogue.catchUp();
    }

    private String edit(String part) {
        return "/talks/" + talk + "/edit/" + part;
    }

    /// The hidden fields of the main form of a page: token, version and key.
    private static Map<String, String> hidden(String page) {
        var main = page.substring(page.indexOf("<form class=\"form\""));
        var fields = new LinkedHashMap<String, String>();
        var inputs = HIDDEN.matcher(main.substring(0, main.indexOf("</form>")));
        while (inputs.find()) {
            fields.put(inputs.group(1), inputs.group(2));
        }
        return fields;
    }

    private static HttpResponse<String> fill(String path, Map<String, String> typed) {
        var fields = hidden(editor.get(path).body());
        fields.putAll(typed);
        return editor.post(path, fields);
    }

    @Test
    void aSavedFormLeadsToThePageThatShowsItAndOffersUndo() {
        var saved = fill(edit("title"), Map.of("title", "A new title", "subtitle", ""));
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        assertThat(WebCatalogue.location(saved)).startsWith("/talks/" + talk + "/a-new-title?minPosition=");
        var page = editor.get(WebCatalogue.location(saved));
        assertThat(page.body()).contains("A new title", "Saved.", "/talks/" + talk + "/undo", "value=\"2-2\"");
        assertThat(editor.get(WebCatalogue.location(saved)).body()).doesNotContain("Saved.");

        var undone = editor.submit("/account/password", "/talks/" + talk + "/undo", Map.of("command", "2-2"));
        assertThat(undone.statusCode()).isEqualTo(303);
        assertThat(editor.get(WebCatalogue.location(undone)).body()).contains("An old title", "Undone.");
    }

    @Test
    void pressingTwiceDoesItOnce() {
        var fields = hidden(editor.get(edit("notes")).body());
        fields.putAll(Map.of("note.author", "Ana", "note.text", "Once.", "note.heading", ""));
        var head = catalogue.head();
        assertThat(editor.post(edit("notes"), fields).statusCode()).isEqualTo(303);
        assertThat(editor.post(edit("notes"), fields).statusCode()).isEqualTo(303);
        assertThat(catalogue.head()).isEqualTo(head + 1);
    }

    @Test
    void aRefusedFormKeepsWhatWasTypedAndSaysWhatIsWrong() {
        var refused = fill(edit("title"), Map.of("title", "x".repeat(501), "subtitle", "kept as typed"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("x".repeat(501), "kept as typed", "id=\"f-title-error\"");
        var date = fill(edit("sessions"), Map.of("session.date", "soon", "session.room", "Hall"));
        assertThat(date.statusCode()).isEqualTo(422);
        assertThat(date.body()).contains("This must be a date", "value=\"soon\"", "value=\"Hall\"");
    }

    @Test
    void aFormThatAsksForSeveralChangesMakesAllOfThemOrNone() {
        var head = catalogue.head();
        var details = fill(
                edit("details"),
                Map.of("kind", "keynote", "level", "", "language", "no tag at all", "track", "Data", "topics", "x"));
        assertThat(details.statusCode()).isEqualTo(422);
        assertThat(details.body()).contains("no tag at all", "id=\"f-language-error\"");
        var speakers = fill(
                edit("speakers"),
                Map.of(
                        "speakers[0].name",
                        "Never Registered",
                        "speakers[0].role",
                        "x".repeat(301),
                        "speakers[0].place",
                        "1"));
        assertThat(speakers.statusCode()).isEqualTo(422);
        assertThat(catalogue.head()).isEqualTo(head);

        fill(edit("details"), Map.of("kind", "keynote", "level", "", "language", "de", "track", "Data", "topics", "x"));
        assertThat(catalogue.head()).isEqualTo(head + 4);
        var tooMuch = editor.submit("/account/password", "/talks/" + talk + "/undo", Map.of("command", "1-999999999"));
        assertThat(tooMuch.statusCode()).as(tooMuch.body()).isEqualTo(422);
        var undone = editor.submit("/account/password", "/talks/" + talk + "/undo", Map.of("command", "2-5"));
        assertThat(undone.statusCode()).isEqualTo(303);
        assertThat(editor.get(WebCatalogue.location(undone)).body())
                .contains("Undone.")
                .doesNotContain("German");
    }

    @Test
    void theSecondOfTwoSeesBothVersionsAndSavesTheirs() {
        var fields = hidden(editor.get(edit("title")).body());
        catalogue.send(new RetitleTalk(talk, "What the other typed", null));
        fields.putAll(Map.of("title", "What I typed", "subtitle", ""));
        var conflict = editor.post(edit("title"), fields);
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.body()).contains("What the other typed", "What I typed", "An old title");

        var again = hidden(conflict.body());
        assertThat(again).containsEntry("expectedVersion", "2");
        again.putAll(Map.of("title", "What I typed", "subtitle", ""));
        var saved = editor.post(edit("title"), again);
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(editor.get(WebCatalogue.location(saved)).body()).contains("What I typed");
    }

    @Test
    void editsOfDifferentPartsBothGoThrough() {
        var fields = hidden(editor.get(edit("summary")).body());
        catalogue.send(new RetitleTalk(talk, "Retitled meanwhile", null));
        fields.put("summary", "A *summary*.");
        var saved = editor.post(edit("summary"), fields);
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(editor.get(WebCatalogue.location(saved)).body()).contains("<em>summary</em>", "Retitled meanwhile");
    }

    @Test
    void everyPartOfATalkCanBeChanged() {
        for (var change : Map.of(
                        "details",
                        Map.of(
                                "kind",
                                "keynote",
                                "level",
                                "",
                                "language",
                                "de",
                                "track",
                                "Data",
                                "topics",
                                "pairing\r\nteams"),
                        "sessions",
                        Map.of("session.date", "2016-11-05", "session.localTime", "11:30", "session.minutes", "30"),
                        "resources",
                        Map.of("resource.url", "https://example.org/slides", "resource.kind", "slides"),
                        "notes",
                        Map.of("note.author", "Ana", "note.text", "A note.", "note.slide", "12"),
                        "sources",
                        Map.of("source.source", "mine", "source.key", "k" + talk),
                        "cancel",
                        Map.of("reason", "rain"))
                .entrySet()) {
            var saved = fill(edit(change.getKey()), change.getValue());
            assertThat(saved.statusCode()).as(change.getKey() + saved.body()).isEqualTo(303);
        }
        var speakers = fill(
                edit("speakers"),
                Map.of(
                        "speakers[0].name",
                        "Newcomer Novak",
                        "speakers[0].role",
                        "host",
                        "speakers[0].place",
                        "1",
                        "speakers[1].name",
                        "",
                        "speakers[1].role",
                        "speaker",
                        "speakers[1].place",
                        "2"));
        assertThat(speakers.statusCode()).as(speakers.body()).isEqualTo(303);
        var location = WebCatalogue.location(speakers);
        assertThat(editor.get(location).body())
                .contains("keynote", "German", "Data", "pairing", "Newcomer Novak", "host", "30 min")
                .contains("5 November 2016", "Cancelled.");
        var address = location.substring(0, location.indexOf('?'));
        assertThat(editor.get(address + "/notes").body()).contains("A note.", "slide 12");
        assertThat(editor.get(address + "/resources").body()).contains("example.org");
        assertThat(editor.get(edit("resources")).body()).contains("Slides: example.org", "Detach");
    }

    @Test
    void aPartOfAListIsCorrectedAndRemoved() {
        fill(edit("resources"), Map.of("resource.url", "https://example.org/slides", "resource.kind", "slides"));
        var item = Pattern.compile("href=\"(" + edit("resources/") + "[^\"]+)\"")
                .matcher(editor.get(edit("resources")).body());
        assertThat(item.find()).isTrue();
        assertThat(fill(
                                item.group(1),
                                Map.of("resource.url", "https://example.org/video.mp4", "resource.kind", "video"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(editor.get(edit("resources")).body()).contains("Video: example.org");
        assertThat(editor.submit(edit("resources"), item.group(1) + "/remove", Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(editor.get(edit("resources")).body()).contains("Nothing is attached yet.");
        assertThat(editor.get(item.group(1)).statusCode()).isEqualTo(404);
    }

    @Test
    void severalPeopleOfOneNameAreToldApartByTheirAddress() throws InterruptedException {
        var first = new SpeakerId(WebCatalogue.id());
        catalogue.send(new RegisterSpeaker(first, "Jo Smith", List.of(), null, null));
        catalogue.send(new RegisterSpeaker(new SpeakerId(WebCatalogue.id()), "Jo Smith", List.of(), null, null));
        catalogue.catchUp();
        var row = Map.of("speakers[0].role", "speaker", "speakers[0].place", "1");
        var unclear = new LinkedHashMap<>(row);
        unclear.put("speakers[0].name", "Jo Smith");
        var refused = fill(edit("speakers"), unclear);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("/speakers/" + first);
        var clear = new LinkedHashMap<>(row);
        clear.put("speakers[0].name", "/speakers/" + first);
        var saved = fill(edit("speakers"), clear);
        assertThat(editor.get(WebCatalogue.location(saved)).body()).contains("/speakers/" + first + "/jo-smith");
    }

    @Test
    void newThingsAreAddedFromPages() {
        var conference = fill(
                "/conferences/new",
                Map.of("details.name", "NewConf 2020", "details.zone", "Europe/Dublin", "details.languages", "en, ga"));
        assertThat(conference.statusCode()).as(conference.body()).isEqualTo(303);
        assertThat(editor.get(WebCatalogue.location(conference)).body())
                .contains("NewConf 2020", "Irish", "Dublin time");
        var added = fill(
                "/talks/new?conference=" + CONFERENCE,
                Map.of("title", "", "conference", CONFERENCE.value(), "kind", "talk"));
        assertThat(added.statusCode()).isEqualTo(422);
        assertThat(added.body()).contains("id=\"f-title-error\"");
        var talkAdded = fill(
                "/talks/new?conference=" + CONFERENCE,
                Map.of("title", "Fresh", "conference", CONFERENCE.value(), "kind", "talk"));
        assertThat(editor.get(WebCatalogue.location(talkAdded)).body()).contains("Fresh", "Added.");
        var id = WebCatalogue.location(conference).replaceFirst("/conferences/([^/]+).*", "$1");
        fill("/talks/new?conference=" + id, Map.of("title", "Without a time", "conference", id, "kind", "talk"));
        assertThat(editor.get(WebCatalogue.location(conference)).body())
                .as("a zone says nothing of talks without clock times")
                .contains("Without a time")
                .doesNotContain("Dublin time");
        var speaker = fill("/speakers/new", Map.of("name", "Nia New", "details.affiliation", "Acme"));
        assertThat(editor.get(WebCatalogue.location(speaker)).body()).contains("Nia New", "Acme");
        var series = fill("/series/new", Map.of("name", "NewConf"));
        assertThat(editor.get(WebCatalogue.location(series)).body()).contains("NewConf");
    }

    @Test
    void speakersAreRenamedAndMergedAndConferencesCorrected() throws InterruptedException {
        var one = new SpeakerId(WebCatalogue.id());
        var other = new SpeakerId(WebCatalogue.id());
        catalogue.send(new RegisterSpeaker(one, "Petra Quill", List.of(), null, null));
        catalogue.send(new RegisterSpeaker(other, "P. Quill", List.of(), null, null));
        catalogue.catchUp();
        assertThat(fill(
                                "/speakers/" + one + "/edit/name",
                                Map.of("name", "Petra Quill-Day", "keepOldNameFindable", "true"))
                        .statusCode())
                .isEqualTo(303);
        var merged = fill("/speakers/" + other + "/edit/merge", Map.of("into", "", "address", "/speakers/" + one));
        assertThat(merged.statusCode()).as(merged.body()).isEqualTo(303);
        var page = editor.follow(editor.get(WebCatalogue.location(merged)));
        assertThat(page.body()).contains("Petra Quill-Day", "Also known as", "Also recorded as P. Quill.", "Saved.");
        var corrected = fill(
                "/conferences/" + CONFERENCE + "/edit/notes", Map.of("note.author", "Ana", "note.text", "Day two."));
        assertThat(editor.get(WebCatalogue.location(corrected)).body()).contains("Day two.");
    }

    @Test
    void markdownIsPreviewedWithAndWithoutScript() {
        var fields = hidden(editor.get(edit("summary")).body());
        fields.putAll(Map.of("summary", "so *it* <script>goes</script>", "preview", "summary"));
        var head = catalogue.head();
        var whole = editor.post(edit("summary"), fields);
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body())
                .contains("so <em>it</em>", "so *it* &lt;script")
                .doesNotContain("<script>goes");
        assertThat(editor.post("/preview", fields).body())
                .contains("so <em>it</em>")
                .doesNotContain("<html");
        assertThat(catalogue.head()).isEqualTo(head);
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "nothing-of-the-kind"})
    void readersSeeNoForm(String part) {
        var page = catalogue.reader().get(edit(part));
        assertThat(page.statusCode()).isIn(303, 403);
        assertThat(page.body()).doesNotContain("<textarea", "An old title");
        assertThat(catalogue
                        .reader()
                        .follow(catalogue.reader().get("/talks/" + talk))
                        .body())
                .doesNotContain("/edit/");
    }

    @Test
    void partsThatAreNotThereAreNotFound() {
        assertThat(editor.get(edit("nothing-of-the-kind")).statusCode()).isEqualTo(404);
        assertThat(editor.get("/talks/" + WebCatalogue.id() + "/edit/title").statusCode())
                .isEqualTo(404);
    }
}

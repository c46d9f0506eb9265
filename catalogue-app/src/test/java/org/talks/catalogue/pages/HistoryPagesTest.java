package org.talks.catalogue.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talks.catalogue.command.CatalogueCommand;
import org.talks.catalogue.conference.ConferenceCommand.CancelConference;
import org.talks.catalogue.conference.ConferenceCommand.CorrectConferenceDetails;
import org.talks.catalogue.conference.ConferenceCommand.RegisterConference;
import org.talks.catalogue.conference.ConferenceCommand.RemoveConference;
import org.talks.catalogue.conference.ConferenceId;
import org.talks.catalogue.eventstore.CommandContext;
import org.talks.catalogue.series.SeriesCommand.CorrectSeriesDetails;
import org.talks.catalogue.series.SeriesCommand.RegisterSeries;
import org.talks.catalogue.series.SeriesCommand.RemoveSeries;
import org.talks.catalogue.series.SeriesId;
import org.talks.catalogue.speaker.SpeakerCommand.AddAlias;
import org.talks.catalogue.speaker.SpeakerCommand.RegisterSpeaker;
import org.talks.catalogue.speaker.SpeakerCommand.RemoveSpeaker;
import org.talks.catalogue.speaker.SpeakerCommand.RenameSpeaker;
import org.talks.catalogue.speaker.SpeakerId;
import org.talks.catalogue.talk.TalkCommand.AddTalk;
import org.talks.catalogue.talk.TalkCommand.AttachResource;
import org.talks.catalogue.talk.TalkCommand.RetitleTalk;
import org.talks.catalogue.talk.TalkCommand.RewriteSummary;
import org.talks.catalogue.talk.TalkCommand.SetSpeakers;
import org.talks.catalogue.talk.TalkCommand.SuppressTalk;
import org.talks.catalogue.talk.TalkCommand.WithdrawTalk;
import org.talks.catalogue.talk.TalkId;
import org.talks.catalogue.transcript.TranscriptCommand.AttachTranscript;
import org.talks.catalogue.transcript.TranscriptCommand.RemoveTranscript;
import org.talks.catalogue.transcript.TranscriptCommand.ReplaceTranscript;
import org.talks.events.ConferenceDetails;
import org.talks.events.Credit;
import org.talks.events.Cue;
import org.talks.events.Resource;
import org.talks.events.RichText;
import org.talks.events.TalkDetails;

class HistoryPagesTest {

    private static final Pattern UNDO = Pattern.compile("<form action=\"([^\"]+/undo)\"");
    private static final String FORMER = "Jim Former";

    @TempDir
    static Path data;

    private static WebCatalogue catalogue;
    private static final ConferenceId CONFERENCE = new ConferenceId(WebCatalogue.id());

    @BeforeAll
    static void start() {
        catalogue = WebCatalogue.start(data);
        catalogue.send(new RegisterConference(CONFERENCE, ConferenceDetails.named("PyCon Ireland 2016"), null));
    }

    @AfterAll
    static void stop() {
        catalogue.close();
    }

    private static TalkId talk(String title) {
        var id = new TalkId(WebCatalogue.id());
        catalogue.send(new AddTalk(id, TalkDetails.titled(CONFERENCE.value(), title), null));
        return id;
    }

    private static void byAdmin(CatalogueCommand command) {
        catalogue.send(command, CommandContext.by(catalogue.accountOf("admin"), "test"));
    }

    private static HttpResponse<String> history(WebCatalogue.Browser browser, TalkId talk) {
        return browser.follow(browser.get("/talks/" + talk + "/history"));
    }

    private static String undoPath(String page) {
        var form = UNDO.matcher(page);
        assertThat(form.find()).as(page).isTrue();
        return form.group(1);
    }

    @Test
    void theTimelineTellsWhoDidWhatNewestFirstWithDifferences() {
        var talk = talk("Sheep at scale");
        catalogue.send(new RewriteSummary(talk, RichText.markdown("What a shepherd brings to a balanced team.")));
        byAdmin(new RewriteSummary(talk, RichText.markdown("What a shepherd owes to a balanced team.")));
        var page = history(catalogue.administrator(), talk);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .containsSubsequence(
                        "Admin rewrote the summary.",
                        "<del>brings</del>",
                        "<ins>owes</ins>",
                        "A former editor wrote the summary.",
                        "added the talk to PyCon Ireland 2016.",
                        "This catalogue has recorded since")
                .contains("content=\"noindex\"", "undo that first");
    }

    @Test
    void theHistoryOfATalkLeadsToItsOtherPartsAsTheyLeadToEachOther() {
        var talk = talk("Geese at scale");
        assertThat(history(catalogue.reader(), talk).body())
                .contains(">Summary</a>")
                .doesNotContain(">Notes</a>", ">Transcript</a>", ">Slides</a>", ">Resources</a>");
        catalogue.send(new AttachTranscript(talk, "en", "human", List.of(new Cue(0, 1_000, null, "Honk."))));
        catalogue.send(new AttachResource(
                talk,
                new Resource(
                        WebCatalogue.id(),
                        Resource.SLIDES,
                        "https://geese.example/deck",
                        null,
                        null,
                        null,
                        false,
                        null)));
        var history = history(catalogue.reader(), talk);
        var path = history.uri().getPath().replaceFirst("/history$", "");
        for (var page : List.of(
                history.body(),
                catalogue.reader().get(path + "/history/compare").body(),
                catalogue.reader().get(path).body())) {
            assertThat(page)
                    .containsSubsequence(
                            "href=\"" + path + "\"",
                            "href=\"" + path + "/transcript\"",
                            "href=\"" + path + "/slides\"",
                            "href=\"" + path + "/resources\"",
                            "href=\"" + path + "/history\"");
        }
        catalogue.send(new RemoveTranscript(talk, "en", "human"));
        assertThat(history(catalogue.reader(), talk).body()).doesNotContain(path + "/transcript\"");
    }

    @Test
    void readersSeeNoNamesAndNoUndo() {
        var talk = talk("Goats at scale");
        byAdmin(new RetitleTalk(talk, "Goats in practice", null));
        var page = history(catalogue.reader(), talk).body();
        assertThat(page).contains("An editor retitled the talk.", "<h1").doesNotContain("dmin", "/undo");
        var json = catalogue.reader().get("/api/talks/" + talk + "/history").body();
        assertThat(json)
                .contains("\"type\":\"talk.retitled\"", "\"who\":\"an editor\"", "\"title\":\"Goats in practice\"")
                .doesNotContain("admin", "account:");
        assertThat(catalogue
                        .reader()
                        .get("/api/talks/" + talk + "/history", "Authorization", "Bearer " + catalogue.token())
                        .body())
                .contains("\"who\":\"admin\"");
    }

    @Test
    void undoRestoresAndCanBeUndone() throws InterruptedException {
        var talk = talk("Cows at scale");
        byAdmin(new RetitleTalk(talk, "Cows, misspelt", null));
        var browser = catalogue.administrator();
        var before = history(browser, talk);
        var undone = browser.submit("/talks/" + talk + "/history", undoPath(before.body()), Map.of());
        assertThat(undone.statusCode()).as(undone.body()).isEqualTo(303);
        assertThat(WebCatalogue.location(undone)).endsWith("/cows-at-scale/history");
        var after = browser.get(WebCatalogue.location(undone)).body();
        assertThat(after).contains("<p>Undone.</p>");
        catalogue.catchUp();
        assertThat(browser.follow(browser.get("/talks/" + talk)).body()).contains("<h1 class=\"\">Cows at scale</h1>");

        var redone = browser.submit("/talks/" + talk + "/history", undoPath(after), Map.of());
        assertThat(WebCatalogue.location(redone)).endsWith("/cows-misspelt/history");
    }

    @Test
    void undoIsRefusedWithTheReasonAfterALaterChangeOfTheSamePart() {
        var talk = talk("Pigs at scale");
        byAdmin(new RetitleTalk(talk, "Pigs, misspelt", null));
        var browser = catalogue.administrator();
        var action = undoPath(history(browser, talk).body());
        byAdmin(new RetitleTalk(talk, "Pigs in practice", null));
        var head = catalogue.head();
        var refused = browser.submit("/talks/" + talk + "/history", action, Map.of());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Not undone. The title was changed again on", "Pigs in practice");
        assertThat(catalogue.head()).isEqualTo(head);
    }

    @Test
    void readersCannotUndo() {
        var talk = talk("Ducks at scale");
        var answer = catalogue
                .reader()
                .post("/talks/" + talk + "/history/" + catalogue.head() + "/undo", Map.of("_csrf", "none"));
        assertThat(answer.statusCode()).isIn(303, 403);
        assertThat(catalogue.reader().get("/api/talks/" + talk + "/history").body())
                .doesNotContain("talk.withdrawn");
    }

    @Test
    void aTakedownHidesTheHistoryAndTheEvents() {
        var talk = talk("Matters that were secret");
        var added = catalogue.head();
        catalogue.send(new SuppressTalk(talk, "a lawyer wrote"));
        var browser = catalogue.administrator();
        assertThat(history(browser, talk).statusCode()).isEqualTo(404);
        assertThat(browser.get("/api/talks/" + talk + "/history").statusCode()).isEqualTo(404);
        var events = catalogue
                .reader()
                .get("/api/events?after=" + (added - 1) + "&limit=2")
                .body();
        assertThat(events.lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("{\"suppressed\":true}"))
                .first()
                .asString()
                .startsWith("{\"position\":" + added + ",");
        assertThat(events).doesNotContain("secret", "lawyer");
    }

    @Test
    void aNameThatIsNoLongerFindableIsInNoReadersHistory() {
        var speaker = new SpeakerId(WebCatalogue.id());
        catalogue.send(new RegisterSpeaker(speaker, FORMER, List.of(), null, null));
        var position = catalogue.head();
        catalogue.send(new RenameSpeaker(speaker, "Jane Present", false));
        var path = "/speakers/" + speaker + "/history";
        var reader = catalogue.reader();
        assertThat(reader.follow(reader.get(path)).body())
                .contains("renamed the speaker", "Jane Present")
                .doesNotContain(FORMER);
        assertThat(reader.get("/api" + path).body()).contains("Jane Present").doesNotContain(FORMER);
        assertThat(reader.get("/api/events?after=" + (position - 1)).body())
                .contains("Jane Present")
                .doesNotContain(FORMER);
        var administrator = catalogue.administrator();
        assertThat(administrator.follow(administrator.get(path)).body()).contains(FORMER);
    }

    @Test
    void eventsComeInOrderWithoutActorsAndGoOnAfterAPosition() {
        talk("Hens at scale");
        var all = catalogue.reader().get("/api/events").body().lines().toList();
        assertThat(all.getFirst()).startsWith("{\"position\":1,").contains("\"type\":\"conference.registered\"");
        assertThat(String.join("", all)).doesNotContain("actor", "0190f1de-0000-7000-8000-000000000001");
        assertThat(catalogue.reader().get("/api/events?after=1&limit=1").body().strip())
                .isEqualTo(all.get(1));
        assertThat(catalogue.reader().get("/api/events?limit=0").statusCode()).isEqualTo(422);
    }

    @Test
    void conferencesHaveAHistoryAndUnknownThingsHaveNone() {
        var reader = catalogue.reader();
        assertThat(reader.follow(reader.get("/conferences/" + CONFERENCE + "/history"))
                        .body())
                .contains("An editor registered the conference.");
        assertThat(reader.get("/talks/" + WebCatalogue.id() + "/history").statusCode())
                .isEqualTo(404);
        assertThat(reader.get("/api/talks/none/history").statusCode()).isEqualTo(404);
    }

    @Test
    void aTalkTitledHistoryIsNotTakenForItsHistory() throws InterruptedException {
        var talk = talk("History");
        catalogue.catchUp();
        var reader = catalogue.reader();
        assertThat(reader.get("/talks/" + talk).statusCode()).isEqualTo(200);
        assertThat(reader.get("/talks/" + talk + "/history").body()).contains("History of");
    }

    private static final Pattern RESTORE = Pattern.compile("<form [^>]*action=\"([^\"]+/restore)\"");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    private static HttpResponse<String> restore(WebCatalogue.Browser browser, String comparePath) {
        var page = browser.follow(browser.get(comparePath)).body();
        var form = RESTORE.matcher(page);
        var version = VERSION.matcher(page);
        assertThat(form.find() && version.find()).as(page).isTrue();
        return browser.submit(comparePath, form.group(1), Map.of("version", version.group(1)));
    }

    @Test
    void anyTwoVersionsCanBeComparedWordByWord() {
        var talk = talk("Geese at scale");
        var first = catalogue.head();
        byAdmin(new RewriteSummary(talk, RichText.markdown("What a shepherd brings to a balanced team.")));
        var second = catalogue.head();
        byAdmin(new RewriteSummary(talk, RichText.markdown("What a shepherd owes to a balanced team.")));
        byAdmin(new RetitleTalk(talk, "Geese in practice", null));
        var third = catalogue.head();
        var reader = catalogue.reader();
        var path = "/talks/" + talk + "/history/compare?from=" + second + "&to=" + third;
        var page = reader.follow(reader.get(path));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<del>brings</del> <ins>owes</ins>", "<ins>in practice</ins>", "noindex", " UTC: ")
                .doesNotContain("/restore");
        // In whatever order they are chosen.
        assertThat(reader.follow(reader.get("/talks/" + talk + "/history/compare?from=" + third + "&to=" + second))
                        .body())
                .contains("<del>brings</del> <ins>owes</ins>");
        assertThat(reader.follow(reader.get("/talks/" + talk + "/history/compare?from=" + first))
                        .body())
                .contains("<ins>What a shepherd owes to a balanced team.</ins>");
        assertThat(reader.follow(reader.get("/talks/" + talk + "/history/compare?from=" + third))
                        .body())
                .contains("Both versions are the same.");
        assertThat(reader.follow(reader.get("/talks/" + talk + "/history/compare?from=1"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(reader.follow(reader.get("/talks/" + talk + "/history/compare?from=old"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void anOldVersionIsRestoredAsNewChangesAllOrNone() throws InterruptedException {
        var talk = talk("Mules at scale");
        byAdmin(new RewriteSummary(talk, RichText.markdown("First words.")));
        var old = catalogue.head();
        byAdmin(new RewriteSummary(talk, RichText.markdown("Second words.")));
        byAdmin(new RetitleTalk(talk, "Mules in practice", null));
        byAdmin(new WithdrawTalk(talk, "a mistake"));
        var browser = catalogue.administrator();
        var head = catalogue.head();
        var answer = restore(browser, "/talks/" + talk + "/history/compare?from=" + old);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        assertThat(browser.get(WebCatalogue.location(answer)).body())
                .contains("Restored the version of", "Admin restored the talk to the catalogue.");
        assertThat(catalogue.head()).isEqualTo(head + 3);
        catalogue.catchUp();
        assertThat(catalogue.reader().get("/api/talks/" + talk).body())
                .contains("Mules at scale", "First words.", "\"withdrawn\":false");
        assertThat(browser.follow(browser.get("/talks/" + talk + "/history/compare?from=" + old))
                        .body())
                .contains("Both versions are the same.");
    }

    @Test
    void restoringIsRefusedWithTheReasonAndChangesNothing() {
        var speaker = new SpeakerId(WebCatalogue.id());
        catalogue.send(new RegisterSpeaker(speaker, "Will Vanish", List.of(), null, null));
        var talk = talk("Oxen at scale");
        catalogue.send(new SetSpeakers(talk, List.of(new Credit(speaker.value(), Credit.SPEAKER))));
        var old = catalogue.head();
        byAdmin(new RetitleTalk(talk, "Oxen in practice", null));
        byAdmin(new SetSpeakers(talk, List.of()));
        byAdmin(new RemoveSpeaker(speaker, null));
        var head = catalogue.head();
        var answer = restore(catalogue.administrator(), "/talks/" + talk + "/history/compare?from=" + old);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Not restored.");
        assertThat(catalogue.head()).isEqualTo(head);
    }

    @Test
    void restoringOverAChangeThatNobodyHasSeenIsRefused() {
        var talk = talk("Asses at scale");
        var old = catalogue.head();
        byAdmin(new RetitleTalk(talk, "Asses in practice", null));
        var browser = catalogue.administrator();
        var page = browser.follow(browser.get("/talks/" + talk + "/history/compare?from=" + old))
                .body();
        var form = RESTORE.matcher(page);
        assertThat(form.find()).isTrue();
        byAdmin(new RetitleTalk(talk, "Asses meanwhile", null));
        var answer = browser.submit("/talks/" + talk + "/history/compare", form.group(1), Map.of("version", "2"));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Not restored. Somebody changed it", "Asses meanwhile");
    }

    @Test
    void readersCannotRestore() {
        var talk = talk("Rams at scale");
        var head = catalogue.head();
        var answer = catalogue
                .reader()
                .post("/talks/" + talk + "/history/" + head + "/restore", Map.of("_csrf", "none", "version", "1"));
        assertThat(answer.statusCode()).isIn(303, 403);
        assertThat(catalogue.head()).isEqualTo(head);
    }

    @Test
    void changesOfAConferenceCanBeUndoneAndItsVersionsRestored() {
        var conference = new ConferenceId(WebCatalogue.id());
        catalogue.send(new RegisterConference(conference, ConferenceDetails.named("PyUndo"), null));
        var old = catalogue.head();
        byAdmin(new CorrectConferenceDetails(conference, ConferenceDetails.named("PyUndone")));
        var browser = catalogue.administrator();
        var path = "/conferences/" + conference + "/history";
        var undone =
                browser.submit(path, undoPath(browser.follow(browser.get(path)).body()), Map.of());
        assertThat(undone.statusCode()).as(undone.body()).isEqualTo(303);
        assertThat(WebCatalogue.location(undone)).endsWith("/pyundo/history");

        byAdmin(new CorrectConferenceDetails(conference, ConferenceDetails.named("PyAgain")));
        byAdmin(new CancelConference(conference, "rain"));
        byAdmin(new RemoveConference(conference, "entered twice"));
        var restored = restore(browser, path + "/compare?from=" + old);
        assertThat(restored.statusCode()).as(restored.body()).isEqualTo(303);
        assertThat(browser.get(WebCatalogue.location(restored)).body())
                .contains("restored the conference and its talks", "marked the conference as not cancelled", "PyUndo");
    }

    @Test
    void changesOfASpeakerCanBeUndoneAndTheirVersionsRestored() {
        var speaker = new SpeakerId(WebCatalogue.id());
        catalogue.send(new RegisterSpeaker(speaker, "Una Do", List.of("U. Do"), null, null));
        var old = catalogue.head();
        byAdmin(new RenameSpeaker(speaker, "Una Done", true));
        var browser = catalogue.administrator();
        var path = "/speakers/" + speaker + "/history";
        var undone =
                browser.submit(path, undoPath(browser.follow(browser.get(path)).body()), Map.of());
        assertThat(undone.statusCode()).as(undone.body()).isEqualTo(303);
        assertThat(browser.get(WebCatalogue.location(undone)).body()).contains("<p>Undone.</p>", "Una Do");

        byAdmin(new RenameSpeaker(speaker, "Una Again", true));
        byAdmin(new AddAlias(speaker, "Unagain"));
        var restored = restore(browser, path + "/compare?from=" + old);
        assertThat(restored.statusCode()).as(restored.body()).isEqualTo(303);
        assertThat(browser.follow(browser.get(path + "/compare?from=" + old)).body())
                .contains("Both versions are the same.");
    }

    @Test
    void changesOfASeriesCanBeUndoneAndItsVersionsRestored() throws InterruptedException {
        var id = new SeriesId(WebCatalogue.id());
        catalogue.send(new RegisterSeries(id, "PyCon Ireland", null, null));
        byAdmin(new CorrectSeriesDetails(id, "PyCon Éire", "https://pycon.ie/"));
        catalogue.catchUp();
        var administrator = catalogue.administrator();
        var page = administrator.follow(administrator.get("/series/" + id + "/history"));
        assertThat(page.body())
                .contains(
                        "Admin corrected the details.",
                        "registered the series",
                        "<del>Ireland</del>",
                        "https://pycon.ie/");
        var path = "/series/" + id + "/history";
        administrator.submit(path, undoPath(page.body()), Map.of());
        catalogue.catchUp();
        assertThat(administrator.follow(administrator.get("/series/" + id)).body())
                .contains("<h1>PyCon Ireland</h1>");
        var compared = administrator.follow(administrator.get(path + "/compare"));
        assertThat(compared.body()).contains("Éire", "/restore");
        var restore = Pattern.compile("action=\"([^\"]+/restore)\"").matcher(compared.body());
        assertThat(restore.find()).isTrue();
        var version = Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(compared.body());
        assertThat(version.find()).isTrue();
        administrator.submit(path, restore.group(1), Map.of("version", version.group(1)));
        catalogue.catchUp();
        assertThat(administrator.follow(administrator.get("/series/" + id)).body())
                .contains("<h1>PyCon Éire</h1>");
    }

    @Test
    void aRemovedSeriesIsBroughtBackFromItsHistoryWhichReadersDoNotSee() throws InterruptedException {
        var id = new SeriesId(WebCatalogue.id());
        catalogue.send(new RegisterSeries(id, "PyData Dublin", null, null));
        byAdmin(new RemoveSeries(id, "Registered twice."));
        catalogue.catchUp();
        var path = "/series/" + id + "/history";
        var reader = catalogue.reader();
        assertThat(reader.get(path).statusCode()).isEqualTo(404);
        assertThat(reader.get("/api" + path).statusCode()).isEqualTo(404);
        var administrator = catalogue.administrator();
        var page = administrator.follow(administrator.get(path)).body();
        assertThat(page).contains("Admin removed the series.", "Registered twice.");
        administrator.submit(path, undoPath(page), Map.of());
        catalogue.catchUp();
        assertThat(reader.follow(reader.get("/series/" + id)).body()).contains("<h1>PyData Dublin</h1>");
    }

    private static AttachTranscript attach(TalkId talk, String... texts) {
        var cues = new ArrayList<Cue>();
        for (var text : texts) {
            cues.add(new Cue(cues.size() * 60_000L, cues.size() * 60_000L + 5_000, null, text));
        }
        return new AttachTranscript(talk, "en", "human", cues);
    }

    private static ReplaceTranscript replace(TalkId talk, String... texts) {
        return new ReplaceTranscript(talk, "en", "human", attach(talk, texts).cues());
    }

    @Test
    void changesOfATranscriptAreToldCueByCueAndCanBeUndone() throws InterruptedException {
        var talk = talk("Herons of the Liffey");
        catalogue.send(attach(talk, "Thank you for coming.", "A heron stands still."));
        byAdmin(replace(talk, "Thank you for coming.", "A grey heron stands still."));
        catalogue.catchUp();
        var administrator = catalogue.administrator();
        var path = "/talks/" + talk + "/transcripts/en/human/history";
        assertThat(history(administrator, talk).body()).contains(path);
        assertThat(administrator.get("/talks/" + talk + "/transcripts").body()).contains(path);
        var page = administrator.get(path).body();
        assertThat(page)
                .contains("Admin replaced the transcript.", "<ins>grey</ins>", "2 cues, until 1:05")
                .doesNotContain("/history/compare");
        assertThat(administrator
                        .submit(path, undoPath(page), Map.of())
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).startsWith(path));
        catalogue.catchUp();
        var reader = catalogue.reader();
        assertThat(reader.follow(reader.get("/talks/" + talk + "/transcript")).body())
                .contains("A heron stands still.")
                .doesNotContain("grey heron");
        assertThat(reader.get("/api" + path).body())
                .contains("transcript.attached", "transcript.replaced", "\"who\":\"an editor\"");
    }

    @Test
    void aRemovedTranscriptIsAttachedAgainOverTheApiAsFarAsNobodyChangedItSince() throws InterruptedException {
        var talk = talk("Egrets");
        catalogue.send(attach(talk, "An egret is grey."));
        var replaced = catalogue.send(replace(talk, "An egret is white."));
        var removed = catalogue.send(new RemoveTranscript(talk, "en", "human"));
        catalogue.catchUp();
        var reader = catalogue.reader();
        var path = "/api/talks/" + talk + "/transcripts/en/human/history/";
        var token = new String[] {"Authorization", "Bearer " + catalogue.token(), "Content-Type", "application/json"};
        var nothing = HttpRequest.BodyPublishers.noBody();
        assertThat(reader.send("POST", path + replaced.position() + "/undo", nothing, token)
                        .statusCode())
                .isEqualTo(409);
        assertThat(reader.send("POST", path + removed.position() + "/undo", nothing)
                        .statusCode())
                .isEqualTo(401);
        var undone = reader.send("POST", path + removed.position() + "/undo", nothing, token);
        assertThat(undone.statusCode()).as(undone.body()).isEqualTo(200);
        catalogue.catchUp();
        assertThat(reader.get("/api/talks/" + talk + "/transcripts").body()).contains("An egret is white.");
    }

    @Test
    void theHistoryOfATranscriptIsHiddenWithItsTalk() throws InterruptedException {
        var talk = talk("Said in private");
        catalogue.send(attach(talk, "A secret."));
        var path = "/talks/" + talk + "/transcripts/en/human/history";
        assertThat(catalogue.reader().get(path).statusCode()).isEqualTo(200);
        assertThat(catalogue
                        .reader()
                        .get("/talks/" + talk + "/transcripts/de/auto/history")
                        .statusCode())
                .isEqualTo(404);
        catalogue.send(new SuppressTalk(talk, "asked for"));
        catalogue.catchUp();
        assertThat(catalogue.reader().get(path).statusCode()).isEqualTo(404);
        assertThat(catalogue.administrator().get(path).statusCode()).isEqualTo(404);
        assertThat(catalogue.reader().get("/api" + path).statusCode()).isEqualTo(404);
    }

    @Test
    void theTimelineTellsImportsAndTheStarterFromPeople() {
        var imported = new TalkId(WebCatalogue.id());
        catalogue.send(
                new AddTalk(imported, TalkDetails.titled(CONFERENCE.value(), "Came by import"), null),
                new CommandContext(
                        catalogue.accountOf("admin"),
                        "test",
                        null,
                        null,
                        new CommandContext.Origin("0190f1de-0000-7000-8000-00000000000f", "pyvideo", null)));
        var started = new TalkId(WebCatalogue.id());
        catalogue.send(
                new AddTalk(started, TalkDetails.titled(CONFERENCE.value(), "Was there from the start"), null),
                CommandContext.by("starter", "starter"));
        var byHand = talk("Typed by hand");
        var reader = catalogue.reader();
        assertThat(history(reader, imported).body())
                .contains(
                        "The import of pyvideo added the talk to PyCon Ireland 2016.",
                        "/imports/0190f1de-0000-7000-8000-00000000000f");
        assertThat(history(reader, started).body())
                .contains("The starter data added the talk to PyCon Ireland 2016.")
                .doesNotContain("/imports/");
        assertThat(history(reader, byHand).body()).contains("An editor added the talk to PyCon Ireland 2016.");
    }

    @Test
    void everyEntryLeadsToTheStateItLeftAndSaysWhenWithTheZone() {
        var talk = talk("Yaks at scale");
        var first = catalogue.head();
        byAdmin(new RetitleTalk(talk, "Yaks in practice", null));
        var reader = catalogue.reader();
        var page = history(reader, talk).body();
        assertThat(page)
                .contains("/yaks-in-practice?asOf=" + first, "/history/compare?from=" + first)
                .containsPattern("\\d{4}, \\d\\d:\\d\\d UTC</time>");
        assertThat(reader.get("/talks/" + talk + "/yaks-in-practice?asOf=" + first)
                        .body())
                .contains("Yaks at scale");
    }
}

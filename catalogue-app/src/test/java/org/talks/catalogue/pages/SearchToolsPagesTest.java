package org.talks.catalogue.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talks.catalogue.conference.ConferenceCommand.RegisterConference;
import org.talks.catalogue.conference.ConferenceId;
import org.talks.catalogue.speaker.SpeakerCommand.RegisterSpeaker;
import org.talks.catalogue.speaker.SpeakerId;
import org.talks.catalogue.talk.TalkCommand.AddTalk;
import org.talks.catalogue.talk.TalkId;
import org.talks.events.ConferenceDetails;
import org.talks.events.TalkDetails;

/// Synonyms and saved searches, as pages and as API, and who may be merged.
class SearchToolsPagesTest {

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([^\"]+)\"");
    private static final Pattern LIST = Pattern.compile("href=\"(/searches/[^\".]+)\"");

    @TempDir
    static Path data;

    private static WebCatalogue catalogue;
    private static final ConferenceId CONFERENCE = new ConferenceId(WebCatalogue.id());

    @BeforeAll
    static void recordATalk() throws InterruptedException {
        catalogue = WebCatalogue.start(data);
        catalogue.send(new RegisterConference(CONFERENCE, ConferenceDetails.named("PyCon Ireland"), null));
        add("Zeppelins for beginners");
        catalogue.catchUp();
    }

    @AfterAll
    static void stop() {
        catalogue.close();
    }

    private static void add(String title) {
        catalogue.send(new AddTalk(new TalkId(WebCatalogue.id()), TalkDetails.titled(CONFERENCE.value(), title), null));
    }

    @Test
    void editorsChangeTheSynonymsAndTheNextSearchUsesThem() throws java.io.IOException {
        var ana = catalogue.administrator();
        assertThat(ana.get("/api/talks?q=blimps").body()).contains("\"total\":0");

        var saved = save(ana, "# ours\r\nblimps = zeppelins\r\n");

        assertThat(saved).isEqualTo(303);
        assertThat(ana.get("/api/talks?q=blimps").body()).contains("Zeppelins for beginners");
        assertThat(Files.readString(data.resolve("synonyms.txt"))).isEqualTo("# ours\nblimps = zeppelins\n");
        assertThat(ana.get("/synonyms").body()).contains("# ours", "1 group");
    }

    @Test
    void aMistakeIsNamedWithItsLineAndTheTextStays() {
        var ana = catalogue.administrator();
        var before = ana.get("/api/synonyms").body();

        var refused = ana.post(
                "/synonyms",
                Map.of("_csrf", ana.csrf("/synonyms"), "version", version(ana), "text", "a = b\nalone\n?? = c"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("2 lines cannot be used", "Line 2: “alone” stands alone", "Line 3:", "a = b\nalone");
        assertThat(ana.get("/api/synonyms").body()).isEqualTo(before);
    }

    @Test
    void whoChangesAnOldListOverwritesNobody() {
        var ana = catalogue.administrator();
        var refused = ana.post(
                "/synonyms", Map.of("_csrf", ana.csrf("/synonyms"), "version", "old", "text", "mine = my own"));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Somebody else changed the list", "mine = my own");
    }

    @Test
    void readersSeeTheSynonymsAndCannotChangeThem() {
        var reader = catalogue.new Browser();

        assertThat(reader.get("/synonyms").body()).contains("<h1>Synonyms</h1>").doesNotContain("<textarea");
        assertThat(reader.post("/synonyms", Map.of("text", "a = b", "version", "x"))
                        .statusCode())
                .isIn(302, 303, 403);
        assertThat(reader.send(
                                "PUT",
                                "/api/synonyms",
                                BodyPublishers.ofString("{}"),
                                "Content-Type",
                                "application/json")
                        .statusCode())
                .isIn(401, 403);
    }

    @Test
    void theApiNamesTheMistakenLinesAndHeedsIfMatch() {
        var token = "Bearer " + catalogue.token();
        var reader = catalogue.new Browser();
        var wrong = reader.send(
                "PUT",
                "/api/synonyms",
                BodyPublishers.ofString("{\"text\":\"alone\"}"),
                "Content-Type",
                "application/json",
                "Authorization",
                token);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Line 1:", "\"field\":\"text\"");

        var late = reader.send(
                "PUT",
                "/api/synonyms",
                BodyPublishers.ofString("{\"text\":\"a1 = b1\"}"),
                "Content-Type",
                "application/json",
                "If-Match",
                "\"0000\"",
                "Authorization",
                token);
        assertThat(late.statusCode()).isEqualTo(409);
    }

    @Test
    void aSavedSearchListsWhatComesToMatchAndIsDeleted() throws InterruptedException {
        var ana = catalogue.administrator();
        assertThat(ana.get("/?q=airships").body()).contains("action=\"/account/searches\"");
        var saved = ana.post(
                "/account/searches",
                Map.of("_csrf", ana.csrf("/?q=airships"), "q", "airships", "name", "Everything on airships"));
        assertThat(saved.statusCode()).isEqualTo(303);

        add("Airships over Dublin");
        catalogue.catchUp();

        var mine = ana.get("/account/searches").body();
        assertThat(mine).contains("Everything on airships", "“airships”", "1 talk since");
        var list = LIST.matcher(mine);
        assertThat(list.find()).isTrue();
        var reader = catalogue.new Browser();
        assertThat(reader.get(list.group(1)).body()).contains("Airships over Dublin", "matches since", "noindex");
        assertThat(ana.get("/api/searches").body()).contains("Everything on airships", ".atom");

        var deleted = ana.submit("/account/searches", "/account" + list.group(1) + "/delete", Map.of());
        assertThat(deleted.statusCode()).isEqualTo(303);
        assertThat(reader.get(list.group(1)).statusCode()).isEqualTo(404);
    }

    @Test
    void aSearchWithoutANameComesBackWithWhatItAsks() {
        var ana = catalogue.administrator();
        var refused = ana.post(
                "/account/searches", Map.of("_csrf", ana.csrf("/?q=x"), "q", "dirigible", "year", "2016", "name", " "));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Give the search a name", "value=\"dirigible\"", "name=\"year\" value=\"2016\"");
    }

    @Test
    void editorsSeeWhoSharesAName() throws InterruptedException {
        var one = new SpeakerId(WebCatalogue.id());
        var other = new SpeakerId(WebCatalogue.id());
        catalogue.send(new RegisterSpeaker(one, "Ian Huston", List.of(), null, null));
        catalogue.send(new RegisterSpeaker(other, "IÁN HUSTON", List.of(), null, null));
        catalogue.catchUp();
        var editor = catalogue.administrator();

        assertThat(editor.get("/speakers/merges").body())
                .contains("Ian Huston", "IÁN HUSTON", "/speakers/" + other + "/edit/merge");
        assertThat(editor.get("/speakers/" + one + "/ian-huston").body()).contains("Perhaps the same person");
        assertThat(catalogue.new Browser()
                        .get("/speakers/" + one + "/ian-huston")
                        .body())
                .doesNotContain("Perhaps the same person");
        assertThat(catalogue.new Browser().get("/speakers/merges").statusCode()).isNotEqualTo(200);
    }

    @Test
    void whoIsNotSignedInIsOfferedNoSaving() {
        var reader = catalogue.new Browser();

        assertThat(reader.get("/?q=airships").body()).doesNotContain("/account/searches");
        assertThat(reader.get("/api/searches").statusCode()).isEqualTo(401);
        assertThat(reader.get("/searches/unknown").statusCode()).isEqualTo(404);
    }

    private static String version(WebCatalogue.Browser browser) {
        var version = VERSION.matcher(browser.get("/synonyms").body());
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    private static int save(WebCatalogue.Browser browser, String text) {
        return browser.post(
                        "/synonyms",
                        Map.of("_csrf", browser.csrf("/synonyms"), "version", version(browser), "text", text))
                .statusCode();
    }
}

package org.talks.catalogue.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talks.catalogue.conference.ConferenceCommand.RegisterConference;
import org.talks.catalogue.conference.ConferenceId;
import org.talks.events.ConferenceDetails;

class WorkPagesTest {

    private static final String SCHEDULE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <schedule><conference><acronym>tiny</acronym><title>TinyConf 2019</title><start>2019-05-04</start>\
            <end>2019-05-04</end><days>1</days><time_zone_name>Europe/Berlin</time_zone_name></conference>
            <day index="1" date="2019-05-04"><room name="Hall"><event id="1" guid="0a1b2c3d-0000-5000-8000-000000000001">\
            <date>2019-05-04T10:00:00+02:00</date><start>10:00</start><duration>00:30</duration><room>Hall</room>\
            <title>Grasshoppers in practice</title><language>en</language><persons><person id="7">Ada Byron</person>\
            </persons></event></room></day></schedule>
            """;

    @TempDir
    static Path data;

    private static WebCatalogue catalogue;

    @BeforeAll
    static void start() throws InterruptedException {
        catalogue = WebCatalogue.start(data);
        catalogue.send(new RegisterConference(
                new ConferenceId(WebCatalogue.id()), ConferenceDetails.named("Something to rebuild"), null));
        catalogue.catchUp();
    }

    @AfterAll
    static void stop() {
        catalogue.close();
    }

    private static HttpResponse<String> ended(
            WebCatalogue.Browser browser, String path, String running, String... headers) {
        var page = browser.get(path, headers);
        var deadline = System.nanoTime() + 60_000_000_000L;
        while (page.body().contains(running)) {
            assertThat(System.nanoTime()).as(page.body()).isLessThan(deadline);
            page = browser.get(path, headers);
        }
        return page;
    }

    @Test
    void aFileIsPreviewedThenAppliedAndItsTalksAreFound() throws InterruptedException {
        var browser = catalogue.administrator();
        var before = catalogue.head();
        var fields = Map.of("_csrf", browser.csrf("/imports"), "preview", "true", "zone", "");
        var sent = browser.upload("/imports", fields, "schedule.xml", SCHEDULE);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        var preview = ended(browser, WebCatalogue.location(sent), "<progress");
        assertThat(preview.body()).contains("Nothing is changed yet", "Apply", "Discard", "Grasshoppers in practice");
        assertThat(catalogue.head()).isEqualTo(before);

        var applied = browser.submit("/imports", WebCatalogue.location(sent) + "/apply", Map.of());
        assertThat(applied.statusCode()).isEqualTo(303);
        var report = ended(browser, WebCatalogue.location(applied), "<progress");
        assertThat(report.body()).contains("Imported 1 new talk", "schedule.xml");
        catalogue.catchUp();
        assertThat(catalogue.reader().get("/?q=grasshopper").body()).contains("Ada Byron");
        assertThat(browser.get("/imports").body()).contains("1 new, 0 changed");
        assertThat(browser.get(WebCatalogue.location(applied) + "/status").body())
                .doesNotContain("<html");
    }

    @Test
    void aWrongZoneOrNoFileComesBackWithTheForm() {
        var browser = catalogue.administrator();
        var token = browser.csrf("/imports");
        var zone = browser.upload("/imports", Map.of("_csrf", token, "zone", "Mars/Base"), "s.xml", SCHEDULE);
        assertThat(zone.statusCode()).isEqualTo(422);
        assertThat(zone.body()).contains("There is no time zone Mars/Base.", "value=\"Mars/Base\"");
        var city = browser.upload("/imports", Map.of("_csrf", token, "zone", "new york"), "s.xml", SCHEDULE);
        assertThat(city.body()).contains("There is no time zone new york. America/New_York is one.");
        var empty = browser.upload("/imports", Map.of("_csrf", token), "s.xml", "");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("Choose a file that is not empty.");
    }

    @Test
    void aWrongZoneForAPlanComesBackBesideItsField() throws InterruptedException {
        var browser = catalogue.administrator();
        var sent = browser.upload(
                "/imports",
                Map.of("_csrf", browser.csrf("/imports"), "preview", "true"),
                "zone.xml",
                SCHEDULE.replace("rasshopper", "rasshopper of another field"));
        var plan = WebCatalogue.location(sent);
        ended(browser, plan, "<progress");
        var refused = browser.submit(plan, plan + "/again", Map.of("zone", "Germany"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("There is no time zone Germany. Europe/Dublin is one.", "value=\"Germany\"", plan + "/apply");
    }

    @Test
    void whatHasNoKnownFormatIsToldWithoutNamingThemAllTwice() throws InterruptedException {
        var browser = catalogue.administrator();
        var sent = browser.upload("/imports", Map.of("_csrf", browser.csrf("/imports")), "holiday.txt", "Sun, sea");
        var stopped = ended(browser, WebCatalogue.location(sent), "<progress");
        assertThat(stopped.body())
                .contains("No known format fits holiday.txt. If it has one of those below, choose it.")
                .doesNotContain("Known are");
    }

    @Test
    void readersCannotImport() {
        var answer = catalogue.reader().get("/imports");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(WebCatalogue.location(answer)).startsWith("/sign-in");
    }

    @Test
    void theApiTakesFilesAnswersWithTheReportAndLetsNobodyNamePaths() throws Exception {
        var bearer = "Bearer " + catalogue.token();
        var sent = catalogue
                .reader()
                .upload("/api/imports", Map.of("dryRun", "true"), "schedule.xml", SCHEDULE, "Authorization", bearer);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
        var report = ended(
                catalogue.reader(), WebCatalogue.location(sent), "\"state\":\"RUNNING\"", "Authorization", bearer);
        assertThat(report.body()).contains("\"dryRun\":true").containsPattern("\"state\":\"(PLANNED|DONE)\"");
        assertThat(catalogue
                        .reader()
                        .get("/api/imports", "Authorization", bearer)
                        .body())
                .startsWith("[{");
        assertThat(catalogue
                        .reader()
                        .get("/api/imports/none", "Authorization", bearer)
                        .statusCode())
                .isEqualTo(404);

        var file = Files.writeString(data.resolve("named.xml"), SCHEDULE);
        var named = catalogue
                .reader()
                .send(
                        "POST",
                        "/api/imports?path=" + file,
                        HttpRequest.BodyPublishers.noBody(),
                        "Authorization",
                        bearer);
        assertThat(named.statusCode()).isEqualTo(403);
        var none = catalogue
                .reader()
                .send("POST", "/api/imports", HttpRequest.BodyPublishers.noBody(), "Authorization", bearer);
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void aRebuildIsStartedWatchedAndReported() {
        var browser = catalogue.administrator();
        assertThat(browser.get("/views").body()).contains("Pages and lists", "Search index", "up to date", "chain ");
        var started = browser.submit("/views", "/views/rebuild", Map.of());
        assertThat(started.statusCode()).isEqualTo(303);
        // Each view reads each event, which makes no more events.
        assertThat(ended(browser, "/views", "<progress").body())
                .contains("All views were rebuilt from " + catalogue.head() + " events");
        assertThat(browser.get("/views/status").body())
                .contains("id=\"status\"")
                .doesNotContain("<html");
    }

    @Test
    void rebuildsAreForAdministratorsInTheApiToo() {
        var nobody = catalogue.reader().send("POST", "/api/rebuilds", HttpRequest.BodyPublishers.noBody());
        assertThat(nobody.statusCode()).isEqualTo(401);
        var bearer = "Bearer " + catalogue.token();
        assertThat(catalogue.reader().get("/api/rebuilds/none").statusCode()).isEqualTo(404);
        var cancelled = catalogue
                .reader()
                .send("DELETE", "/api/rebuilds/none", HttpRequest.BodyPublishers.noBody(), "Authorization", bearer);
        assertThat(cancelled.statusCode()).isEqualTo(404);
    }
}

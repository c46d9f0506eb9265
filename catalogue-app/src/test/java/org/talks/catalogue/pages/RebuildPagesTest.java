package org.talks.catalogue.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talks.catalogue.conference.ConferenceCommand.RegisterConference;
import org.talks.catalogue.conference.ConferenceId;
import org.talks.catalogue.talk.TalkCommand.AddTalk;
import org.talks.catalogue.talk.TalkId;
import org.talks.events.ConferenceDetails;
import org.talks.events.TalkDetails;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Rebuilding, watching, cancelling, going back and trying again, over HTTP.
class RebuildPagesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path data;

    private final TalkId talk = new TalkId(WebCatalogue.id());
    private WebCatalogue catalogue;
    private String bearer;

    @BeforeEach
    void start() throws InterruptedException {
        catalogue = WebCatalogue.start(data);
        bearer = "Bearer " + catalogue.token();
        var conference = new ConferenceId(WebCatalogue.id());
        catalogue.send(new RegisterConference(conference, ConferenceDetails.named("PyCon Ireland"), null));
        catalogue.send(new AddTalk(talk, TalkDetails.titled(conference.value(), "Falcons"), null));
        catalogue.catchUp();
    }

    @AfterEach
    void stop() {
        catalogue.close();
    }

    private HttpResponse<String> post(String path) {
        return catalogue.reader().send("POST", path, BodyPublishers.noBody(), "Authorization", bearer);
    }

    private JsonNode get(String path) {
        var answer = catalogue.reader().get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private JsonNode ended(String location) {
        while (true) {
            var status = get(location);
            if (!status.path("state").asString().equals("RUNNING")) {
                return status;
            }
            Thread.onSpinWait();
        }
    }

    private JsonNode rebuilt(String query) {
        var started = post("/api/rebuilds" + query);
        assertThat(started.statusCode()).isEqualTo(202);
        return ended(WebCatalogue.location(started));
    }

    private String generations() {
        return get("/api/views")
                .valueStream()
                .map(v -> v.path("generation").asString())
                .toList()
                .toString();
    }

    @Test
    void oneViewIsRebuiltAndItsStateSaysEverything() {
        var status = rebuilt("?view=index");
        assertThat(status.path("state").asString()).isEqualTo("DONE");
        assertThat(status.path("done").asLong())
                .isEqualTo(status.path("total").asLong())
                .isEqualTo(2);
        assertThat(status.path("bytes").asLong()).isPositive();
        assertThat(status.has("eventsPerSecond")).isTrue();
        assertThat(generations()).isEqualTo("[1, 2]");
        assertThat(get("/api/rebuilds").path(0).path("id").asString())
                .isEqualTo(status.path("id").asString());
        assertThat(post("/api/rebuilds?view=feeds").statusCode()).isEqualTo(404);
        assertThat(post("/api/rebuilds?talk=nobody").statusCode()).isEqualTo(404);
        assertThat(rebuilt("?talk=" + talk.value()).path("state").asString()).isEqualTo("DONE");
    }

    @Test
    void aDryRunComparesAndSwitchesToNothing() {
        var status = rebuilt("?dryRun=true");
        assertThat(status.path("differenceCount").asLong()).isZero();
        assertThat(generations()).isEqualTo("[1, 1]");
        var browser = catalogue.administrator();
        browser.submit("/views", "/views/rebuild", Map.of("dryRun", "true", "view", "relational"));
        ended("/api/rebuilds/" + get("/api/rebuilds").path(0).path("id").asString());
        assertThat(browser.get("/views").body())
                .contains("The view “Pages and lists” shows exactly what the log gives");
    }

    @Test
    void whoFollowsIsToldUntilTheEnd() {
        var location = WebCatalogue.location(post("/api/rebuilds"));
        var told = catalogue.reader().get(location + "/events");
        assertThat(told.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        assertThat(told.body()).contains("event:progress").contains("\"state\":\"DONE\"");
        assertThat(catalogue.reader().get("/api/rebuilds/none/events").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aRebuildIsCancelledAndTheViewsStay() {
        JsonNode status;
        do {
            var location = WebCatalogue.location(post("/api/rebuilds"));
            var answer = catalogue.reader().send("DELETE", location, BodyPublishers.noBody(), "Authorization", bearer);
            status = ended(location);
            assertThat(answer.statusCode()).isIn(204, 409);
            // On a fast day it was over before it could be cancelled.
        } while (status.path("state").asString().equals("DONE"));
        assertThat(status.path("state").asString()).isEqualTo("CANCELLED");
        assertThat(catalogue.reader().get("/search?q=falcons").body()).contains("Falcons");
        assertThat(catalogue
                        .reader()
                        .send(
                                "DELETE",
                                "/api/rebuilds/" + status.path("id").asString(),
                                BodyPublishers.noBody(),
                                "Authorization",
                                bearer)
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void thePageGoesBackToTheGenerationBefore() {
        var browser = catalogue.administrator();
        assertThat(browser.get("/views").body()).doesNotContain("/views/rollback");
        assertThat(post("/api/views/rollback").statusCode()).isEqualTo(409);
        rebuilt("");
        assertThat(generations()).isEqualTo("[2, 2]");
        assertThat(browser.submit("/views", "/views/rollback", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(generations()).isEqualTo("[1, 1]");
        assertThat(get("/api/views").path(0).path("previousGeneration").asInt()).isEqualTo(2);
        assertThat(post("/api/views/rollback?view=index").statusCode()).isEqualTo(200);
        assertThat(generations()).isEqualTo("[1, 2]");
        assertThat(catalogue.reader().get("/search?q=falcons").body()).contains("Falcons");
    }

    @Test
    void whatIsLeftOutIsShownAndTriedAgain() throws Exception {
        var stream = "talk:" + talk.value();
        alter("insert into event select 3, stream, 1, 'x', 'talk.exploded', 1, time_millis, cast('{}' as blob), meta,"
                + " payload_digest, meta_digest, chain from event where stream = '" + stream + "'");
        catalogue.send(new RegisterConference(
                new ConferenceId(WebCatalogue.id()), ConferenceDetails.named("EuroPython"), null));
        catalogue.catchUp();
        var browser = catalogue.administrator();
        assertThat(browser.get("/views").body())
                .contains("Left out of the view “Search index”", stream, "Event 3 cannot be applied", "talk.exploded");
        assertThat(catalogue.reader().get("/views").body()).doesNotContain("/views/retry");
        assertThat(get("/api/views")
                        .path(1)
                        .path("parked")
                        .path(0)
                        .path("position")
                        .asInt())
                .isEqualTo(3);
        var failed = rebuilt("");
        assertThat(failed.path("state").asString()).isEqualTo("FAILED");
        assertThat(failed.path("error").asString())
                .contains("Event 3 (talk.exploded of " + stream, "Start the version");

        alter("update event set type = 'talk.retitled', revision = 3, payload = cast('{\"talkId\":\"" + talk.value()
                + "\",\"title\":\"Peregrine falcons\"}' as blob) where position = 3");
        assertThat(browser.submit("/views", "/views/retry", Map.of("stream", stream))
                        .statusCode())
                .isEqualTo(303);
        assertThat(get("/api/views").path(0).path("parked").isEmpty()).isTrue();
        assertThat(catalogue.reader().get("/search?q=peregrine").body()).contains("Peregrine");
        assertThat(post("/api/views/retry").statusCode()).isEqualTo(200);
    }

    private void alter(String sql) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("log.db"));
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }
}

package org.talks.catalogue.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talks.catalogue.CatalogueFixture;
import org.talks.catalogue.conference.ConferenceCommand.RegisterConference;
import org.talks.catalogue.conference.ConferenceId;
import org.talks.catalogue.data.RunningServer;
import org.talks.events.ConferenceDetails;
import tools.jackson.databind.json.JsonMapper;

/// The log of a running catalogue goes out and into another running one.
@SuppressWarnings("NullAway.Init")
class LogApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path directory;

    private WebCatalogue catalogue;

    @BeforeEach
    void start() {
        catalogue = WebCatalogue.start(directory.resolve("data"));
        for (var name : new String[] {"PyCon Ireland 2016", "PyCon Ireland 2017"}) {
            catalogue.send(
                    new RegisterConference(new ConferenceId(WebCatalogue.id()), ConferenceDetails.named(name), null));
        }
    }

    @AfterEach
    void stop() {
        catalogue.close();
    }

    private static HttpResponse<String> take(WebCatalogue into, String token, Path file) {
        return into.reader()
                .send(
                        "POST",
                        "/api/log/imports?path=" + URLEncoder.encode(file.toString(), StandardCharsets.UTF_8),
                        BodyPublishers.noBody(),
                        "Authorization",
                        "Bearer " + token);
    }

    @Test
    void anAdministratorGetsTheLogAndARunningCatalogueTakesItInAndShowsIt() throws Exception {
        var answer = catalogue.reader().get("/api/log", "Authorization", "Bearer " + catalogue.token());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
        assertThat(answer.body().lines()).hasSize(4);
        var file = Files.writeString(directory.resolve("log.ndjson"), answer.body());
        var data = directory.resolve("another");
        String verified;
        try (var another = WebCatalogue.start(data)) {
            var local = RunningServer.find(data).orElseThrow().token();
            var taken = take(another, local, file);
            assertThat(taken.statusCode()).isEqualTo(200);
            assertThat(JSON.readTree(taken.body()).path("appended").asLong()).isEqualTo(2);
            another.catchUp();
            assertThat(another.reader().get("/conferences").body()).contains("PyCon Ireland 2017");
            verified = another.reader()
                    .send(
                            "POST",
                            "/api/verifications",
                            BodyPublishers.noBody(),
                            "Authorization",
                            "Bearer " + another.token())
                    .body();
        }
        assertThat(JSON.readTree(verified).path("ok").asBoolean()).as(verified).isTrue();
        // The views have taken on the log's identity too: nothing is built anew at the next start.
        try (var another = CatalogueFixture.open(data)) {
            assertThat(another.log().head()).isEqualTo(2);
            assertThat(data.resolve("views/1")).exists();
            assertThat(data.resolve("views/2")).doesNotExist();
        }
    }

    @Test
    void whatFollowsAPositionIsAskedFor() {
        var token = catalogue.token();
        var answer = catalogue.reader().get("/api/log?after=1", "Authorization", "Bearer " + token);
        assertThat(answer.body().lines()).hasSize(3);
        assertThat(catalogue
                        .reader()
                        .get("/api/log?after=3", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void nobodyElseGetsIt() {
        assertThat(catalogue.reader().get("/api/log").statusCode()).isIn(401, 403);
    }

    @Test
    void filesOfTheMachineAreNamedByItsOperatorOnlyAndBadOnesAreRefusedWithTheReason() throws Exception {
        var file = Files.writeString(directory.resolve("log.ndjson"), "title\n");
        assertThat(take(catalogue, catalogue.token(), file).statusCode()).isEqualTo(403);
        var local = RunningServer.find(directory.resolve("data")).orElseThrow().token();
        var refused = take(catalogue, local, file);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Objects.requireNonNull(refused.headers().firstValue("Content-Type")))
                .hasValue("application/problem+json");
        assertThat(refused.body()).contains("is no export of a log");
    }
}

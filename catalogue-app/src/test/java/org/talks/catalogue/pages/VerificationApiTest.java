package org.talks.catalogue.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talks.catalogue.conference.ConferenceCommand.RegisterConference;
import org.talks.catalogue.conference.ConferenceId;
import org.talks.events.ConferenceDetails;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `POST /api/verifications` of a running catalogue.
@SuppressWarnings("NullAway.Init")
class VerificationApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path data;

    private WebCatalogue catalogue;

    @BeforeEach
    void start() throws InterruptedException {
        catalogue = WebCatalogue.start(data);
        catalogue.send(new RegisterConference(
                new ConferenceId(WebCatalogue.id()), ConferenceDetails.named("PyCon Ireland 2016"), null));
        catalogue.catchUp();
    }

    @AfterEach
    void stop() {
        catalogue.close();
    }

    private JsonNode verify() {
        var answer = catalogue
                .reader()
                .send(
                        "POST",
                        "/api/verifications",
                        BodyPublishers.noBody(),
                        "Authorization",
                        "Bearer " + catalogue.token());
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    @Test
    void anAdministratorLearnsThatAllIsWell() {
        var result = verify();
        assertThat(result.path("ok").asBoolean()).isTrue();
        assertThat(result.path("events").asLong()).isEqualTo(1);
        assertThat(result.path("checks").findValuesAsString("name"))
                .containsExactly("event log", "relational view", "index view");
        assertThat(result.path("checks").path(0).path("detail").asString()).contains("1 events, chain ");
    }

    @Test
    void whatWasAlteredIsNamedWithItsPlace() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("log.db"));
                var statement = connection.createStatement()) {
            statement.executeUpdate("update event set time_millis = time_millis - 1");
        }
        var result = verify();
        assertThat(result.path("ok").asBoolean()).isFalse();
        assertThat(result.path("checks").path(0).path("detail").asString())
                .contains("Position 1 (conference:", "time_millis");
    }

    @Test
    void nobodyElseMayAskForIt() {
        var answer = catalogue.reader().send("POST", "/api/verifications", BodyPublishers.noBody());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }
}

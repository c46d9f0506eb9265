package org.talks.catalogue.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talks.catalogue.data.RunningServer;
import tools.jackson.databind.json.JsonMapper;

/// A lost password, while the server runs.
class AccountsApiTest {

    @TempDir
    Path data;

    private static HttpResponse<String> reset(WebCatalogue catalogue, String name, String token) {
        return catalogue
                .reader()
                .send(
                        "POST",
                        "/api/accounts/" + name + "/password",
                        BodyPublishers.noBody(),
                        "Authorization",
                        "Bearer " + token);
    }

    @Test
    void theOperatorOfTheMachineResetsItAndNobodyElse() {
        try (var catalogue = WebCatalogue.start(data)) {
            var signedIn = catalogue.administrator();
            assertThat(signedIn.get("/account/users").statusCode()).isEqualTo(200);
            assertThat(reset(catalogue, "admin", catalogue.token()).statusCode())
                    .isEqualTo(403);
            assertThat(signedIn.get("/account/users").statusCode()).isEqualTo(200);

            var local = RunningServer.find(data).orElseThrow().token();
            assertThat(reset(catalogue, "eve", local).statusCode()).isEqualTo(404);
            var answer = reset(catalogue, "admin", local);
            assertThat(answer.statusCode()).isEqualTo(200);
            // Sessions with the lost password end, and the new one signs in.
            assertThat(signedIn.get("/account/users").statusCode()).isNotEqualTo(200);
            var password =
                    JsonMapper.shared().readTree(answer.body()).path("password").asString();
            var again = catalogue.reader();
            var welcome = again.post(
                    "/sign-in", Map.of("name", "admin", "password", password, "_csrf", again.csrf("/sign-in")));
            assertThat(WebCatalogue.location(welcome)).doesNotContain("sign-in");
        }
    }
}

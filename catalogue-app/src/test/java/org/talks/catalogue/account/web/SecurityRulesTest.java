package org.talks.catalogue.account.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.talks.catalogue.account.web.Browser.location;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who may what. Everything that is let through is answered with 200 and the actor's name.
@SuppressWarnings("NullAway.Init")
class SecurityRulesTest {

    private static TestServer server;
    private static final Map<String, Browser> BROWSERS = new LinkedHashMap<>();
    private static final Map<String, String> TOKENS = new LinkedHashMap<>();

    @BeforeAll
    static void start(@TempDir Path data) {
        server = TestServer.start(data);
        for (var name : new String[] {"admin", "editor", "reader"}) {
            BROWSERS.put(name, server.signedIn(name));
            TOKENS.put(name, server.tokenOf(name));
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Browser browser(String name) {
        return Objects.requireNonNull(BROWSERS.get(name), name);
    }

    private static String bearer(String name) {
        return "Bearer " + TOKENS.get(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/talks/0198/slug",
                "/conferences",
                "/api/talks?q=a",
                "/api/talks/0198",
                "/api/rebuilds/1",
                "/api/views"
            })
    void readingIsOpenAndLeavesNoCookie(String path) {
        var reader = server.browser();
        var answer = reader.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("reached by nobody");
        assertThat(reader.cookies()).isZero();
    }

    @Nested
    class Pages {

        @ParameterizedTest
        @CsvSource({
            "/account/password, 200, 200, 200",
            "/account/tokens,   200, 200, 200",
            "/account/users,    200, 403, 403",
            "/import,           200, 403, 403",
            "/imports,          200, 403, 403",
            "/imports/17,       200, 403, 403",
            "/views,            200, 200, 200",
        })
        void thatNeedSomebody(String path, int admin, int editor, int reader) {
            assertThat(browser("admin").get(path).statusCode()).isEqualTo(admin);
            assertThat(browser("editor").get(path).statusCode()).isEqualTo(editor);
            assertThat(browser("reader").get(path).statusCode()).isEqualTo(reader);

            var nobody = server.browser().get(path);
            assertThat(nobody.statusCode()).isEqualTo(303);
            assertThat(location(nobody)).isEqualTo("/sign-in?next=" + path.replace("/", "%2F"));
        }

        @ParameterizedTest
        @CsvSource({
            "/talks/0198/retitle,  200, 200, 403",
            "/anything/else,       200, 200, 403",
            "/import,              200, 403, 403",
            "/imports,             200, 403, 403",
            "/imports/17/undo,     200, 403, 403",
            "/views/rebuild,       200, 403, 403",
            "/rebuilds,            200, 403, 403",
        })
        void thatChangeSomething(String path, int admin, int editor, int reader) {
            assertThat(browser("admin").post(path, Map.of()).statusCode()).isEqualTo(admin);
            assertThat(browser("editor").post(path, Map.of()).statusCode()).isEqualTo(editor);
            assertThat(browser("reader").post(path, Map.of()).statusCode()).isEqualTo(reader);

            var nobody = server.browser().post(path, Map.of());
            assertThat(nobody.statusCode()).isEqualTo(303);
            assertThat(location(nobody)).isEqualTo("/sign-in");
        }

        @Test
        void ofAccountsAreChangedByAdministratorsOnly() {
            var form = Map.of("name", "new", "role", "ADMINISTRATOR");
            assertThat(browser("editor").post("/account/users", form).statusCode())
                    .isEqualTo(403);
            var role = "/account/users/" + server.idOf("reader") + "/role";
            assertThat(browser("reader").post(role, form).statusCode()).isEqualTo(403);
        }

        @Test
        void knowNoTokens() {
            assertThat(server.browser()
                            .postWithoutToken("/talks/0198/retitle", Map.of(), "Authorization", bearer("editor"))
                            .statusCode())
                    .isEqualTo(303);
        }

        @Test
        void tellAScriptToLoadTheSignInPage() {
            var answer = server.browser().get("/imports", "HX-Request", "true");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("HX-Redirect")).contains("/sign-in?next=%2Fimports");
            assertThat(location(answer)).isEmpty();
        }
    }

    @Nested
    class FormTokens {

        @Test
        void areNeededForEveryChangeWithASession() {
            var editor = browser("editor");
            assertThat(editor.postWithoutToken("/talks/0198/retitle", Map.of()).statusCode())
                    .isEqualTo(403);
            assertThat(editor.postWithoutToken("/talks/0198/retitle", Map.of("_csrf", "wrong"))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(editor.postWithoutToken("/sign-out", Map.of()).statusCode())
                    .isEqualTo(403);
        }

        @Test
        void mayComeInAHeader() {
            var editor = browser("editor");
            assertThat(editor.postWithoutToken("/talks/0198/retitle", Map.of(), "X-CSRF-TOKEN", editor.csrf())
                            .statusCode())
                    .isEqualTo(200);
        }

        @Test
        void areNeededInTheApiWithASession() {
            var editor = browser("editor");
            var without = editor.send("POST", "/api/talks", "{}");
            assertThat(without.statusCode()).isEqualTo(403);
            assertThat(without.body()).contains("/problems/csrf");
            assertThat(editor.send("POST", "/api/talks", "{}", "X-CSRF-TOKEN", editor.csrf())
                            .statusCode())
                    .isEqualTo(200);
        }

        @Test
        void ofAnEndedSessionLeadToTheSignInPage() {
            var answer = server.browser()
                    .postWithoutToken("/sign-in", Map.of("name", "editor", "password", "x", "next", "/talks/1"));
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(location(answer)).isEqualTo("/sign-in?next=%2Ftalks%2F1");
        }
    }

    @Nested
    class Api {

        @ParameterizedTest
        @CsvSource({
            "POST,   /api/talks,          200, 200, 403",
            "PUT,    /api/talks/0198,     200, 200, 403",
            "DELETE, /api/talks/0198,     200, 200, 403",
            "POST,   /api/imports,        200, 403, 403",
            "GET,    /api/imports,        200, 403, 403",
            "GET,    /api/imports/17,     200, 403, 403",
            "POST,   /api/rebuilds,       200, 403, 403",
            "POST,   /api/views/rollback, 200, 403, 403",
            "POST,   /api/verifications,  200, 403, 403",
            "GET,    /api/verifications/1,200, 200, 200",
            "POST,   /api/accounts,       200, 403, 403",
            "GET,    /api/tokens,         200, 200, 200",
            "POST,   /api/tokens,         403, 403, 403",
        })
        void knowsProgramsByTheirTokens(String method, String path, int admin, int editor, int reader) {
            var program = server.browser();
            assertThat(program.send(method, path, "", "Authorization", bearer("admin"))
                            .statusCode())
                    .isEqualTo(admin);
            assertThat(program.send(method, path, "", "Authorization", bearer("editor"))
                            .statusCode())
                    .isEqualTo(editor);
            assertThat(program.send(method, path, "", "Authorization", bearer("reader"))
                            .statusCode())
                    .isEqualTo(reader);
            assertThat(program.cookies()).isZero();
        }

        @ParameterizedTest
        @CsvSource({"POST, /api/talks", "GET, /api/imports", "GET, /api/tokens", "POST, /api/rebuilds"})
        void answersNobodyWithAProblem(String method, String path) {
            var answer = server.browser().send(method, path, "");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"Talk Catalogue\"");
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.body()).contains("\"status\":401", "\"type\":\"/problems/sign-in-required\"");
        }

        @Test
        void answersTheWrongRoleWithAProblem() {
            var answer = server.browser().send("POST", "/api/imports", "", "Authorization", bearer("editor"));
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.body()).contains("\"status\":403", "\"type\":\"/problems/forbidden\"");
        }

        @ParameterizedTest
        @ValueSource(strings = {"Bearer tc_wrong", "Bearer ", "Bearer x y", "bearer tc_wrong", "Bearer    "})
        void refusesAWrongTokenEvenWhereReadingIsOpen(String header) {
            var answer = server.browser().get("/api/talks", "Authorization", header);
            assertThat(answer.statusCode())
                    .isEqualTo(header.isBlank() || header.strip().equals("Bearer") ? 200 : 401);
        }

        @Test
        void saysThatAWrongTokenIsWrong() {
            var answer = server.browser().get("/api/talks", "Authorization", "Bearer tc_wrong");
            assertThat(answer.headers().firstValue("WWW-Authenticate"))
                    .hasValueSatisfying(challenge -> assertThat(challenge).contains("error=\"invalid_token\""));
            assertThat(answer.body()).contains("/problems/invalid-token");
        }

        @Test
        void isNotOpenedByAWrongTokenBesideASession() {
            assertThat(browser("admin")
                            .send("POST", "/api/talks", "", "Authorization", "Bearer tc_wrong")
                            .statusCode())
                    .isEqualTo(401);
        }

        @Test
        void takesTheTokenAndNotTheSessionBesideIt() {
            var answer = browser("admin").send("POST", "/api/talks", "", "Authorization", bearer("editor"));
            assertThat(answer.body()).isEqualTo("reached by " + server.idOf("editor") + " EDITOR");
            assertThat(browser("admin")
                            .send("POST", "/api/imports", "", "Authorization", bearer("reader"))
                            .statusCode())
                    .isEqualTo(403);
        }

        @Test
        void marksTheActorByTheAccountsId() {
            assertThat(server.browser()
                            .send("POST", "/api/talks", "", "Authorization", bearer("editor"))
                            .body())
                    .isEqualTo("reached by " + server.idOf("editor") + " EDITOR");
        }
    }

    @Test
    void unknownMethodsNeedAnEditorToo() {
        assertThat(server.browser().send("PATCH", "/talks/1", "").statusCode()).isNotEqualTo(200);
        assertThat(server.browser().send("DELETE", "/talks/1", "").statusCode()).isNotEqualTo(200);
    }
}

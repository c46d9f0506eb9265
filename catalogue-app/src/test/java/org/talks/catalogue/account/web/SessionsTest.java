package org.talks.catalogue.account.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.talks.catalogue.account.web.Browser.location;
import static org.talks.catalogue.account.web.TestServer.FIRST_PASSWORD;
import static org.talks.catalogue.account.web.TestServer.PASSWORD;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talks.catalogue.account.Accounts;
import org.talks.catalogue.account.Role;

/// From signing in to signing out, and what ends a session in between.
@SuppressWarnings("NullAway.Init")
class SessionsTest {

    private static TestServer server;

    private String editor;

    @BeforeAll
    static void start(@TempDir Path data) {
        server = TestServer.start(data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void anEditorOfItsOwn() {
        editor = server.newEditor();
    }

    @Nested
    class SigningIn {

        @Test
        void leadsBackToWhereOneCameFrom() {
            var answer = server.browser()
                    .post("/sign-in", Map.of("name", editor, "password", PASSWORD, "next", "/talks/1?a=b"));
            assertThat(location(answer)).isEqualTo("/talks/1?a=b");
        }

        @Test
        void leadsNowhereElse() {
            for (var elsewhere : new String[] {"https://evil.example/", "//evil.example", "/\\evil.example"}) {
                var answer = server.browser()
                        .post("/sign-in", Map.of("name", editor, "password", PASSWORD, "next", elsewhere));
                assertThat(location(answer)).isEqualTo("/");
                assertThat(server.browser()
                                .get("/sign-in?next=" + elsewhere.replace("\\", "%5C"))
                                .body())
                        .doesNotContain("evil");
            }
        }

        @Test
        void thatFailsKeepsTheNameAndShowsTheReasonOnce() {
            var browser = server.browser();
            var answer = browser.post("/sign-in", Map.of("name", "edit<or", "password", "wrong", "next", "/talks/1"));
            assertThat(location(answer)).isEqualTo("/sign-in?next=%2Ftalks%2F1");
            assertThat(browser.get(location(answer)).body())
                    .contains("value=\"edit&lt;or\"", "value=\"/talks/1\"", "The name or the password is not right.")
                    .doesNotContain("wrong");
            assertThat(browser.get("/sign-in").body()).doesNotContain("is not right");
        }

        @Test
        void isRefusedForAWhileAfterTenFailures() {
            var browser = server.browser();
            for (int i = 0; i < 10; i++) {
                browser.trySignIn(editor, "guess" + i);
            }
            browser.trySignIn(editor, PASSWORD);
            assertThat(browser.get("/sign-in").body()).contains("Try again in 15 minutes.");
            assertThat(browser.get("/account/password").statusCode()).isEqualTo(303);
        }

        @Test
        void givesTheSessionANewId() {
            var browser = server.browser();
            var before =
                    browser.get("/sign-in").headers().firstValue("Set-Cookie").orElseThrow();
            var after = browser.trySignIn(editor, PASSWORD)
                    .headers()
                    .firstValue("Set-Cookie")
                    .orElseThrow();
            assertThat(after).startsWith("JSESSIONID=").isNotEqualTo(before);
        }

        @Test
        void setsACookieThatScriptsAndOtherSitesCannotUse() {
            var cookie = server.browser()
                    .get("/sign-in")
                    .headers()
                    .firstValue("Set-Cookie")
                    .orElseThrow();
            assertThat(cookie).contains("; HttpOnly").contains("; SameSite=Lax");
        }
    }

    @Test
    void signingOutEndsTheSession() {
        var browser = server.signedIn(editor);
        assertThat(browser.get("/account/tokens").statusCode()).isEqualTo(200);
        assertThat(location(browser.post("/sign-out", Map.of()))).endsWith("/");
        assertThat(browser.get("/account/tokens").statusCode()).isEqualTo(303);
    }

    @Test
    void aDisabledAccountIsOutAtOnce() {
        var browser = server.signedIn(editor);
        var admin = server.signedIn("admin");
        var form = "/account/users/" + server.idOf(editor) + "/";
        assertThat(admin.post(form + "disable", Map.of()).statusCode()).isEqualTo(303);
        assertThat(browser.get("/account/tokens").statusCode()).isEqualTo(303);
        assertThat(browser.get("/").body()).isEqualTo("reached by nobody");
        assertThat(admin.post(form + "enable", Map.of()).statusCode()).isEqualTo(303);
        assertThat(browser.get("/").body()).isEqualTo("reached by nobody");
    }

    @Test
    void aChangedRoleHoldsAtOnce() {
        var browser = server.signedIn(editor);
        assertThat(browser.get("/imports").statusCode()).isEqualTo(403);
        server.bean(Accounts.class).setRole(server.idOf(editor), Role.ADMINISTRATOR);
        assertThat(browser.get("/imports").statusCode()).isEqualTo(200);
        server.bean(Accounts.class).setRole(server.idOf(editor), Role.READER);
        assertThat(browser.post("/talks/1", Map.of()).statusCode()).isEqualTo(403);
    }

    @Nested
    class ChangingThePassword {

        private static final Map<String, String> FORM =
                Map.of("current", PASSWORD, "next", "another long password", "again", "another long password");

        @Test
        void keepsThisSessionAndEndsTheOthers() {
            var here = server.signedIn(editor);
            var elsewhere = server.signedIn(editor);
            var answer = here.post("/account/password", FORM);
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(here.get("/account/password").body()).contains("The password was changed.");
            assertThat(here.get("/account/password").body()).doesNotContain("The password was changed.");
            assertThat(elsewhere.get("/account/password").statusCode()).isEqualTo(303);
            server.browser().signIn(editor, "another long password");
        }

        @Test
        void showsWhatIsWrongBesideTheField() {
            var browser = server.signedIn(editor);
            assertThat(browser.post(
                            "/account/password",
                            Map.of(
                                    "current",
                                    "wrong",
                                    "next",
                                    "another long password",
                                    "again",
                                    "another long password")))
                    .satisfies(answer -> {
                        assertThat(answer.statusCode()).isEqualTo(422);
                        assertThat(answer.body()).contains("This is not the current password.");
                    });
            assertThat(browser.post(
                                    "/account/password",
                                    Map.of("current", PASSWORD, "next", "another long password", "again", "typo"))
                            .body())
                    .contains("reads differently");
            assertThat(browser.post("/account/password", Map.of("current", PASSWORD, "next", "short", "again", "short"))
                            .body())
                    .contains("at least 12 characters.");
        }
    }

    @Nested
    class WhileThePasswordMustBeChanged {

        private Browser browser;
        private String password;

        @BeforeEach
        void reset() {
            password = server.bean(Accounts.class)
                    .resetPassword(server.idOf(editor))
                    .password();
            browser = server.browser();
            browser.trySignIn(editor, password);
        }

        @Test
        void everyPageLeadsToTheForm() {
            for (var path : new String[] {"/", "/talks/1", "/account/tokens", "/sign-in", "/no/such/page"}) {
                var answer = browser.get(path);
                assertThat(answer.statusCode()).as(path).isEqualTo(303);
                assertThat(location(answer)).as(path).isEqualTo("/account/password");
            }
            assertThat(browser.get("/account/password").body()).contains("was made for you");
            assertThat(browser.get("/assets/catalogue.css").statusCode()).isEqualTo(200);
        }

        @Test
        void nothingCanBeDone() {
            assertThat(location(browser.post("/talks/1/retitle", Map.of()))).isEqualTo("/account/password");
            assertThat(location(browser.post("/account/tokens", Map.of("name", "ci", "days", "0"))))
                    .isEqualTo("/account/password");
            var answer = browser.send("POST", "/api/talks", "", "X-CSRF-TOKEN", browser.csrf());
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("/problems/password-change-required");
        }

        @Test
        void changingItOpensEverything() {
            var answer = browser.post(
                    "/account/password",
                    Map.of("current", password, "next", "another long password", "again", "another long password"));
            assertThat(location(answer)).isEqualTo("/");
            assertThat(browser.get("/").body()).endsWith("EDITOR");
        }

        @Test
        void leavingIsPossible() {
            assertThat(location(browser.post("/sign-out", Map.of()))).endsWith("/");
            assertThat(browser.get("/").body()).isEqualTo("reached by nobody");
        }
    }

    @Test
    void theFirstAdministratorMustChangeThePasswordToo(@TempDir Path other) {
        try (var fresh = TestServer.startEmpty(other)) {
            var browser = fresh.browser();
            browser.trySignIn("admin", FIRST_PASSWORD);
            assertThat(location(browser.get("/"))).isEqualTo("/account/password");
        }
    }
}

package org.talks.catalogue.account.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.talks.catalogue.account.web.Browser.location;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talks.catalogue.account.Accounts;
import org.talks.catalogue.account.Role;
import org.talks.catalogue.account.Tokens;

@SuppressWarnings("NullAway.Init")
class AccountPagesTest {

    private static final Pattern SECRET = Pattern.compile("tc_[A-Za-z0-9_-]{43}");
    private static final Pattern PASSWORD = Pattern.compile("([2-9a-z]{5}-){3}[2-9a-z]{5}");

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

    @Test
    void aTokenIsShownOnceAndWorks() {
        var browser = server.signedIn(editor);
        var answer = browser.post("/account/tokens", Map.of("name", "nightly <import>", "days", "90"));
        assertThat(location(answer)).isEqualTo("/account/tokens");
        // The form's token was fetched from another page, which must not use the message up.
        browser.csrf();
        var page = browser.get("/account/tokens").body();
        var secret = SECRET.matcher(page);
        assertThat(secret.find()).isTrue();
        assertThat(page).contains("nightly &lt;import&gt;");
        assertThat(SECRET.matcher(browser.get("/account/tokens").body()).find()).isFalse();

        assertThat(server.browser()
                        .send("POST", "/api/talks", "", "Authorization", "Bearer " + secret.group())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aTokenIsRevokedByItsOwnerOnly() {
        var secret = server.tokenOf(editor);
        var id = server.bean(Tokens.class).of(server.idOf(editor)).getFirst().id();
        assertThat(server.signedIn("admin")
                        .post("/account/tokens/" + id + "/revoke", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(server.bean(Tokens.class).actorOf(secret)).isPresent();
        assertThat(location(server.signedIn(editor).post("/account/tokens/" + id + "/revoke", Map.of())))
                .isEqualTo("/account/tokens");
        assertThat(server.bean(Tokens.class).actorOf(secret)).isEmpty();
    }

    @Test
    void aTokenFormThatIsWrongKeepsWhatWasTyped() {
        var browser = server.signedIn(editor);
        assertThat(browser.post("/account/tokens", Map.of("name", "nightly", "days", "12345")))
                .satisfies(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(422);
                    assertThat(answer.body()).contains("value=\"nightly\"", "Choose one of the offered times.");
                });
        assertThat(server.bean(Tokens.class).of(server.idOf(editor))).isEmpty();
    }

    @Test
    void anAdministratorAddsSomebodyWhoCanSignIn() {
        var admin = server.signedIn("admin");
        assertThat(location(admin.post("/account/users", Map.of("name", "ana", "role", "EDITOR"))))
                .isEqualTo("/account/users");
        var page = admin.get("/account/users").body();
        var password = PASSWORD.matcher(page);
        assertThat(password.find()).isTrue();
        assertThat(PASSWORD.matcher(admin.get("/account/users").body()).find()).isFalse();

        var ana = server.browser();
        ana.trySignIn("ana", password.group());
        assertThat(location(ana.get("/"))).isEqualTo("/account/password");
    }

    @Test
    void anAdministratorResetsAPassword() {
        var admin = server.signedIn("admin");
        var browser = server.signedIn(editor);
        admin.post("/account/users/" + server.idOf(editor) + "/password", Map.of());
        var password = PASSWORD.matcher(admin.get("/account/users").body());
        assertThat(password.find()).isTrue();
        assertThat(browser.get("/").body()).isEqualTo("reached by nobody");
        assertThat(location(server.browser().trySignIn(editor, password.group())))
                .isEqualTo("/");
    }

    @Test
    void anAdministratorSetsRoles() {
        var admin = server.signedIn("admin");
        admin.post("/account/users/" + server.idOf(editor) + "/role", Map.of("role", "READER"));
        assertThat(server.bean(Accounts.class).named(editor).orElseThrow().role())
                .isEqualTo(Role.READER);
        assertThat(admin.post("/account/users/" + server.idOf(editor) + "/role", Map.of("role", "KING"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void administratorsCannotLockThemselvesOut() {
        var admin = server.signedIn("admin");
        for (var action : new String[] {"disable", "password"}) {
            var answer = admin.post("/account/users/" + server.idOf("admin") + "/" + action, Map.of());
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("This is your own account.");
        }
        assertThat(admin.get("/account/users").statusCode()).isEqualTo(200);
    }

    @Test
    void aNameThatIsTakenIsRefusedAndKept() {
        var answer = server.signedIn("admin").post("/account/users", Map.of("name", "EDITOR", "role", "READER"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("There is an account of that name already.", "value=\"EDITOR\"");
    }

    @Test
    void anAccountThatIsGoneIsNotFound() {
        assertThat(server.signedIn("admin")
                        .post("/account/users/account:none/disable", Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void everyPageIsWellFormedAndNamesItsFields() {
        var admin = server.signedIn("admin");
        admin.post("/account/tokens", Map.of("name", "ci", "days", "30"));
        for (var page : new String[] {
            server.browser().get("/sign-in").body(),
            admin.get("/account/password").body(),
            admin.get("/account/tokens").body(),
            admin.get("/account/users").body()
        }) {
            var parser = Parser.htmlParser().setTrackErrors(50);
            var document = Jsoup.parse(page, "", parser);
            assertThat(parser.getErrors()).as(page).isEmpty();
            assertThat(document.select("h1")).hasSize(1);
            assertThat(document.select("input:not([type=hidden]), select"))
                    .allMatch(field -> field.hasAttr("aria-label")
                            || !document.select("label[for=" + field.id() + "]").isEmpty()
                            || field.closest("form[role=search]") != null);
        }
    }
}

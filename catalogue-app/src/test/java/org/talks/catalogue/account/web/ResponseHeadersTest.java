package org.talks.catalogue.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init")
class ResponseHeadersTest {

    private static TestServer server;

    @BeforeAll
    static void start(@TempDir Path data) {
        server = TestServer.start(data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /// `media-src` is wide on purpose: a recording that is a plain file lies wherever its conference put it, and
    /// nothing is fetched before somebody asks to play it. It lets no script in, and only over TLS.
    @ParameterizedTest
    @ValueSource(strings = {"/", "/sign-in", "/imports", "/api/talks", "/api/imports"})
    void everyAnswerIsProtected(String path) {
        var headers = server.browser().get(path).headers();
        assertThat(headers.allValues("Content-Security-Policy"))
                .containsExactly("default-src 'self'; img-src 'self' data: https:; media-src 'self' https:; frame-src"
                        + " https://www.youtube-nocookie.com https://player.vimeo.com https://speakerdeck.com"
                        + " https://docs.google.com https://slides.com;"
                        + " style-src 'self'; script-src 'self'; object-src 'none'; base-uri 'none';"
                        + " form-action 'self'; frame-ancestors 'none'");
        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(headers.allValues("Referrer-Policy")).containsExactly("strict-origin-when-cross-origin");
        assertThat(headers.allValues("Cross-Origin-Opener-Policy")).containsExactly("same-origin");
        assertThat(headers.allValues("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void aRefusedTokenIsAnsweredWithTheHeadersToo() {
        var answer = server.browser().get("/api/talks", "Authorization", "Bearer tc_wrong");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    }

    @Test
    void pagesMayBeAskedForAgainAndPagesAboutAccountsAreNotKept() {
        assertThat(server.browser().get("/").headers().allValues("Cache-Control"))
                .containsExactly("private, no-cache");
        assertThat(server.browser().get("/sign-in").headers().allValues("Cache-Control"))
                .containsExactly("no-store");
        assertThat(server.signedIn("editor").get("/account/tokens").headers().allValues("Cache-Control"))
                .containsExactly("no-store");
    }
}

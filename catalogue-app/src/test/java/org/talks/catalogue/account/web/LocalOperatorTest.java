package org.talks.catalogue.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.talks.catalogue.account.Tokens;
import org.talks.catalogue.data.DataDirectory;
import org.talks.catalogue.data.RunningServer;
import tools.jackson.databind.json.JsonMapper;

/// Whoever can read `server.json` of a running server.
class LocalOperatorTest {

    @TempDir
    private Path data;

    @Test
    void mayEverythingInTheApiUntilTheServerStops() {
        String token;
        try (var server = TestServer.start(data)) {
            var running = RunningServer.find(data).orElseThrow();
            token = running.token();
            var operator = server.browser();
            assertThat(operator.get("/api/imports", "Authorization", "Bearer " + token)
                            .body())
                    .isEqualTo("reached by local ADMINISTRATOR");
            assertThat(operator.send("POST", "/api/rebuilds", "", "Authorization", "Bearer " + token)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(running.uri("/")).hasPort(server.browserPort());
        }
        assertThat(RunningServer.find(data)).isEmpty();
        assertThat(data.resolve("server.json")).doesNotExist();
        try (var next = TestServer.startEmpty(data)) {
            assertThat(next.browser()
                            .get("/api/imports", "Authorization", "Bearer " + token)
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void makesATokenForAnAccount() {
        try (var server = TestServer.start(data)) {
            var authorization =
                    "Bearer " + RunningServer.find(data).orElseThrow().token();
            var answer = server.browser()
                    .send(
                            "POST",
                            "/api/tokens",
                            "{\"account\":\"editor\",\"name\":\"ci\"}",
                            "Authorization",
                            authorization,
                            "Content-Type",
                            "application/json");
            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(answer.body()).contains("\"account\":\"editor\"", "\"secret\":\"tc_");

            var unknown = server.browser()
                    .send(
                            "POST",
                            "/api/tokens",
                            "{\"account\":\"nobody\",\"name\":\"ci\"}",
                            "Authorization",
                            authorization,
                            "Content-Type",
                            "application/json");
            assertThat(unknown.statusCode()).isEqualTo(404);
            assertThat(unknown.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(unknown.body()).contains("There is no account named nobody.");

            var tokens = server.bean(Tokens.class).of(server.idOf("editor"));
            assertThat(tokens).extracting(Tokens.Token::name).containsExactly("ci");
        }
    }

    @Test
    void isBelievedOnThisMachineOnly() throws ServletException, IOException {
        try (var server = TestServer.start(data)) {
            for (var loopback : new String[] {"127.0.0.1", "::1", "0:0:0:0:0:0:0:1"}) {
                assertThat(statusFrom(loopback, server)).as(loopback).isEqualTo(200);
            }
            for (var elsewhere : new String[] {"192.0.2.1", "10.0.0.1", "2001:db8::1", "localhost", ""}) {
                assertThat(statusFrom(elsewhere, server)).as(elsewhere).isEqualTo(401);
            }
        }
    }

    private static int statusFrom(String address, TestServer server) throws ServletException, IOException {
        var directory = server.bean(DataDirectory.class);
        var filter = new BearerFilter(
                server.bean(Tokens.class),
                directory,
                new ApiRefusals(JsonMapper.builder().build()));
        var request = new MockHttpServletRequest("POST", "/api/imports");
        request.setRemoteAddr(address);
        request.addHeader(
                "Authorization", "Bearer " + directory.server().orElseThrow().token());
        var response = new MockHttpServletResponse();
        try {
            filter.doFilter(request, response, new MockFilterChain());
        } finally {
            SecurityContextHolder.clearContext();
        }
        return response.getStatus();
    }

    @Test
    void hasNoTokenWithoutAServer() {
        try (var directory = DataDirectory.open(data)) {
            assertThat(directory.server()).isEmpty();
            var announced = directory.announce(1, Instant.EPOCH);
            assertThat(directory.server()).contains(announced);
            directory.withdraw();
            assertThat(directory.server()).isEmpty();
        }
    }
}

package org.talks.catalogue.account.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.talks.catalogue.account.web.TestServer.FIRST_PASSWORD;
import static org.talks.catalogue.account.web.TestServer.PASSWORD;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.talks.catalogue.account.Accounts;
import org.talks.catalogue.data.RunningServer;

class SecretsStayOutOfLogsTest {

    @TempDir
    private Path data;

    @Test
    void noPasswordAndNoTokenIsLoggedEvenAtTheFinestLevel() {
        var lines = new ConcurrentLinkedQueue<String>();
        var root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        try (var server = TestServer.startEmpty(data)) {
            // Boot sets logging up while it starts, so the capture begins here; what the start itself prints is
            // in FirstAdministratorTest.
            var capture = capture(lines, root);
            var before = root.getLevel();
            root.setLevel(Level.INFO);
            var ours = (Logger) LoggerFactory.getLogger("org.talks");
            var spring = (Logger) LoggerFactory.getLogger("org.springframework.security");
            ours.setLevel(Level.TRACE);
            spring.setLevel(Level.TRACE);
            try {
                var browser = server.browser();
                browser.trySignIn("admin", "a wrong password");
                browser.trySignIn("admin", FIRST_PASSWORD);
                browser.post(
                        "/account/password", Map.of("current", FIRST_PASSWORD, "next", PASSWORD, "again", PASSWORD));
                browser.post("/account/tokens", Map.of("name", "ci", "days", "0"));
                var token = find(
                        "tc_[A-Za-z0-9_-]{43}", browser.get("/account/tokens").body());
                browser.post("/account/users", Map.of("name", "ana", "role", "EDITOR"));
                var generated = find(
                        "([2-9a-z]{5}-){3}[2-9a-z]{5}",
                        browser.get("/account/users").body());
                server.browser().send("POST", "/api/talks", "", "Authorization", "Bearer " + token);
                server.browser().get("/api/talks", "Authorization", "Bearer tc_wrong_token");
                var operator = RunningServer.find(data).orElseThrow().token();
                server.browser().get("/api/imports", "Authorization", "Bearer " + operator);
                for (int i = 0; i < 11; i++) {
                    server.bean(Accounts.class).signIn("ana", "a wrong password", "192.0.2.7");
                }

                assertThat(lines).anyMatch(line -> line.contains("too many attempts"));
                for (var secret : new String[] {
                    FIRST_PASSWORD, PASSWORD, "a wrong password", token, generated, "tc_wrong_token", operator
                }) {
                    assertThat(lines).noneMatch(line -> line.contains(secret));
                }
            } finally {
                ours.setLevel(null);
                spring.setLevel(null);
                root.setLevel(before);
                root.detachAppender(capture);
            }
        }
    }

    private static AppenderBase<ILoggingEvent> capture(Queue<String> lines, Logger root) {
        var appender = new AppenderBase<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                var thrown = event.getThrowableProxy();
                lines.add(event.getFormattedMessage() + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown)));
            }
        };
        appender.setContext(root.getLoggerContext());
        appender.start();
        root.addAppender(appender);
        return appender;
    }

    private static String find(String pattern, String page) {
        var found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group();
    }
}

package org.talks.catalogue.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.talks.catalogue.conference.ConferenceCommand.CorrectConferenceDetails;
import org.talks.catalogue.conference.ConferenceCommand.RegisterConference;
import org.talks.catalogue.conference.ConferenceId;
import org.talks.catalogue.talk.TalkCommand.AddTalk;
import org.talks.catalogue.talk.TalkCommand.RetitleTalk;
import org.talks.catalogue.talk.TalkCommand.SuppressTalk;
import org.talks.catalogue.talk.TalkId;
import org.talks.events.ConferenceDetails;
import org.talks.events.TalkDetails;

/// Following the log over HTTP. What is read is waited for, at most as long as a test may take.
@Timeout(60)
class EventStreamTest {

    @TempDir
    static Path data;

    private static WebCatalogue catalogue;
    private static final ConferenceId CONFERENCE = new ConferenceId(WebCatalogue.id());

    @BeforeAll
    static void start() {
        catalogue = WebCatalogue.start(data);
        catalogue.send(new RegisterConference(CONFERENCE, ConferenceDetails.named("Followed"), null));
    }

    @AfterAll
    static void stop() {
        catalogue.close();
    }

    /// One connection that stays open.
    private static final class Follower implements AutoCloseable {

        private final HttpClient client = HttpClient.newHttpClient();
        private final HttpResponse<InputStream> response;
        private final BufferedReader lines;

        Follower(String path, String... headers) throws IOException, InterruptedException {
            this(catalogue, path, headers);
        }

        Follower(WebCatalogue of, String path, String... headers) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(of.uri(path)).header("Accept", "text/event-stream");
            if (headers.length > 0) {
                request.headers(headers);
            }
            response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        }

        /// The next event as `id data`; nothing at the end.
        String next() throws IOException {
            var id = "";
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id:")) {
                    id = line.substring(3);
                } else if (line.startsWith("data:")) {
                    return id + " " + line.substring(5);
                }
            }
            return "";
        }

        String comment() throws IOException {
            var line = lines.readLine();
            while (line != null && !line.startsWith(":")) {
                line = lines.readLine();
            }
            return String.valueOf(line);
        }

        @Override
        public void close() throws IOException {
            response.body().close();
            client.shutdownNow();
        }
    }

    private static void retitleConference(String name) {
        catalogue.send(new CorrectConferenceDetails(CONFERENCE, ConferenceDetails.named(name)));
    }

    @Test
    void whoFollowsGetsEachEventAsItIsRecordedWithItsPositionAsId() throws Exception {
        try (var follower = new Follower("/api/events")) {
            assertThat(follower.response.statusCode()).isEqualTo(200);
            assertThat(follower.response.headers().firstValue("Content-Type").orElse(""))
                    .startsWith("text/event-stream");
            var head = catalogue.head();
            assertThat(follower.comment()).contains("following after " + head);
            retitleConference("Namensänderung 🎤");
            assertThat(follower.next())
                    .startsWith((head + 1) + " {\"position\":" + (head + 1) + ",")
                    .contains("conference.detailsCorrected", "Namensänderung 🎤")
                    .doesNotContain("actor", "0190f1de-0000-7000-8000-000000000001");
            retitleConference("Another name");
            assertThat(follower.next()).startsWith((head + 2) + " ");
        }
    }

    @Test
    void whoComesBackGoesOnAfterTheLastEventReceived() throws Exception {
        var start = catalogue.head();
        retitleConference("One");
        retitleConference("Two");
        retitleConference("Three");
        // The address still says where it began; the header is newer.
        try (var follower = new Follower("/api/events?after=" + start, "Last-Event-ID", String.valueOf(start + 1))) {
            assertThat(follower.next()).startsWith((start + 2) + " ").contains("Two");
            assertThat(follower.next()).startsWith((start + 3) + " ").contains("Three");
        }
        try (var follower = new Follower("/api/events?after=" + start)) {
            assertThat(follower.next()).contains("One");
        }
    }

    @Test
    void ofWhatIsHiddenOnlyThatSomethingHappenedIsTold() throws Exception {
        var talk = new TalkId(WebCatalogue.id());
        var start = catalogue.head();
        catalogue.send(new AddTalk(talk, TalkDetails.titled(CONFERENCE.value(), "Secret matters"), null));
        try (var follower = new Follower("/api/events?after=" + start)) {
            assertThat(follower.next()).contains("Secret matters");
            catalogue.send(new SuppressTalk(talk, "asked"));
            assertThat(follower.next()).contains("talk.suppressed", "{\"suppressed\":true}");
        }
        try (var follower = new Follower("/api/events?after=" + start)) {
            assertThat(follower.next())
                    .contains("talk.added", "{\"suppressed\":true}")
                    .doesNotContain("Secret");
        }
    }

    @Test
    void onlySoManyMayFollowAndWhoLeavesMakesRoom(@TempDir Path other) throws Exception {
        // Its own: who leaves is not noticed before the tests that follow.
        var crowded = WebCatalogue.start(other);
        var followers = new ArrayList<Follower>();
        try {
            var refused = new Follower(crowded, "/api/events");
            while (refused.response.statusCode() == 200) {
                followers.add(refused);
                assertThat(followers).hasSizeLessThan(50);
                refused = new Follower(crowded, "/api/events");
            }
            assertThat(followers).hasSizeLessThanOrEqualTo(10).isNotEmpty();
            assertThat(refused.response.statusCode()).isEqualTo(503);
            assertThat(refused.response.headers().firstValue("Retry-After")).isPresent();
            assertThat(new String(refused.response.body().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("Too many followers");
            refused.close();

            followers.removeFirst().close();
            var status = 503;
            for (var i = 0; status != 200; i++) {
                // Who has left is noticed when there is something to send.
                crowded.send(new RegisterConference(
                        new ConferenceId(WebCatalogue.id()), ConferenceDetails.named("Noticed " + i), null));
                var next = new Follower(crowded, "/api/events");
                status = next.response.statusCode();
                if (status == 200) {
                    followers.add(next);
                } else {
                    next.close();
                }
            }
        } finally {
            for (var follower : followers) {
                follower.close();
            }
            crowded.close();
        }
    }

    @Test
    void positionsThatAreNoneAreRefused() throws Exception {
        for (var id : List.of("soon", "-1", "999999999")) {
            try (var follower = new Follower("/api/events", "Last-Event-ID", id)) {
                assertThat(follower.response.statusCode()).isEqualTo(400);
                assertThat(new String(follower.response.body().readAllBytes(), StandardCharsets.UTF_8))
                        .contains("/problems/malformed");
            }
        }
    }

    @Test
    void whoDoesNotAskForAStreamGetsLinesThatEndAndCanGoOn() {
        var talk = new TalkId(WebCatalogue.id());
        catalogue.send(new AddTalk(talk, TalkDetails.titled(CONFERENCE.value(), "Line"), null));
        for (var i = 0; i < 5; i++) {
            catalogue.send(new RetitleTalk(talk, "Line " + i, null));
        }
        var reader = catalogue.reader();
        var all = reader.get("/api/events?limit=10000").body().lines().toList();
        var parts = new ArrayList<String>();
        while (parts.size() < all.size()) {
            var last = parts.isEmpty() ? 0 : position(parts.getLast());
            var part = reader.get("/api/events?limit=3&after=" + last, "Accept", "application/x-ndjson")
                    .body();
            parts.addAll(part.lines().toList());
        }
        assertThat(parts).isEqualTo(all);
        assertThat(position(all.getLast())).isEqualTo(catalogue.head());
        assertThat(reader.get("/api/events?after=" + catalogue.head()).body()).isEmpty();
        assertThat(reader.get("/api/events?limit=10001").statusCode()).isEqualTo(422);
        assertThat(reader.get("/api/events", "Accept", "*/*")
                        .headers()
                        .firstValue("Content-Type")
                        .orElse(""))
                .startsWith("application/x-ndjson");
    }

    private static long position(String line) {
        return Long.parseLong(line.substring("{\"position\":".length(), line.indexOf(',')));
    }

    @Test
    void theServerEndsAlthoughSomebodyFollows(@TempDir Path other) throws Exception {
        var shortLived = WebCatalogue.start(other);
        var client = HttpClient.newHttpClient();
        var response = client.send(
                HttpRequest.newBuilder(shortLived.uri("/api/events"))
                        .header("Accept", "text/event-stream")
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        var started = System.nanoTime();
        shortLived.close();
        // The server itself would wait 20 seconds for a request under way.
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(15));
        client.shutdownNow();
    }
}

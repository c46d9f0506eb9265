package org.talks.catalogue.history.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.talks.catalogue.api.Describes;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.history.History;
import tools.jackson.databind.json.JsonMapper;

/// `GET /api/events?after=POSITION&limit=` is the log in order, one JSON object a line; ask again after the last
/// position to go on, and later when there were fewer than `limit`. With `Accept: text/event-stream` it goes on
/// by itself as server-sent events, whose ids are the positions. It tells nobody who did what, and of what is
/// hidden only that something happened.
@RestController
final class EventApi {

    /// Events of one answer; the next are one request away.
    private static final int EVENTS_MAX = 10_000;

    /// Events in memory at once; a transcript may have 100 kB.
    private static final int BATCH = 200;

    /// When somebody who was refused may try again.
    private static final String RETRY_SECONDS = "30";

    private final History history;
    private final EventLog log;
    private final EventFollowers followers;
    private final JsonMapper json;

    EventApi(History history, EventLog log, EventFollowers followers, JsonMapper json) {
        this.history = history;
        this.log = log;
        this.followers = followers;
        this.json = json;
    }

    /// @param after the position after which to begin
    @Describes(
            value = "The log in order, one event a line; with Accept: text/event-stream, as it grows.",
            answer = EventLines.Line.class,
            type = "application/x-ndjson")
    @GetMapping("/api/events")
    void events(
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "1000") int limit,
            HttpServletResponse response)
            throws IOException {
        if (after < 0) {
            throw new Refused.Invalid("after", "after must be a position of the log, 0 or more.");
        }
        if (limit < 1 || limit > EVENTS_MAX) {
            throw new Refused.Invalid("limit", "limit must be from 1 to " + EVENTS_MAX + ".");
        }
        response.setContentType("application/x-ndjson");
        var output = response.getOutputStream();
        var lines = new EventLines(history, json);
        var position = after;
        var left = limit;
        while (left > 0) {
            var batch = log.after(position, Math.min(left, BATCH));
            if (batch.isEmpty()) {
                break;
            }
            for (var event : batch) {
                output.write(lines.line(event));
                output.write('\n');
            }
            position = batch.getLast().position();
            left -= batch.size();
        }
    }

    /// @param after the position after which to begin; without, only what comes from now on is told
    /// @param lastEventId the last position that was received; browsers send it when they connect again, and it is
    ///     newer than `after`
    @GetMapping(path = "/api/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> follow(
            @RequestParam(required = false) @Nullable String after,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpServletRequest request) {
        var head = log.head();
        var position = lastEventId != null
                ? position("Last-Event-ID", lastEventId, head)
                : after == null ? head : position("after", after, head);
        return ResponseEntity.ok()
                // Proxies are to pass each event on at once.
                .header("X-Accel-Buffering", "no")
                .body(followers.follow(position, request.getRemoteAddr()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(TooManyFollowersException tooMany, HttpServletRequest request) {
        var problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(tooMany.getMessage()));
        problem.setType(URI.create("/problems/too-many-followers"));
        problem.setTitle("Too many followers");
        problem.setInstance(URI.create(request.getRequestURI()));
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static long position(String name, String text, long head) {
        if (!text.matches("\\d{1,18}")) {
            throw new Refused.Malformed(name, name + " must be a position of the log, a whole number.");
        }
        var position = Long.parseLong(text);
        if (position > head) {
            // Of another log, as after a restore: to wait for it would be to miss what comes before.
            throw new Refused.Malformed(
                    name, "The log has " + head + " events, so there is no position " + position + " yet.");
        }
        return position;
    }
}

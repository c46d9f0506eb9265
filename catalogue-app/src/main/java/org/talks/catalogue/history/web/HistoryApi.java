package org.talks.catalogue.history.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talks.catalogue.account.AccountNames;
import org.talks.catalogue.account.CurrentActor;
import org.talks.catalogue.account.Role;
import org.talks.catalogue.api.Describes;
import org.talks.catalogue.api.TaggedJson;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.eventstore.RawEvent;
import org.talks.catalogue.history.History;
import org.talks.catalogue.history.HistoryOf.Step;
import org.talks.catalogue.history.Shown;
import org.talks.events.CatalogueEvent;
import org.talks.events.EventTypes;
import org.talks.events.TranscriptEvent;
import org.talks.events.UnreadableEventException;
import tools.jackson.databind.json.JsonMapper;

/// `GET /api/talks/{id}/history`, the same for conferences and speakers: what happened, oldest first. `GET
/// /api/events?after=POSITION&limit=` is the log in order, one JSON object a line; ask again after the last
/// position to go on. It tells nobody who did what, and of what is hidden only that something happened.
@RestController
final class HistoryApi {

    /// Events of one answer; the next are one request away.
    private static final int EVENTS_MAX = 10_000;

    /// Events in memory at once; a transcript may have 100 kB.
    private static final int BATCH = 200;

    private static final Map<String, Boolean> SUPPRESSED = Map.of("suppressed", true);
    private static final Map<String, Boolean> UNREADABLE = Map.of("unreadable", true);

    private final History history;
    private final EventLog log;
    private final AccountNames accounts;
    private final CurrentActor currentActor;
    private final TaggedJson tagged;
    private final JsonMapper json;

    HistoryApi(
            History history,
            EventLog log,
            AccountNames accounts,
            CurrentActor currentActor,
            TaggedJson tagged,
            JsonMapper json) {
        this.history = history;
        this.log = log;
        this.accounts = accounts;
        this.currentActor = currentActor;
        this.tagged = tagged;
        this.json = json;
    }

    record Answer(String id, String stream, long version, List<Happening> history) {}

    /// @param version of the thing after it
    /// @param who in words, people by name for editors only
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Happening(
            long position,
            long version,
            Instant time,
            String type,
            String who,
            @Nullable String importId,
            CatalogueEvent event) {}

    record Line(long position, Instant time, String type, String stream, Object event) {}

    @Describes(value = "What happened to it, oldest first.", answer = Answer.class)
    @GetMapping("/api/{kind:talks|conferences|speakers}/{id}/history")
    ResponseEntity<byte[]> history(@PathVariable String kind, @PathVariable String id) {
        var editor = currentActor.may(Role.EDITOR);
        var found = history.of(Thing.stream(kind, id), editor).orElseThrow(() -> Thing.missing(kind, id));
        var who = new Who(accounts, editor);
        return tagged.of(new Answer(
                id,
                found.stream(),
                found.steps().getLast().recorded().version(),
                found.steps().stream().map(step -> happening(step, who)).toList()));
    }

    private static Happening happening(Step step, Who who) {
        var recorded = step.recorded();
        return new Happening(
                recorded.position(),
                recorded.version(),
                recorded.time(),
                EventTypes.of(recorded.event()).name(),
                who.of(recorded.metadata()),
                Who.reported(recorded.metadata()) ? recorded.metadata().importId() : null,
                recorded.event());
    }

    /// @param after the position after which to begin
    @Describes(value = "The log in order, one event a line.", answer = Line.class, type = "application/x-ndjson")
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
        // What a thing is now decides what may be told of it; looked up once a thing and answer.
        var now = new HashMap<String, Now>();
        var position = after;
        var left = limit;
        while (left > 0) {
            var batch = log.after(position, Math.min(left, BATCH));
            if (batch.isEmpty()) {
                break;
            }
            for (var event : batch) {
                output.write(json.writeValueAsBytes(line(event, now)));
                output.write('\n');
            }
            position = batch.getLast().position();
            left -= batch.size();
        }
    }

    /// @param content null where the stream is gone
    private record Now(@Nullable Object content) {}

    private Line line(RawEvent raw, Map<String, Now> now) {
        return new Line(
                raw.position(), Instant.ofEpochMilli(raw.timeMillis()), raw.type(), raw.stream(), content(raw, now));
    }

    private Object content(RawEvent raw, Map<String, Now> now) {
        try {
            var event = raw.decode().event();
            // A transcript says what the talk says.
            var stream = event instanceof TranscriptEvent transcript ? "talk:" + transcript.talkId() : raw.stream();
            var content = now.computeIfAbsent(stream, name -> new Now(history.now(name)))
                    .content();
            var shown = Shown.to(false, content) ? Shown.toReaders(event, content) : null;
            return shown == null ? SUPPRESSED : shown;
        } catch (UnreadableEventException e) {
            return UNREADABLE;
        }
    }
}

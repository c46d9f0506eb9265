package org.talks.catalogue.history.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.talks.catalogue.account.AccountNames;
import org.talks.catalogue.account.CurrentActor;
import org.talks.catalogue.account.Role;
import org.talks.catalogue.api.Describes;
import org.talks.catalogue.api.TaggedJson;
import org.talks.catalogue.history.History;
import org.talks.catalogue.history.HistoryOf;
import org.talks.catalogue.history.HistoryOf.Step;
import org.talks.catalogue.history.TranscriptHistory;
import org.talks.catalogue.talk.TalkId;
import org.talks.catalogue.transcript.TranscriptId;
import org.talks.events.CatalogueEvent;
import org.talks.events.EventTypes;

/// `GET /api/talks/{id}/history`, the same for conferences, speakers, series and transcripts: what happened,
/// oldest first.
@RestController
final class HistoryApi {

    private final History history;
    private final TranscriptHistory transcripts;
    private final AccountNames accounts;
    private final CurrentActor currentActor;
    private final TaggedJson tagged;

    HistoryApi(
            History history,
            TranscriptHistory transcripts,
            AccountNames accounts,
            CurrentActor currentActor,
            TaggedJson tagged) {
        this.history = history;
        this.transcripts = transcripts;
        this.accounts = accounts;
        this.currentActor = currentActor;
        this.tagged = tagged;
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

    @Describes(value = "What happened to it, oldest first.", answer = Answer.class)
    @GetMapping("/api/{kind:talks|conferences|speakers|series}/{id}/history")
    ResponseEntity<byte[]> history(@PathVariable String kind, @PathVariable String id) {
        var editor = currentActor.may(Role.EDITOR);
        var found = history.of(Thing.stream(kind, id), editor).orElseThrow(() -> Thing.missing(kind, id));
        return answer(id, found, editor);
    }

    @Describes(value = "What happened to a transcript, oldest first.", answer = Answer.class)
    @GetMapping("/api/talks/{id}/transcripts/{language}/{origin}/history")
    ResponseEntity<byte[]> transcript(
            @PathVariable String id, @PathVariable String language, @PathVariable String origin) {
        var editor = currentActor.may(Role.EDITOR);
        var transcript = new TranscriptId(new TalkId(id), language, origin);
        return answer(
                id,
                transcripts.of(transcript, editor).orElseThrow(() -> TranscriptHistoryPages.missing(transcript)),
                editor);
    }

    private ResponseEntity<byte[]> answer(String id, HistoryOf found, boolean editor) {
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
}

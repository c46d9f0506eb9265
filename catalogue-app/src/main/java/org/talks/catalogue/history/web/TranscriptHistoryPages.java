package org.talks.catalogue.history.web;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.history.History;
import org.talks.catalogue.history.TranscriptHistory;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.talk.TalkId;
import org.talks.catalogue.transcript.TranscriptId;
import org.talks.catalogue.web.Fragment;
import org.talks.catalogue.web.PageController;
import org.talks.catalogue.web.Visit;

/// What happened to a transcript, and taking one change back.
@PageController
final class TranscriptHistoryPages {

    private final History history;
    private final TranscriptHistory transcripts;
    private final Timeline timeline;

    TranscriptHistoryPages(History history, TranscriptHistory transcripts, Timeline timeline) {
        this.history = history;
        this.transcripts = transcripts;
        this.timeline = timeline;
    }

    @GetMapping("/talks/{id}/transcripts/{language}/{origin}/history")
    Fragment history(
            @PathVariable String id,
            @PathVariable String language,
            @PathVariable String origin,
            @RequestParam(defaultValue = "1") int page,
            Visit visit) {
        return timeline.page(find(new TranscriptId(new TalkId(id), language, origin), visit), page, visit);
    }

    @PostMapping("/talks/{id}/transcripts/{language}/{origin}/history/{position:\\d{1,18}}/undo")
    ResponseEntity<Fragment> undo(
            @PathVariable String id,
            @PathVariable String language,
            @PathVariable String origin,
            @PathVariable long position,
            RedirectAttributes redirect,
            Visit visit) {
        var shown = find(new TranscriptId(new TalkId(id), language, origin), visit);
        return timeline.undo(shown, position, shown::thing, redirect, visit);
    }

    private Timeline.Shown find(TranscriptId transcript, Visit visit) {
        var found = transcripts.of(transcript, visit.mayEdit()).orElseThrow(() -> missing(transcript));
        var title = history.now(transcript.talk().stream()) instanceof TalkContent talk ? talk.title() : "";
        return new Timeline.Shown(Thing.of(transcript, title), found, List.of());
    }

    static Refused.NotFound missing(TranscriptId transcript) {
        return new Refused.NotFound("There is no transcript " + transcript.stream() + ".");
    }
}

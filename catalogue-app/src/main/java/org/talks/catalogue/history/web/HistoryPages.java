package org.talks.catalogue.history.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.talks.catalogue.history.History;
import org.talks.catalogue.history.HistoryOf;
import org.talks.catalogue.history.TranscriptHistory;
import org.talks.catalogue.pages.Answers;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.web.Fragment;
import org.talks.catalogue.web.PageController;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

/// What happened to a talk, a conference, a speaker or a series, and taking one change back.
@PageController
final class HistoryPages {

    private final History history;
    private final TranscriptHistory transcripts;
    private final Timeline timeline;

    HistoryPages(History history, TranscriptHistory transcripts, Timeline timeline) {
        this.history = history;
        this.transcripts = transcripts;
        this.timeline = timeline;
    }

    @GetMapping({
        "/talks/{id}/history",
        "/talks/{id}/{slug}/history",
        "/conferences/{id}/history",
        "/conferences/{id}/{slug}/history",
        "/speakers/{id}/history",
        "/speakers/{id}/{slug}/history",
        "/series/{id}/history",
        "/series/{id}/{slug}/history"
    })
    ResponseEntity<Fragment> history(
            @PathVariable String id,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Visit visit) {
        var found = find(kind(request), id, visit);
        return Answers.unlessAt(Thing.of(found).history(), request)
                .orElseGet(() -> ResponseEntity.ok(timeline.page(shown(found), page, visit)));
    }

    @PostMapping({
        "/talks/{id}/history/{position:\\d{1,18}}/undo",
        "/talks/{id}/{slug}/history/{position:\\d{1,18}}/undo",
        "/conferences/{id}/history/{position:\\d{1,18}}/undo",
        "/conferences/{id}/{slug}/history/{position:\\d{1,18}}/undo",
        "/speakers/{id}/history/{position:\\d{1,18}}/undo",
        "/speakers/{id}/{slug}/history/{position:\\d{1,18}}/undo",
        "/series/{id}/history/{position:\\d{1,18}}/undo",
        "/series/{id}/{slug}/history/{position:\\d{1,18}}/undo"
    })
    ResponseEntity<Fragment> undo(
            @PathVariable String id,
            @PathVariable long position,
            HttpServletRequest request,
            RedirectAttributes redirect,
            Visit visit) {
        var kind = kind(request);
        var shown = shown(find(kind, id, visit));
        return timeline.undo(shown, position, () -> Thing.of(find(kind, id, visit)), redirect, visit);
    }

    /// The first segment. A variable there would be less specific than the address of a thing with its slug.
    static String kind(HttpServletRequest request) {
        var path = request.getServletPath();
        return path.substring(1, path.indexOf('/', 1));
    }

    private HistoryOf find(String kind, String id, Visit visit) {
        return history.of(Thing.stream(kind, id), visit.mayEdit()).orElseThrow(() -> Thing.missing(kind, id));
    }

    private Timeline.Shown shown(HistoryOf found) {
        return new Timeline.Shown(Thing.of(found), found, related(found));
    }

    /// Transcripts are recorded apart from their talk.
    private List<Ref> related(HistoryOf found) {
        return found.content() instanceof TalkContent talk
                ? transcripts.ofTalk(talk.id()).stream()
                        .map(transcript -> new Ref(
                                Thing.history(transcript),
                                Wording.text("history.of-the-transcript", Thing.called(transcript))))
                        .toList()
                : List.of();
    }
}

package org.talks.catalogue.talk.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.talks.catalogue.asof.PastTalk;
import org.talks.catalogue.pages.Answers;
import org.talks.catalogue.pages.LookingBack;
import org.talks.catalogue.pages.TalkLines;
import org.talks.catalogue.web.Fragment;
import org.talks.catalogue.web.PageController;
import org.talks.catalogue.web.Paths;
import org.talks.catalogue.web.Visit;

/// `GET /talks/{id}?asOf=`: a talk as it was, with what it names as of the same moment. What depends on all other
/// talks, its place in the programme and what is similar to it, is left out.
@PageController
final class PastTalkPages {

    private final LookingBack lookingBack;

    PastTalkPages(LookingBack lookingBack) {
        this.lookingBack = lookingBack;
    }

    @GetMapping(
            path = {"/talks/{id}", "/talks/{id}/{slug}"},
            params = "asOf")
    ResponseEntity<Fragment> talk(
            @PathVariable String id, @RequestParam String asOf, HttpServletRequest request, Visit visit) {
        if (asOf.isBlank()) {
            return Answers.seeOther(request.getRequestURI());
        }
        var then = lookingBack.at(asOf, visit);
        var past = then.past();
        var stored = past.talk(id);
        if (stored == null || stored.content().suppressed()) {
            return lookingBack.notYet(then, "talk", "talk:" + id, "/talks/" + Paths.encoded(id), visit);
        }
        var talk = stored.content();
        var conference = past.findConference(talk.conferenceId());
        var gone = talk.withdrawn() || conference == null || conference.removed();
        var reading = new TalkReading(stored, conference);
        return ResponseEntity.ok(reading.page(
                        visit,
                        gone,
                        reading.speakers(past, past::findSpeaker),
                        past.transcripts(id),
                        past.withIds(talk.sameAs()).stream()
                                .map(PastTalk::listed)
                                .map(TalkLines::of)
                                .toList(),
                        java.util.List.of(),
                        new TalkPages.Neighbours(null, null),
                        null)
                .lookingBack(then.moment()));
    }
}

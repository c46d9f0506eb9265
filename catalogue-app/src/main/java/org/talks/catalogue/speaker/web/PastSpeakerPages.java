package org.talks.catalogue.speaker.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.talks.catalogue.asof.Past;
import org.talks.catalogue.asof.PastTalk;
import org.talks.catalogue.pages.Answers;
import org.talks.catalogue.pages.LookingBack;
import org.talks.catalogue.web.Fragment;
import org.talks.catalogue.web.PageController;
import org.talks.catalogue.web.Paths;
import org.talks.catalogue.web.Visit;

/// `GET /speakers/{id}?asOf=`: a person with the talks the catalogue knew of. One who was merged since has a page
/// of their own, as they had then.
@PageController
final class PastSpeakerPages {

    private final LookingBack lookingBack;

    PastSpeakerPages(LookingBack lookingBack) {
        this.lookingBack = lookingBack;
    }

    @GetMapping(
            path = {"/speakers/{id}", "/speakers/{id}/{slug}"},
            params = "asOf")
    ResponseEntity<Fragment> speaker(
            @PathVariable String id, @RequestParam String asOf, HttpServletRequest request, Visit visit) {
        if (asOf.isBlank()) {
            return Answers.seeOther(request.getRequestURI());
        }
        var then = lookingBack.at(asOf, visit);
        var past = then.past();
        var speaker = past.canonical(id);
        if (speaker == null) {
            return lookingBack.notYet(then, "speaker", "speaker:" + id, "/speakers/" + Paths.encoded(id), visit);
        }
        var same = past.withMerged(speaker.speakerId());
        var given = past.ofSpeakers(same);
        return ResponseEntity.ok(SpeakerPages.page(
                        speaker,
                        Paths.speaker(speaker.speakerId(), speaker.name()),
                        same.stream()
                                .filter(other -> !other.equals(speaker.speakerId()))
                                .sorted()
                                .map(past::findSpeaker)
                                .filter(Objects::nonNull)
                                .toList(),
                        given.stream().map(PastTalk::listed).toList(),
                        Past.topics(given, SpeakerPages.TOPICS),
                        visit,
                        null)
                .lookingBack(then.moment()));
    }
}

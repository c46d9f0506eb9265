package org.talks.catalogue.speaker.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talks.catalogue.account.CurrentActor;
import org.talks.catalogue.account.Role;
import org.talks.catalogue.api.TaggedJson;
import org.talks.catalogue.asof.PastTalk;
import org.talks.catalogue.pages.LookingBack;

/// `GET /api/speakers/{id}?asOf=`: a person as they were recorded then, of the same form as now, with the moment
/// beside.
@RestController
final class PastSpeakerApi {

    private final LookingBack lookingBack;
    private final CurrentActor currentActor;
    private final TaggedJson json;

    PastSpeakerApi(LookingBack lookingBack, CurrentActor currentActor, TaggedJson json) {
        this.lookingBack = lookingBack;
        this.currentActor = currentActor;
        this.json = json;
    }

    record PastAnswer(LookingBack.Said asOf, @JsonUnwrapped SpeakerApi.Answer speaker) {}

    @GetMapping(path = "/api/speakers/{id}", params = "asOf")
    ResponseEntity<byte[]> speaker(@PathVariable String id, @RequestParam String asOf) {
        var then = lookingBack.at(asOf, currentActor.may(Role.EDITOR));
        var past = then.past();
        var stored = past.speaker(id);
        if (stored == null || stored.content().removed()) {
            throw lookingBack.notYet(then, "speaker", "speaker:" + id);
        }
        var shownAs = past.names(List.of(id)).get(id);
        return json.of(new PastAnswer(
                then.said(),
                SpeakerApi.answer(
                        stored,
                        shownAs,
                        past.ofSpeakers(past.withMerged(shownAs == null ? id : shownAs.id())).stream()
                                .map(PastTalk::listed)
                                .toList())));
    }
}

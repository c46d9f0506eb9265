package org.talks.catalogue.talk.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talks.catalogue.account.CurrentActor;
import org.talks.catalogue.account.Role;
import org.talks.catalogue.api.TaggedJson;
import org.talks.catalogue.pages.LookingBack;

/// `GET /api/talks/{id}?asOf=`: a talk as it was, of the same form as it is now, with the moment beside.
@RestController
final class PastTalkApi {

    private final LookingBack lookingBack;
    private final CurrentActor currentActor;
    private final TaggedJson json;

    PastTalkApi(LookingBack lookingBack, CurrentActor currentActor, TaggedJson json) {
        this.lookingBack = lookingBack;
        this.currentActor = currentActor;
        this.json = json;
    }

    record PastAnswer(LookingBack.Said asOf, @JsonUnwrapped TalkApi.Answer talk) {}

    @GetMapping(path = "/api/talks/{id}", params = "asOf")
    ResponseEntity<byte[]> talk(@PathVariable String id, @RequestParam String asOf) {
        var then = lookingBack.at(asOf, currentActor.may(Role.EDITOR));
        var past = then.past();
        var stored = past.talk(id);
        if (stored == null || stored.content().suppressed()) {
            throw lookingBack.notYet(then, "talk", "talk:" + id);
        }
        var conference = past.findConference(stored.content().conferenceId());
        return json.of(new PastAnswer(then.said(), TalkApi.answer(stored, conference, past.transcripts(id), past)));
    }
}

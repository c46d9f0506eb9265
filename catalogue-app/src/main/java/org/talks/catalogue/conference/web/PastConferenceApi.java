package org.talks.catalogue.conference.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
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

/// `GET /api/conferences/{id}?asOf=` with the programme it had, `GET /api/series/{id}?asOf=` with the editions it
/// had; of the same form as now, with the moment beside.
@RestController
final class PastConferenceApi {

    private final LookingBack lookingBack;
    private final CurrentActor currentActor;
    private final TaggedJson json;

    PastConferenceApi(LookingBack lookingBack, CurrentActor currentActor, TaggedJson json) {
        this.lookingBack = lookingBack;
        this.currentActor = currentActor;
        this.json = json;
    }

    record PastAnswer(LookingBack.Said asOf, @JsonUnwrapped ConferenceApi.Answer conference) {}

    record PastSeries(LookingBack.Said asOf, @JsonUnwrapped ConferenceApi.SeriesAnswer series) {}

    @GetMapping(path = "/api/conferences/{id}", params = "asOf")
    ResponseEntity<byte[]> conference(@PathVariable String id, @RequestParam String asOf) {
        var then = lookingBack.at(asOf, currentActor.may(Role.EDITOR));
        var past = then.past();
        var stored = past.conference(id);
        if (stored == null) {
            throw lookingBack.notYet(then, "conference", "conference:" + id);
        }
        var seriesId = stored.content().details().seriesId();
        var series = seriesId == null ? null : past.series(seriesId);
        return json.of(new PastAnswer(
                then.said(),
                ConferenceApi.answer(
                        stored,
                        series == null ? null : series.content(),
                        past.ofConference(id).stream().map(PastTalk::listed).toList())));
    }

    @GetMapping(path = "/api/series/{id}", params = "asOf")
    ResponseEntity<byte[]> series(@PathVariable String id, @RequestParam String asOf) {
        var then = lookingBack.at(asOf, currentActor.may(Role.EDITOR));
        var stored = then.past().series(id);
        if (stored == null) {
            throw lookingBack.notYet(then, "series", "series:" + id);
        }
        return json.of(new PastSeries(
                then.said(), ConferenceApi.answer(stored, then.past().ofSeries(id))));
    }
}

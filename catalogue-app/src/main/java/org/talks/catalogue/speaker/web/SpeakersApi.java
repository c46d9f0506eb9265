package org.talks.catalogue.speaker.web;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talks.catalogue.api.Describes;
import org.talks.catalogue.speaker.SpeakerName;
import org.talks.catalogue.speaker.Speakers;

/// `GET /api/speakers?after=&limit=`: all speakers by id; the `Link` with `rel="next"` goes on. Those of a name
/// are found with `/api/suggestions`.
@RestController
final class SpeakersApi {

    private static final int LIMIT_MAX = 1_000;

    private final Speakers speakers;

    SpeakersApi(Speakers speakers) {
        this.speakers = speakers;
    }

    record All(long total, List<SpeakerName> speakers) {}

    @Describes("Speakers who are shown, by id; begins after the one given.")
    @GetMapping("/api/speakers")
    ResponseEntity<All> all(
            @RequestParam(defaultValue = "") String after, @RequestParam(defaultValue = "100") int limit) {
        var most = Math.clamp(limit, 1, LIMIT_MAX);
        var shown = speakers.shownAfter(after, most);
        var answer = ResponseEntity.ok();
        if (shown.size() == most) {
            answer.header(
                    "Link", "</api/speakers?after=" + shown.getLast().id() + "&limit=" + most + ">; rel=\"next\"");
        }
        return answer.body(new All(speakers.count(), shown));
    }
}

package org.talks.catalogue.speaker.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.talks.catalogue.api.Describes;
import org.talks.catalogue.api.TaggedJson;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.projection.StreamState;
import org.talks.catalogue.speaker.SpeakerContent;
import org.talks.catalogue.speaker.SpeakerName;
import org.talks.catalogue.speaker.view.SpeakerViews;
import org.talks.catalogue.talk.ListedTalk;
import org.talks.catalogue.talk.TalkLists;
import org.talks.events.SpeakerDetails;

/// `GET /api/speakers/{id}`: a person with all their talks. One who was merged is answered as recorded, with
/// `shownAs` naming under whom the talks stand.
@RestController
final class SpeakerApi {

    private final SpeakerViews speakers;
    private final TalkLists talks;
    private final TaggedJson json;

    SpeakerApi(SpeakerViews speakers, TalkLists talks, TaggedJson json) {
        this.speakers = speakers;
        this.talks = talks;
        this.json = json;
    }

    record Answer(
            String id,
            long version,
            String name,
            List<String> aliases,
            SpeakerDetails details,
            @Nullable String mergedInto,
            @Nullable SpeakerName shownAs,
            List<ListedTalk> talks,
            Instant addedAt,
            Instant changedAt) {}

    @Describes(value = "A person with all their talks.", answer = Answer.class)
    @GetMapping("/api/speakers/{id}")
    ResponseEntity<byte[]> speaker(@PathVariable String id) {
        var stored = speakers.speaker(id);
        if (stored == null || stored.content().removed()) {
            throw new Refused.NotFound("There is no speaker " + id + ".");
        }
        var shownAs = speakers.names(List.of(id)).get(id);
        return json.of(
                answer(stored, shownAs, talks.ofSpeakers(speakers.withMerged(shownAs == null ? id : shownAs.id()))));
    }

    static Answer answer(StreamState<SpeakerContent> stored, @Nullable SpeakerName shownAs, List<ListedTalk> given) {
        var speaker = stored.content();
        return new Answer(
                speaker.speakerId(),
                stored.version(),
                speaker.name(),
                speaker.aliases(),
                speaker.details(),
                speaker.mergedInto(),
                shownAs,
                given,
                stored.addedAt(),
                stored.changedAt());
    }
}

package org.talks.catalogue.talk.web;

import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.talks.catalogue.api.Describes;
import org.talks.catalogue.api.TaggedJson;
import org.talks.catalogue.conference.Conferences;
import org.talks.catalogue.speaker.Speakers;
import org.talks.catalogue.talk.view.TalkViews;
import org.talks.catalogue.talk.view.TalkViews.ValueCount;

/// `GET /api/statistics`: what the catalogue holds, in numbers.
@RestController
final class StatisticsApi {

    private final TalkViews talks;
    private final Conferences conferences;
    private final Speakers speakers;
    private final TaggedJson json;

    StatisticsApi(TalkViews talks, Conferences conferences, Speakers speakers, TaggedJson json) {
        this.talks = talks;
        this.conferences = conferences;
        this.speakers = speakers;
        this.json = json;
    }

    /// @param addedPerMonth by when the log recorded them, in UTC
    record Answer(
            long talks,
            long hours,
            long speakers,
            long conferences,
            List<ValueCount> perYear,
            List<ValueCount> perLanguage,
            List<ValueCount> perKind,
            Map<String, Long> addedPerMonth) {}

    @Describes(value = "Numbers about the catalogue.", answer = Answer.class)
    @GetMapping("/api/statistics")
    ResponseEntity<byte[]> statistics() {
        var totals = talks.totals();
        return json.of(new Answer(
                totals.talks(),
                totals.hours(),
                speakers.count(),
                conferences.count(),
                talks.perYear(),
                talks.perLanguage(),
                talks.perKind(),
                StatisticsPages.Span.MONTH.of(talks.added())));
    }
}

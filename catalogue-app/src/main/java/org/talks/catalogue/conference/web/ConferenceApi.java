package org.talks.catalogue.conference.web;

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
import org.talks.catalogue.conference.ConferenceContent;
import org.talks.catalogue.conference.ListedConference;
import org.talks.catalogue.conference.view.ConferenceViews;
import org.talks.catalogue.projection.StreamState;
import org.talks.catalogue.series.SeriesContent;
import org.talks.catalogue.talk.ListedTalk;
import org.talks.catalogue.talk.TalkLists;
import org.talks.events.ConferenceDetails;
import org.talks.events.Note;
import org.talks.events.SourceKey;

/// `GET /api/conferences`, `/api/conferences/{id}` with its programme, `/api/series/{id}` with its editions.
@RestController
final class ConferenceApi {

    private final ConferenceViews conferences;
    private final TalkLists talks;
    private final TaggedJson json;

    ConferenceApi(ConferenceViews conferences, TalkLists talks, TaggedJson json) {
        this.conferences = conferences;
        this.talks = talks;
        this.json = json;
    }

    record All(int total, List<ListedConference> conferences) {}

    record Answer(
            String id,
            long version,
            ConferenceDetails details,
            @Nullable String seriesName,
            List<Note> notes,
            List<SourceKey> sources,
            boolean cancelled,
            @Nullable String cancelledReason,
            boolean removed,
            List<ListedTalk> talks,
            Instant addedAt,
            Instant changedAt) {}

    record SeriesAnswer(
            String id,
            long version,
            String name,
            @Nullable String website,
            boolean removed,
            List<ListedConference> editions) {}

    @Describes(value = "Conferences, latest first.", answer = All.class)
    @GetMapping("/api/conferences")
    ResponseEntity<byte[]> all() {
        var all = conferences.all();
        return json.of(new All(all.size(), all));
    }

    @Describes(value = "A conference with its programme.", answer = Answer.class)
    @GetMapping("/api/conferences/{id}")
    ResponseEntity<byte[]> conference(@PathVariable String id) {
        var stored = conferences.conference(id);
        if (stored == null) {
            throw new Refused.NotFound("There is no conference " + id + ".");
        }
        var seriesId = stored.content().details().seriesId();
        var series = seriesId == null ? null : conferences.series(seriesId);
        return json.of(answer(stored, series == null ? null : series.content(), talks.ofConference(id)));
    }

    static Answer answer(
            StreamState<ConferenceContent> stored, @Nullable SeriesContent series, List<ListedTalk> talks) {
        var conference = stored.content();
        return new Answer(
                conference.conferenceId(),
                stored.version(),
                conference.details(),
                series == null ? null : series.name(),
                conference.notes(),
                conference.sources(),
                conference.cancelled(),
                conference.cancelledReason(),
                conference.removed(),
                talks,
                stored.addedAt(),
                stored.changedAt());
    }

    @Describes(value = "A series with its editions.", answer = SeriesAnswer.class)
    @GetMapping("/api/series/{id}")
    ResponseEntity<byte[]> series(@PathVariable String id) {
        var stored = conferences.series(id);
        if (stored == null) {
            throw new Refused.NotFound("There is no series " + id + ".");
        }
        return json.of(answer(stored, conferences.ofSeries(id)));
    }

    static SeriesAnswer answer(StreamState<SeriesContent> stored, List<ListedConference> editions) {
        var series = stored.content();
        return new SeriesAnswer(
                series.seriesId(), stored.version(), series.name(), series.website(), series.removed(), editions);
    }
}

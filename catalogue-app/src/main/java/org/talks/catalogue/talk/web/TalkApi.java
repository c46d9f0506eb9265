package org.talks.catalogue.talk.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
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
import org.talks.catalogue.conference.Conferences;
import org.talks.catalogue.projection.StreamState;
import org.talks.catalogue.speaker.SpeakerNames;
import org.talks.catalogue.speaker.Speakers;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.talk.view.TalkViews;
import org.talks.catalogue.transcript.TranscriptContent;
import org.talks.events.Credit;
import org.talks.events.SourceKey;
import org.talks.events.TalkDetails;

/// `GET /api/talks/{id}`: a talk with its version, and with the names behind its ids. Withdrawn talks are
/// answered as withdrawn, so that they can be restored; suppressed ones are not found.
@RestController
final class TalkApi {

    private final TalkViews talks;
    private final Conferences conferences;
    private final Speakers speakers;
    private final TaggedJson json;

    TalkApi(TalkViews talks, Conferences conferences, Speakers speakers, TaggedJson json) {
        this.talks = talks;
        this.conferences = conferences;
        this.speakers = speakers;
        this.json = json;
    }

    /// @param speakers after merges, in billing order; `details.speakers` has them as they were set
    record Answer(
            String id,
            long version,
            Named conference,
            List<Billed> speakers,
            TalkDetails details,
            List<TranscriptOf> transcripts,
            List<SourceKey> sources,
            List<String> sameAs,
            boolean cancelled,
            @Nullable String cancelledReason,
            boolean withdrawn,
            @Nullable String withdrawnReason,
            Instant addedAt,
            Instant changedAt) {}

    record Named(String id, @Nullable String name) {}

    record Billed(String id, String name, String role) {}

    record TranscriptOf(String language, String origin, int cues) {}

    @Describes(value = "A talk.", answer = Answer.class)
    @GetMapping("/api/talks/{id}")
    ResponseEntity<byte[]> talk(@PathVariable String id) {
        var stored = talks.talk(id);
        if (stored == null || stored.content().suppressed()) {
            throw new Refused.NotFound("There is no talk " + id + ".");
        }
        return json.of(
                answer(stored, conferences.find(stored.content().conferenceId()), talks.transcripts(id), speakers));
    }

    static Answer answer(
            StreamState<TalkContent> stored,
            @Nullable ConferenceContent conference,
            List<TranscriptContent> transcripts,
            SpeakerNames speakers) {
        var talk = stored.content();
        return new Answer(
                talk.talkId(),
                stored.version(),
                new Named(talk.conferenceId(), conference == null ? null : conference.name()),
                billed(talk, speakers),
                talk.details(),
                transcripts.stream()
                        .map(t -> new TranscriptOf(
                                t.language(), t.origin(), t.cues().size()))
                        .toList(),
                talk.sources(),
                talk.sameAs(),
                talk.cancelled(),
                talk.cancelledReason(),
                talk.withdrawn(),
                talk.withdrawnReason(),
                stored.addedAt(),
                stored.changedAt());
    }

    private static List<Billed> billed(TalkContent talk, SpeakerNames speakers) {
        var names =
                speakers.names(talk.speakers().stream().map(Credit::speakerId).toList());
        var billed = new ArrayList<Billed>();
        var seen = new LinkedHashSet<String>();
        for (var credit : talk.speakers()) {
            var name = names.get(credit.speakerId());
            if (name != null && seen.add(name.id())) {
                billed.add(new Billed(name.id(), name.name(), credit.role()));
            }
        }
        return billed;
    }
}

package org.talks.catalogue.talk.web;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talks.catalogue.api.Describes;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.searching.TalkSearch;
import org.talks.catalogue.talk.ListedTalk;
import org.talks.catalogue.talk.TalkLists.TopicCount;
import org.talks.catalogue.talk.view.TalkViews;
import org.talks.catalogue.transcript.TranscriptContent;

/// What the page of a talk shows beside it, and the list of topics.
@RestController
final class TalkPartsApi {

    private static final int SIMILAR_MAX = 20;
    private static final int TOPICS_MAX = 10_000;

    private final TalkViews talks;
    private final TalkSearch search;

    TalkPartsApi(TalkViews talks, TalkSearch search) {
        this.talks = talks;
        this.search = search;
    }

    /// @param shares topics that both have, then words, the most telling first
    record Similar(ListedTalk talk, List<String> shares) {}

    @Describes("Talks with most in common with it, best first.")
    @GetMapping("/api/talks/{id}/similar")
    List<Similar> similar(@PathVariable String id, @RequestParam(defaultValue = "5") int size) {
        shown(id);
        var found = search.similar(id, Math.clamp(size, 1, SIMILAR_MAX));
        var listed = talks.withIds(found.stream().map(s -> s.hit().id()).toList());
        return found.stream()
                .flatMap(similar -> listed.stream()
                        .filter(talk -> talk.id().equals(similar.hit().id()))
                        .map(talk -> new Similar(talk, similar.shares())))
                .toList();
    }

    @Describes("Its transcripts with all their cues.")
    @GetMapping("/api/talks/{id}/transcripts")
    List<TranscriptContent> transcripts(@PathVariable String id) {
        shown(id);
        return talks.transcripts(id);
    }

    @Describes("Topics with the number of their talks, the largest first.")
    @GetMapping("/api/topics")
    List<TopicCount> topics(@RequestParam(defaultValue = "1000") int limit) {
        return talks.topics(Math.clamp(limit, 1, TOPICS_MAX));
    }

    private void shown(String id) {
        var talk = talks.find(id);
        if (talk == null || talk.suppressed()) {
            throw new Refused.NotFound("There is no talk " + id + ".");
        }
    }
}

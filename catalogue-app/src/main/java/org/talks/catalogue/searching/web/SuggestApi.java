package org.talks.catalogue.searching.web;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talks.catalogue.api.Describes;
import org.talks.catalogue.searching.TalkSearch;
import org.talks.search.TalkIndex;

/// `GET /api/suggestions?q=`: what a beginning may become.
@RestController
final class SuggestApi {

    private static final int PER_KIND_MAX = 20;

    /// Longer ones are a pasted text and no beginning of anything.
    private static final int CHARACTERS_MAX = 100;

    private final TalkSearch search;

    SuggestApi(TalkSearch search) {
        this.search = search;
    }

    @Describes("Talks, speakers, conferences and topics that begin so.")
    @GetMapping("/api/suggestions")
    List<TalkIndex.Suggestion> suggest(
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "5") int perKind) {
        var typed = q.strip();
        return typed.isEmpty() || typed.length() > CHARACTERS_MAX
                ? List.of()
                : search.suggest(typed, Math.clamp(perKind, 1, PER_KIND_MAX));
    }
}

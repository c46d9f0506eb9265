package org.talks.catalogue.feed.web;

import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.feed.Atom;
import org.talks.catalogue.feed.Feed;
import org.talks.catalogue.published.Published;
import org.talks.catalogue.published.PublishedTalk;
import org.talks.catalogue.searching.SavedSearch;
import org.talks.catalogue.searching.SavedSearches;
import org.talks.catalogue.web.Site;

/// What was found for a saved search, the latest first. Its address cannot be guessed, so it needs no sign-in,
/// which readers of feeds could not give.
@RestController
final class SavedSearchFeed {

    private final SavedSearches searches;
    private final Published published;
    private final Site site;

    SavedSearchFeed(SavedSearches searches, Published published, Site site) {
        this.searches = searches;
        this.published = published;
        this.site = site;
    }

    @GetMapping("/searches/{id}.atom")
    ResponseEntity<byte[]> found(@PathVariable String id) {
        var saved = searches.find(id)
                .orElseThrow(() -> new Refused.NotFound("There is no such saved search; it may have been deleted."));
        var found = searches.found(id, Feed.ENTRIES_MAX);
        var talks = published
                .talks(found.stream().map(SavedSearch.Found::talkId).toList())
                .stream()
                .collect(Collectors.toMap(PublishedTalk::id, Function.identity()));
        var path = "/searches/" + id;
        return Atom.answer(Feed.of(
                Feed.id(published.logId(), path),
                saved.name(),
                "Talks that came to match.",
                site.url(path + ".atom"),
                site.url(path),
                saved.created(),
                found.stream()
                        .map(f -> talks.get(f.talkId()))
                        .filter(Objects::nonNull)
                        .map(talk -> TalkEntries.of(talk, site))
                        .toList()));
    }
}

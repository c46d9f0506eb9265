package org.talks.catalogue.feed.web;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talks.catalogue.conference.Conferences;
import org.talks.catalogue.conference.ListedConference;
import org.talks.catalogue.feed.Atom;
import org.talks.catalogue.feed.Feed;
import org.talks.catalogue.feed.Podcast;
import org.talks.catalogue.published.Asked;
import org.talks.catalogue.published.Published;
import org.talks.catalogue.published.PublishedTalk;
import org.talks.catalogue.searching.TalkSearch;
import org.talks.catalogue.web.Site;
import org.talks.search.SearchRequest;

/// Every list as a feed: `.atom` has all of its talks, `.rss` those with a recording that can be fetched, as a
/// podcast. What was recorded last stands first, also where the page has another order.
@RestController
final class FeedApi {

    private final Published published;
    private final Conferences conferences;
    private final TalkSearch search;
    private final Site site;

    FeedApi(Published published, Conferences conferences, TalkSearch search, Site site) {
        this.published = published;
        this.conferences = conferences;
        this.search = search;
        this.site = site;
    }

    @GetMapping("/talks.atom")
    ResponseEntity<byte[]> talks() {
        return Atom.answer(recent("/talks.atom"));
    }

    @GetMapping("/talks.rss")
    ResponseEntity<byte[]> recordings() {
        return Podcast.answer(recent("/talks.rss"));
    }

    @GetMapping("/conferences.atom")
    ResponseEntity<byte[]> conferences() {
        var latest = conferences.all().stream()
                .map(ListedConference::id)
                .limit(Feed.ENTRIES_MAX)
                .flatMap(id -> published.findConference(id).stream())
                .map(conference -> TalkEntries.of(conference, site))
                .toList();
        return Atom.answer(feed("/conferences.atom", "Conferences", "", "/conferences", Instant.EPOCH, latest));
    }

    @GetMapping("/conferences/{id}/talks.atom")
    ResponseEntity<byte[]> conference(@PathVariable String id) {
        return Atom.answer(conferenceFeed(id, "talks.atom"));
    }

    @GetMapping("/conferences/{id}/talks.rss")
    ResponseEntity<byte[]> conferenceRecordings(@PathVariable String id) {
        return Podcast.answer(conferenceFeed(id, "talks.rss"));
    }

    @GetMapping("/speakers/{id}/talks.atom")
    ResponseEntity<byte[]> speaker(@PathVariable String id) {
        return Atom.answer(speakerFeed(id, "talks.atom"));
    }

    @GetMapping("/speakers/{id}/talks.rss")
    ResponseEntity<byte[]> speakerRecordings(@PathVariable String id) {
        return Podcast.answer(speakerFeed(id, "talks.rss"));
    }

    /// The parameters are those of the search page; without any it finds all talks. A topic's feed is
    /// `/search.atom?topic=`.
    @GetMapping("/search.atom")
    ResponseEntity<byte[]> found(@RequestParam MultiValueMap<String, String> parameters) {
        return Atom.answer(searchFeed(parameters, "/search.atom"));
    }

    @GetMapping("/search.rss")
    ResponseEntity<byte[]> foundRecordings(@RequestParam MultiValueMap<String, String> parameters) {
        return Podcast.answer(searchFeed(parameters, "/search.rss"));
    }

    private Feed recent(String self) {
        return feed(
                self,
                "Talks",
                "What was added last.",
                "/",
                Instant.EPOCH,
                entries(published.recentlyAdded(Feed.ENTRIES_MAX).stream()));
    }

    private Feed conferenceFeed(String id, String file) {
        var conference = published.conference(id);
        return feed(
                "/conferences/" + id + "/" + file,
                conference.name(),
                "",
                conference.path(),
                conference.changedAt(),
                entries(published.talksOf(conference).stream()));
    }

    private Feed speakerFeed(String id, String file) {
        var speaker = published.speaker(id);
        return feed(
                "/speakers/" + speaker.id() + "/" + file,
                "Talks by " + speaker.name(),
                "",
                speaker.path(),
                speaker.stored().changedAt(),
                entries(published.talksOf(speaker).stream()));
    }

    private Feed searchFeed(MultiValueMap<String, String> parameters, String path) {
        var asked = Asked.of(parameters);
        var result = search.search(asked.request(SearchRequest.Order.RECENTLY_ADDED, Feed.ENTRIES_MAX, null));
        var ids = result.hits().stream().map(hit -> hit.id()).toList();
        return feed(
                path + asked.query(),
                asked.title(),
                "",
                "/" + asked.query(),
                Instant.EPOCH,
                entries(published.talks(ids).stream()));
    }

    private List<Feed.Entry> entries(Stream<PublishedTalk> talks) {
        return talks.sorted((a, b) -> b.addedAt().compareTo(a.addedAt()))
                .limit(Feed.ENTRIES_MAX)
                .map(talk -> TalkEntries.of(talk, site))
                .toList();
    }

    private Feed feed(
            String self, String title, String subtitle, String page, Instant otherwise, List<Feed.Entry> entries) {
        return Feed.of(
                Feed.id(published.logId(), self), title, subtitle, site.url(self), site.url(page), otherwise, entries);
    }
}

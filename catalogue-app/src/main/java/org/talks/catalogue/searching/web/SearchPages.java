package org.talks.catalogue.searching.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.talks.catalogue.conference.Conferences;
import org.talks.catalogue.conference.ListedConference;
import org.talks.catalogue.pages.TalkLines;
import org.talks.catalogue.searching.TalkSearch;
import org.talks.catalogue.speaker.Speakers;
import org.talks.catalogue.talk.TalkLists;
import org.talks.catalogue.web.Fragment;
import org.talks.catalogue.web.PageController;
import org.talks.catalogue.web.Paths;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.SafeHtml;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;
import org.talks.search.Facet;
import org.talks.search.TalkIndex;

/// `GET /`: something to read, or with parameters the answer to a search; and what is suggested while typing.
@PageController
final class SearchPages {

    static final int PAGE = 20;
    static final int FACET_VALUES = 30;
    private static final int RECENT = 8;
    private static final int YEARS = 8;
    private static final int CONFERENCES_PER_YEAR = 6;
    private static final int TOPICS = 20;
    private static final int SUGGESTED_PER_KIND = 3;

    /// Longer ones are a pasted text and no beginning of anything.
    private static final int SUGGEST_CHARACTERS_MAX = 100;

    private final TalkSearch search;
    private final TalkLists talks;
    private final Conferences conferences;
    private final Speakers speakers;

    SearchPages(TalkSearch search, TalkLists talks, Conferences conferences, Speakers speakers) {
        this.search = search;
        this.talks = talks;
        this.conferences = conferences;
        this.speakers = speakers;
    }

    @GetMapping({"/", "/search"})
    ResponseEntity<Fragment> search(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            @RequestHeader(name = "HX-History-Restore-Request", required = false) @Nullable String restoring,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String target,
            @RequestHeader(name = "X-Same-Entry", required = false) @Nullable String typing,
            Visit visit) {
        var url = SearchUrl.of(parameters);
        var part = htmx != null && restoring == null;
        if (part && "more".equals(target)) {
            return answer().body(answer(url, visit, Set.of()).more());
        }
        if (part) {
            // While somebody types, the address keeps up and the history gets one entry, not one for each letter.
            return answer().header(typing == null ? "HX-Push-Url" : "HX-Replace-Url", url.href())
                    .body(
                            url.asks()
                                    ? answer(url, visit, EnumSet.allOf(Facet.class))
                                            .found()
                                    : home(visit).found());
        }
        return answer().body(url.asks() ? answer(url, visit, EnumSet.allOf(Facet.class)) : home(visit));
    }

    /// @param talks whether talks are suggested; the search page shows them as results
    @GetMapping("/suggest")
    Suggestions suggest(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "true") boolean talks) {
        var typed = q.strip();
        if (typed.isEmpty() || typed.length() > SUGGEST_CHARACTERS_MAX) {
            return new Suggestions(typed, List.of());
        }
        var items = new LinkedHashMap<String, List<Suggestions.Item>>();
        for (var suggestion : search.suggest(typed, SUGGESTED_PER_KIND)) {
            if (talks || !suggestion.kind().equals("talk")) {
                items.computeIfAbsent(suggestion.kind(), kind -> new ArrayList<>())
                        .add(item(suggestion));
            }
        }
        return new Suggestions(
                typed,
                items.entrySet().stream()
                        .map(group -> new Suggestions.Group(label(group.getKey()), group.getValue()))
                        .toList());
    }

    private static ResponseEntity.BodyBuilder answer() {
        return ResponseEntity.ok().varyBy("HX-Request", "HX-Target");
    }

    private SearchPage answer(SearchUrl url, Visit visit, Set<Facet> facets) {
        var started = System.nanoTime();
        var result = search.search(url.request(facets, FACET_VALUES, PAGE));
        var millis = Math.round((System.nanoTime() - started) / 1e6);
        return SearchPage.of(visit, url, result, millis);
    }

    private HomePage home(Visit visit) {
        var totals = talks.totals();
        return new HomePage(
                visit,
                new HomePage.Totals(totals.talks(), speakers.count(), conferences.count(), totals.hours()),
                TalkLines.of(talks.recentlyAdded(RECENT)),
                years(conferences.all()),
                talks.topics(TOPICS).stream()
                        .map(t -> new HomePage.Topic(Paths.topic(t.topic()), t.topic(), t.talks()))
                        .toList());
    }

    private static List<HomePage.Year> years(List<ListedConference> conferences) {
        var byYear = new LinkedHashMap<String, List<Ref>>();
        conferences.stream()
                .filter(c -> c.year() != null)
                .forEach(c -> byYear.computeIfAbsent(String.valueOf(c.year()), year -> new ArrayList<>())
                        .add(ref(c)));
        var undated = conferences.stream()
                .filter(c -> c.year() == null)
                .map(SearchPages::ref)
                .toList();
        if (!undated.isEmpty() && byYear.size() < YEARS) {
            byYear.put(Wording.text("conference.undated"), undated);
        }
        return byYear.entrySet().stream()
                .limit(YEARS)
                .map(year -> new HomePage.Year(
                        year.getKey(),
                        year.getValue().stream().limit(CONFERENCES_PER_YEAR).toList(),
                        Math.max(0, year.getValue().size() - CONFERENCES_PER_YEAR)))
                .toList();
    }

    private static Ref ref(ListedConference conference) {
        return new Ref(Paths.conference(conference.id(), conference.name()), conference.name());
    }

    private static Suggestions.Item item(TalkIndex.Suggestion suggestion) {
        var href = switch (suggestion.kind()) {
            case "talk" -> Paths.talk(suggestion.id(), suggestion.text());
            case "speaker" -> Paths.speaker(suggestion.id(), suggestion.text());
            case "conference" -> Paths.conference(suggestion.id(), suggestion.text());
            default -> Paths.topic(suggestion.text());
        };
        return new Suggestions.Item(href, SafeHtml.trusted(suggestion.html()), suggestion.detail());
    }

    private static String label(String kind) {
        return switch (kind) {
            case "talk" -> Wording.text("search.talks");
            case "speaker" -> Wording.text("nav.speakers");
            case "conference" -> Wording.text("nav.conferences");
            default -> Wording.text("nav.topics");
        };
    }
}

package org.talks.catalogue.searching.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.talks.catalogue.account.CurrentActor;
import org.talks.catalogue.account.Role;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.pages.Answers;
import org.talks.catalogue.pages.TalkLines;
import org.talks.catalogue.searching.SavedSearch;
import org.talks.catalogue.searching.SavedSearches;
import org.talks.catalogue.searching.TalkSearch;
import org.talks.catalogue.talk.TalkLists;
import org.talks.catalogue.web.Dates;
import org.talks.catalogue.web.Flash;
import org.talks.catalogue.web.Fragment;
import org.talks.catalogue.web.Page;
import org.talks.catalogue.web.PageController;
import org.talks.catalogue.web.TalkLine;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

/// `/account/searches`: the searches that somebody keeps; `/searches/{id}`: what was found for one.
@PageController
final class SavedSearchPages {

    private static final String PATH = "/account/searches";
    private static final int SHOWN = 100;

    private final SavedSearches searches;
    private final TalkSearch search;
    private final TalkLists talks;
    private final CurrentActor currentActor;

    SavedSearchPages(SavedSearches searches, TalkSearch search, TalkLists talks, CurrentActor currentActor) {
        this.searches = searches;
        this.search = search;
        this.talks = talks;
        this.currentActor = currentActor;
    }

    @GetMapping(PATH)
    SavedSearchesPage list(Visit visit) {
        return page(visit, null);
    }

    @PostMapping(PATH)
    ResponseEntity<Fragment> save(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "") String name,
            Visit visit,
            RedirectAttributes redirect) {
        var url = SearchUrl.of(parameters);
        try {
            var saved = searches.save(owner(), name, url.text(), url.chosen());
            redirect.addFlashAttribute("flash", new Flash(Wording.text("searching.saved-as", saved.name()), null));
            return Answers.seeOther(PATH);
        } catch (Refused.Invalid | Refused.NotNow refused) {
            var unsaved =
                    new SavedSearchesPage.Unsaved(url, name, question(url), Objects.toString(refused.getMessage(), ""));
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(page(visit, unsaved));
        }
    }

    @PostMapping(PATH + "/{id}/delete")
    ResponseEntity<Fragment> delete(@PathVariable String id, RedirectAttributes redirect) {
        searches.delete(owner(), id);
        redirect.addFlashAttribute("flash", new Flash(Wording.text("searching.the-search-was-deleted-and-its"), null));
        return Answers.seeOther(PATH);
    }

    @GetMapping("/searches/{id}")
    SavedSearchPage found(@PathVariable String id, Visit visit) {
        var saved = searches.find(id)
                .orElseThrow(() -> new Refused.NotFound("There is no such saved search; it may have been deleted."));
        return new SavedSearchPage(
                visit,
                path(saved),
                saved.name(),
                question(url(saved)),
                url(saved).href(),
                day(saved.created()),
                lines(saved),
                List.of(new Page.Alternate(
                        "application/atom+xml", path(saved) + ".atom", Wording.text("search.feed"))));
    }

    static String path(SavedSearch saved) {
        return "/searches/" + saved.id();
    }

    static SearchUrl url(SavedSearch saved) {
        return new SearchUrl(saved.text(), saved.chosen(), null, null);
    }

    private List<TalkLine> lines(SavedSearch saved) {
        var found = searches.found(saved.id(), SHOWN);
        var listed = talks.withIds(found.stream().map(SavedSearch.Found::talkId).toList()).stream()
                .collect(Collectors.toMap(talk -> talk.id(), talk -> talk));
        return found.stream()
                .filter(f -> listed.containsKey(f.talkId()))
                .map(f -> TalkLines.of(
                        Objects.requireNonNull(listed.get(f.talkId())),
                        Wording.text("searching.matches-since", day(f.found()))))
                .toList();
    }

    private SavedSearchesPage page(Visit visit, SavedSearchesPage.@Nullable Unsaved unsaved) {
        return new SavedSearchesPage(
                visit, searches.of(owner()).stream().map(this::row).toList(), unsaved);
    }

    private SavedSearchesPage.Row row(SavedSearch saved) {
        return new SavedSearchesPage.Row(
                saved.id(),
                saved.name(),
                question(url(saved)),
                path(saved),
                path(saved) + ".atom",
                url(saved).href(),
                Wording.text(
                        "search.since",
                        Wording.count("count.talks", searches.foundCount(saved.id())),
                        day(saved.created())));
    }

    private String question(SearchUrl url) {
        return url.asks() ? String.join(" · ", QuestionWords.of(url, search)) : Wording.text("searching.every-talk");
    }

    private static String day(Instant moment) {
        return Dates.day(LocalDate.ofInstant(moment, ZoneOffset.UTC));
    }

    private String owner() {
        return currentActor.require(Role.READER).id();
    }
}

package org.talks.catalogue.searching.web;

import java.net.URI;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.talks.catalogue.account.CurrentActor;
import org.talks.catalogue.account.Role;
import org.talks.catalogue.api.Describes;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.searching.SavedSearch;
import org.talks.catalogue.searching.SavedSearches;
import org.talks.search.Facet;

/// `/api/searches`: one's own saved searches, and what was found for each.
@RestController
final class SavedSearchApi {

    private static final int FOUND_MAX = 1_000;

    private final SavedSearches searches;
    private final CurrentActor currentActor;

    SavedSearchApi(SavedSearches searches, CurrentActor currentActor) {
        this.searches = searches;
        this.currentActor = currentActor;
    }

    /// @param q as typed
    /// @param chosen facet values by the facet's name in URLs
    /// @param feed path of its Atom feed, which is open to whoever knows it
    record Answer(String id, String name, String q, Map<String, List<String>> chosen, Instant created, String feed) {}

    record Wanted(
            @Nullable String name,
            @Nullable String q,
            @Nullable Map<String, List<String>> chosen) {}

    @Describes("Your saved searches.")
    @GetMapping("/api/searches")
    List<Answer> list() {
        return searches.of(owner()).stream().map(SavedSearchApi::answer).toList();
    }

    @Describes(value = "Saves a search.", status = 201)
    @PostMapping("/api/searches")
    ResponseEntity<Answer> save(@RequestBody Wanted wanted) {
        var chosen = new EnumMap<Facet, List<String>>(Facet.class);
        if (wanted.chosen() != null) {
            wanted.chosen().forEach((name, values) -> chosen.put(facet(name), values));
        }
        // Under the limits that the page has.
        var url = SearchUrl.of(parameters(wanted.q() == null ? "" : wanted.q(), chosen));
        var saved = searches.save(owner(), wanted.name() == null ? "" : wanted.name(), url.text(), url.chosen());
        return ResponseEntity.created(URI.create("/api/searches/" + saved.id() + "/talks"))
                .body(answer(saved));
    }

    @Describes(value = "Deletes a saved search.", status = 204)
    @DeleteMapping("/api/searches/{id}")
    ResponseEntity<Void> delete(@PathVariable String id) {
        searches.delete(owner(), id);
        return ResponseEntity.noContent().build();
    }

    /// The latest first.
    @Describes("What a saved search has found, latest first.")
    @GetMapping("/api/searches/{id}/talks")
    List<SavedSearch.Found> found(@PathVariable String id) {
        if (searches.of(owner()).stream().noneMatch(search -> search.id().equals(id))) {
            throw new Refused.NotFound("You have no such search.");
        }
        return searches.found(id, FOUND_MAX);
    }

    private static Map<String, List<String>> parameters(String text, Map<Facet, List<String>> chosen) {
        var parameters = new LinkedHashMap<String, List<String>>();
        parameters.put("q", List.of(text));
        chosen.forEach((facet, values) -> parameters.put(facet.parameter(), values));
        return parameters;
    }

    private static Facet facet(String name) {
        for (var facet : Facet.values()) {
            if (facet.parameter().equals(name)) {
                return facet;
            }
        }
        throw new Refused.Invalid("chosen", "There is no facet " + name + ".");
    }

    private static Answer answer(SavedSearch saved) {
        var chosen = new LinkedHashMap<String, List<String>>();
        saved.chosen().forEach((facet, values) -> chosen.put(facet.parameter(), values));
        return new Answer(
                saved.id(),
                saved.name(),
                saved.text(),
                chosen,
                saved.created(),
                SavedSearchPages.path(saved) + ".atom");
    }

    private String owner() {
        return currentActor.require(Role.READER).id();
    }
}

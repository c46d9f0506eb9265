package org.talks.catalogue.searching.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talks.catalogue.account.CurrentActor;
import org.talks.catalogue.account.Role;
import org.talks.catalogue.pages.LookingBack;
import org.talks.catalogue.searching.PastSearch;

/// `GET /api/talks?asOf=`: searches the catalogue as it was. The first time for a moment it is answered with 202
/// and how far its index is; asked again, with the talks.
@RestController
final class PastSearchApi {

    private final PastSearch search;
    private final LookingBack lookingBack;
    private final CurrentActor currentActor;

    PastSearchApi(PastSearch search, LookingBack lookingBack, CurrentActor currentActor) {
        this.search = search;
        this.lookingBack = lookingBack;
        this.currentActor = currentActor;
    }

    record PastAnswer(LookingBack.Said asOf, @JsonUnwrapped SearchApi.Answer found) {}

    record PastPreparing(LookingBack.Said asOf, PastSearch.Preparing preparing) {}

    @GetMapping(path = "/api/talks", params = "asOf")
    ResponseEntity<Record> talks(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam String asOf,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "10") int size,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "true") boolean snippets,
            @RequestParam(defaultValue = "false") boolean explain) {
        var then = lookingBack.at(asOf, currentActor.may(Role.EDITOR));
        var request = SearchApi.request(parameters, q, sort, size, cursor, snippets, explain);
        var found = search.search(then.at().position(), request);
        return found.<ResponseEntity<Record>>map(
                        result -> ResponseEntity.ok(new PastAnswer(then.said(), SearchApi.answer(result))))
                .orElseGet(() -> ResponseEntity.accepted()
                        .header(HttpHeaders.RETRY_AFTER, "1")
                        .body(new PastPreparing(
                                then.said(), search.preparing(then.at().position()))));
    }
}

package org.talks.catalogue.searching.web;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.talks.catalogue.asof.Moments;
import org.talks.catalogue.pages.Answers;
import org.talks.catalogue.pages.LookingBack;
import org.talks.catalogue.searching.PastSearch;
import org.talks.catalogue.web.Fragment;
import org.talks.catalogue.web.PageController;
import org.talks.catalogue.web.Visit;
import org.talks.search.Facet;

/// `GET /?asOf=`: the search page about a moment of the past; while its index is being built, a page with its
/// progress, answered with 202.
@PageController
final class PastSearchPages {

    private final PastSearch search;
    private final LookingBack lookingBack;
    private final Moments moments;

    PastSearchPages(PastSearch search, LookingBack lookingBack, Moments moments) {
        this.search = search;
        this.lookingBack = lookingBack;
        this.moments = moments;
    }

    @GetMapping(
            path = {"/", "/search"},
            params = "asOf")
    ResponseEntity<Fragment> search(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam String asOf,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            @RequestHeader(name = "HX-History-Restore-Request", required = false) @Nullable String restoring,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String target,
            Visit visit) {
        var url = SearchUrl.of(parameters);
        if (asOf.isBlank()) {
            return Answers.seeOther(url.href());
        }
        var then = lookingBack.at(asOf, visit);
        var part = htmx != null && restoring == null;
        var more = part && "more".equals(target);
        var started = System.nanoTime();
        var found = search.search(
                then.at().position(),
                url.request(more ? Set.of() : EnumSet.allOf(Facet.class), SearchPages.FACET_VALUES, SearchPages.PAGE));
        if (found.isEmpty()) {
            return preparing(url, then, part, "preparing".equals(target), visit);
        }
        var millis = Math.round((System.nanoTime() - started) / 1e6);
        var page = SearchPage.of(visit, url, found.get(), millis).lookingBack(then.moment());
        if (more) {
            return answer(200).body(page.more());
        }
        if (part && "preparing".equals(target)) {
            return again();
        }
        if (part) {
            return answer(200).header("HX-Push-Url", page.canonical()).body(page.found());
        }
        return answer(200)
                .body(new PastSearchPage(page, then.moment(), url.inThePresent().href(), moments.since()));
    }

    private ResponseEntity<Fragment> preparing(
            SearchUrl url, LookingBack.Then then, boolean part, boolean polling, Visit visit) {
        if (part && !polling) {
            // It was there when the page was made and has given way to others since.
            return again();
        }
        var preparing = search.preparing(then.at().position());
        var page = new PastPreparingPage(
                visit,
                url,
                then.moment(),
                url.href(),
                preparing.phase(),
                preparing.done(),
                preparing.total(),
                preparing.error());
        return answer(202).body(polling ? page.progress() : page);
    }

    /// Lets the page be loaded again as a whole.
    private static ResponseEntity<Fragment> again() {
        return answer(200).header("HX-Refresh", "true").build();
    }

    private static ResponseEntity.BodyBuilder answer(int status) {
        return ResponseEntity.status(status).varyBy("HX-Request", "HX-Target");
    }
}

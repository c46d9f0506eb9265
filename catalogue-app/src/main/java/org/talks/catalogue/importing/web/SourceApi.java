package org.talks.catalogue.importing.web;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talks.catalogue.account.CurrentActor;
import org.talks.catalogue.account.Role;
import org.talks.catalogue.api.Describes;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.importing.UrlSource;
import org.talks.catalogue.importing.UrlSources;

/// Addresses that are fetched again and again, for administrators.
@RestController
@RequestMapping("/api/sources")
final class SourceApi {

    private final UrlSources sources;
    private final CurrentActor currentActor;

    SourceApi(UrlSources sources, CurrentActor currentActor) {
        this.sources = sources;
        this.currentActor = currentActor;
    }

    @Describes("Addresses that are fetched again and again, in the order in which they were added.")
    @GetMapping
    List<UrlSource> all() {
        return sources.all();
    }

    @Describes("One of them.")
    @GetMapping("/{id}")
    UrlSource one(@PathVariable String id) {
        return sources.find(id).orElseThrow(() -> new Refused.NotFound("There is no source " + id + "."));
    }

    @Describes(value = "Keeps an address; everyMinutes 0 fetches it only when asked.", status = 201)
    @PostMapping
    ResponseEntity<UrlSource> add(
            @RequestParam String url,
            @RequestParam(required = false) @Nullable String format,
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(defaultValue = "0") int everyMinutes,
            @RequestParam(defaultValue = "false") boolean apply) {
        var actor = currentActor.require(Role.ADMINISTRATOR);
        ImportPages.requireZone(zone);
        var added = sources.add(url, blankToNull(format), blankToNull(zone), everyMinutes, apply, actor.id());
        return ResponseEntity.created(URI.create("/api/sources/" + added.id())).body(added);
    }

    @Describes("Fetches it now; importId leads to the import when it changed.")
    @PostMapping("/{id}/check")
    UrlSource check(@PathVariable String id) {
        currentActor.require(Role.ADMINISTRATOR);
        return sources.check(id);
    }

    @Describes(value = "Keeps it no longer; what was imported stays.", status = 204)
    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(@PathVariable String id) {
        currentActor.require(Role.ADMINISTRATOR);
        sources.remove(id);
        return ResponseEntity.noContent().build();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}

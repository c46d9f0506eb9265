package org.talks.catalogue.replay.web;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.talks.catalogue.account.CurrentActor;
import org.talks.catalogue.account.Role;
import org.talks.catalogue.api.CommandSender;
import org.talks.catalogue.api.Describes;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.projection.ParkedStream;
import org.talks.catalogue.replay.RebuildRequest;
import org.talks.catalogue.replay.Rebuilds;
import org.talks.catalogue.replay.Views;

/// `POST /api/rebuilds` starts a rebuild (of one `view`, of one `talk`, as a `dryRun`, or of everything) and
/// answers 202; how far it is stands at its `Location`, comes from `…/events` as server-sent events, and `DELETE`
/// there cancels it. `GET /api/views` tells how far each view is along the log; `POST /api/views/rollback` serves
/// the generation before, and `POST /api/views/retry` tries again what is parked.
@RestController
final class RebuildApi {

    private final Views views;
    private final Rebuilds rebuilds;
    private final RebuildFollowers followers;
    private final CurrentActor currentActor;

    RebuildApi(Views views, Rebuilds rebuilds, RebuildFollowers followers, CurrentActor currentActor) {
        this.followers = followers;
        this.views = views;
        this.rebuilds = rebuilds;
        this.currentActor = currentActor;
    }

    /// @param gap events that readers do not see yet
    /// @param previousGeneration what a rollback would serve, null when there is none
    /// @param trouble what keeps it from moving
    /// @param outdated why it is being built anew although it is served
    /// @param parked streams that are left out because an event of theirs cannot be applied
    record View(
            String name,
            long position,
            long head,
            long gap,
            int generation,
            @Nullable Integer previousGeneration,
            @Nullable String trouble,
            @Nullable String outdated,
            List<ParkedStream> parked) {}

    @Describes("How far each view is along the log.")
    @GetMapping("/api/views")
    List<View> views() {
        return views.status().stream()
                .map(v -> new View(
                        v.name(),
                        v.position(),
                        v.head(),
                        v.gap(),
                        v.generation(),
                        views.previous(v.name()).orElse(null),
                        v.trouble(),
                        v.outdated(),
                        v.parked()))
                .toList();
    }

    @Describes("Serves the generation before again, of one view or of all; the present one is kept.")
    @PostMapping("/api/views/rollback")
    List<View> rollBack(@RequestParam @Nullable String view) {
        currentActor.require(Role.ADMINISTRATOR);
        rebuilds.rollBack(view == null ? List.of() : List.of(view));
        return views();
    }

    @Describes("Tries again what is left out of the views because an event of it could not be applied.")
    @PostMapping("/api/views/retry")
    List<View> retry(@RequestParam @Nullable String stream) {
        currentActor.require(Role.ADMINISTRATOR);
        views.retryParked(stream);
        return views();
    }

    @Describes("The rebuilds since the start, the latest first.")
    @GetMapping("/api/rebuilds")
    List<Rebuilds.Status> all() {
        return rebuilds.all();
    }

    @Describes(value = "Starts a rebuild: of one view, of one talk, as a dry run, or of everything.", status = 202)
    @PostMapping("/api/rebuilds")
    ResponseEntity<Rebuilds.Status> start(
            @RequestParam @Nullable String view,
            @RequestParam @Nullable String talk,
            @RequestParam(defaultValue = "false") boolean dryRun) {
        currentActor.require(Role.ADMINISTRATOR);
        var status = rebuilds.start(CommandSender.newId(), RebuildRequest.of(view, talk, dryRun));
        return ResponseEntity.accepted()
                .location(URI.create("/api/rebuilds/" + status.id()))
                .body(status);
    }

    @Describes("How far a rebuild is.")
    @GetMapping("/api/rebuilds/{id}")
    Rebuilds.Status one(@PathVariable String id) {
        return rebuilds.find(id).orElseThrow(() -> new Refused.NotFound("There is no rebuild " + id + "."));
    }

    /// One `progress` event at a time until the rebuild has ended, with what [#one] answers; then the stream
    /// ends.
    @Describes("Tells how far a rebuild is until it has ended, as server-sent events named `progress`.")
    @GetMapping(path = "/api/rebuilds/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter follow(@PathVariable String id) {
        one(id);
        return followers.follow(id);
    }

    @Describes(value = "Cancels a rebuild.", status = 204)
    @DeleteMapping("/api/rebuilds/{id}")
    ResponseEntity<Void> cancel(@PathVariable String id) {
        currentActor.require(Role.ADMINISTRATOR);
        one(id);
        if (!rebuilds.cancel(id)) {
            throw new Refused.NotNow("This rebuild has ended already.");
        }
        return ResponseEntity.noContent().build();
    }
}

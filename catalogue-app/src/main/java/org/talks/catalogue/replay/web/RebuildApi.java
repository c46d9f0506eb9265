package org.talks.catalogue.replay.web;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.talks.catalogue.account.CurrentActor;
import org.talks.catalogue.account.Role;
import org.talks.catalogue.api.CommandSender;
import org.talks.catalogue.api.Describes;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.projection.ParkedStream;
import org.talks.catalogue.replay.Rebuilds;
import org.talks.catalogue.replay.Views;

/// `POST /api/rebuilds` starts a rebuild of all views and answers 202; how far it is stands at its `Location`,
/// and `DELETE` there cancels it. `GET /api/views` tells how far each view is along the log.
@RestController
final class RebuildApi {

    private final Views views;
    private final Rebuilds rebuilds;
    private final CurrentActor currentActor;

    RebuildApi(Views views, Rebuilds rebuilds, CurrentActor currentActor) {
        this.views = views;
        this.rebuilds = rebuilds;
        this.currentActor = currentActor;
    }

    /// @param gap events that readers do not see yet
    record View(
            String name,
            long position,
            long head,
            long gap,
            int generation,
            @Nullable String trouble,
            List<ParkedStream> parked) {}

    @Describes("How far each view is along the log.")
    @GetMapping("/api/views")
    List<View> views() {
        return views.status().stream()
                .map(v -> new View(v.name(), v.position(), v.head(), v.gap(), v.generation(), v.trouble(), v.parked()))
                .toList();
    }

    @Describes(value = "Starts a rebuild of all views.", status = 202)
    @PostMapping("/api/rebuilds")
    ResponseEntity<Rebuilds.Status> start() {
        currentActor.require(Role.ADMINISTRATOR);
        var status = rebuilds.start(CommandSender.newId());
        return ResponseEntity.accepted()
                .location(URI.create("/api/rebuilds/" + status.id()))
                .body(status);
    }

    @Describes("How far a rebuild is.")
    @GetMapping("/api/rebuilds/{id}")
    Rebuilds.Status one(@PathVariable String id) {
        return rebuilds.find(id).orElseThrow(() -> new Refused.NotFound("There is no rebuild " + id + "."));
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

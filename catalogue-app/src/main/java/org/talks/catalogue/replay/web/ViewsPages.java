package org.talks.catalogue.replay.web;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.talks.catalogue.account.CurrentActor;
import org.talks.catalogue.account.Role;
import org.talks.catalogue.api.CommandSender;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.data.DataDirectory;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.pages.Answers;
import org.talks.catalogue.projection.ViewStatus;
import org.talks.catalogue.replay.Rebuilds;
import org.talks.catalogue.replay.Views;
import org.talks.catalogue.web.Counts;
import org.talks.catalogue.web.Dates;
import org.talks.catalogue.web.Durations;
import org.talks.catalogue.web.Fragment;
import org.talks.catalogue.web.PageController;
import org.talks.catalogue.web.Visit;

/// How far the views are, and rebuilding them.
@PageController
final class ViewsPages {

    private static final int CHAIN_CHARACTERS = 12;

    private final Views views;
    private final Rebuilds rebuilds;
    private final EventLog log;
    private final DataDirectory directory;
    private final CurrentActor currentActor;

    ViewsPages(Views views, Rebuilds rebuilds, EventLog log, DataDirectory directory, CurrentActor currentActor) {
        this.views = views;
        this.rebuilds = rebuilds;
        this.log = log;
        this.directory = directory;
        this.currentActor = currentActor;
    }

    @GetMapping("/views")
    ViewsPage views(Visit visit) {
        return new ViewsPage(
                visit,
                log(),
                views.status().stream().map(this::view).toList(),
                rebuilds.latest().map(ViewsPages::rebuild).orElse(null));
    }

    @GetMapping("/views/status")
    Fragment status(Visit visit) {
        return views(visit).statusFragment();
    }

    @PostMapping("/views/rebuild")
    ResponseEntity<Fragment> rebuild() {
        currentActor.require(Role.ADMINISTRATOR);
        rebuilds.start(CommandSender.newId());
        return Answers.seeOther("/views");
    }

    @PostMapping("/views/rebuild/{id}/cancel")
    ResponseEntity<Fragment> cancel(@PathVariable String id) {
        currentActor.require(Role.ADMINISTRATOR);
        if (!rebuilds.cancel(id)) {
            throw new Refused.NotNow("This rebuild has ended already.");
        }
        return Answers.seeOther("/views");
    }

    private List<String> log() {
        var head = log.head();
        var facts = new ArrayList<String>();
        facts.add(Counts.of(head, "event", "events"));
        try {
            facts.add(Counts.bytes(Files.size(directory.log())));
        } catch (IOException e) {
            facts.add("size unknown");
        }
        log.after(0, 1).stream()
                .findFirst()
                .ifPresent(first -> facts.add(
                        "since " + Dates.moment(Instant.ofEpochMilli(first.timeMillis()), ZoneId.systemDefault())));
        var chain = log.chainAt(head);
        if (chain != null) {
            facts.add("chain " + chain.substring(0, Math.min(CHAIN_CHARACTERS, chain.length())));
        }
        return facts;
    }

    private ViewsPage.View view(ViewStatus status) {
        var stored = views.stored(status);
        var gap = status.gap();
        return new ViewsPage.View(
                status.name(),
                status.name().equals("index") ? "searching" : "pages and lists",
                status.position(),
                status.head(),
                gap == 0 ? "up to date" : Counts.of(gap, "event", "events") + " behind",
                status.trouble() != null
                        ? ViewsPage.State.STOPPED
                        : gap == 0 ? ViewsPage.State.CURRENT : ViewsPage.State.BEHIND,
                problem(status),
                status.generation(),
                Dates.moment(stored.built(), ZoneId.systemDefault()),
                Counts.bytes(stored.bytes()));
    }

    private static @Nullable String problem(ViewStatus status) {
        if (status.trouble() != null) {
            return status.trouble();
        }
        return status.parked().isEmpty()
                ? null
                : Counts.of(status.parked().size(), "thing is", "things are")
                        + " set aside because an event of theirs cannot be read; the others go on.";
    }

    private static ViewsPage.Rebuild rebuild(Rebuilds.Status status) {
        var facts = new ArrayList<String>();
        if (status.eventsPerSecond() > 0) {
            facts.add(Counts.of(status.eventsPerSecond()) + " events/s");
        }
        if (status.secondsLeft() != null) {
            facts.add("about " + Durations.words(status.secondsLeft()) + " left");
        }
        var running = status.state() == Rebuilds.State.RUNNING;
        return new ViewsPage.Rebuild(
                status.phase(),
                status.done(),
                status.total(),
                facts,
                running ? "/views/rebuild/" + status.id() + "/cancel" : null,
                outcome(status),
                status.state() == Rebuilds.State.FAILED);
    }

    private static @Nullable String outcome(Rebuilds.Status status) {
        return switch (status.state()) {
            case RUNNING -> null;
            case DONE ->
                "All views were rebuilt from " + Counts.of(status.done(), "event", "events") + seconds(status)
                        + " and are in use.";
            case CANCELLED -> "The rebuild was cancelled; the views are as they were.";
            case FAILED -> "The rebuild failed; the views are as they were. " + status.error();
        };
    }

    private static String seconds(Rebuilds.Status status) {
        var finished = status.finished();
        return finished == null
                ? ""
                : " in "
                        + java.time.Duration.between(status.started(), finished).toMillis() / 1000.0 + " s";
    }
}

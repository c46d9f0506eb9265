package org.talks.catalogue.replay.web;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talks.catalogue.account.CurrentActor;
import org.talks.catalogue.account.Role;
import org.talks.catalogue.api.CommandSender;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.data.DataDirectory;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.pages.Answers;
import org.talks.catalogue.projection.ParkedStream;
import org.talks.catalogue.projection.ViewStatus;
import org.talks.catalogue.replay.RebuildRequest;
import org.talks.catalogue.replay.Rebuilds;
import org.talks.catalogue.replay.Views;
import org.talks.catalogue.web.Counts;
import org.talks.catalogue.web.Dates;
import org.talks.catalogue.web.Durations;
import org.talks.catalogue.web.Fragment;
import org.talks.catalogue.web.PageController;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

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

    /// @param view empty for all
    @PostMapping("/views/rebuild")
    ResponseEntity<Fragment> rebuild(
            @RequestParam @Nullable String view, @RequestParam(defaultValue = "false") boolean dryRun) {
        currentActor.require(Role.ADMINISTRATOR);
        rebuilds.start(CommandSender.newId(), RebuildRequest.of(view, null, dryRun));
        return Answers.seeOther("/views");
    }

    @PostMapping("/views/rollback")
    ResponseEntity<Fragment> rollBack(@RequestParam @Nullable String view) {
        currentActor.require(Role.ADMINISTRATOR);
        rebuilds.rollBack(view == null || view.isEmpty() ? List.of() : List.of(view));
        return Answers.seeOther("/views");
    }

    @PostMapping("/views/retry")
    ResponseEntity<Fragment> retry(@RequestParam String stream) {
        currentActor.require(Role.ADMINISTRATOR);
        views.retryParked(stream);
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
        facts.add(Wording.count("count.events", head));
        try {
            facts.add(Counts.bytes(logBytes()));
        } catch (IOException e) {
            facts.add(Wording.text("replay.size-unknown"));
        }
        log.after(0, 1).stream()
                .findFirst()
                .ifPresent(first -> facts.add(Wording.text(
                        "replay.since",
                        Dates.moment(Instant.ofEpochMilli(first.timeMillis()), ZoneId.systemDefault()))));
        var chain = log.chainAt(head);
        if (chain != null) {
            facts.add(Wording.text("replay.chain", chain.substring(0, Math.min(CHAIN_CHARACTERS, chain.length()))));
        }
        return facts;
    }

    /// With what SQLite has not moved into the file itself yet.
    private long logBytes() throws IOException {
        var file = directory.log();
        var ahead = file.resolveSibling(file.getFileName() + "-wal");
        return Files.size(file) + (Files.exists(ahead) ? Files.size(ahead) : 0);
    }

    private ViewsPage.View view(ViewStatus status) {
        var stored = views.stored(status);
        var gap = status.gap();
        return new ViewsPage.View(
                status.name(),
                named(status.name()),
                status.position(),
                status.head(),
                gap == 0
                        ? Wording.text("replay.up-to-date")
                        : Wording.text("replay.behind", Wording.count("count.events", gap)),
                status.trouble() != null
                        ? ViewsPage.State.STOPPED
                        : gap == 0 ? ViewsPage.State.CURRENT : ViewsPage.State.BEHIND,
                problem(status),
                status.generation(),
                Dates.moment(stored.built(), ZoneId.systemDefault()),
                Counts.bytes(stored.bytes()),
                views.previous(status.name()).orElse(null),
                status.parked().stream().map(ViewsPages::parked).toList());
    }

    /// What people call a view.
    private static String named(String view) {
        return switch (view) {
            case "index" -> Wording.text("replay.search-index");
            case "relational" -> Wording.text("replay.pages-and-lists");
            default -> view;
        };
    }

    /// A phase or a difference; it begins with the view that it is about, or with the switch from one generation to
    /// the next.
    private static String spoken(String line) {
        var end = line.indexOf(": ");
        if (end < 0) {
            return Wording.said(line);
        }
        var what = Wording.said(line.substring(end + 2));
        return line.startsWith("switch:") ? what : named(line.substring(0, end)) + ": " + what;
    }

    private static ViewsPage.Parked parked(ParkedStream parked) {
        var stream = parked.stream();
        var kind = stream.substring(0, stream.indexOf(':'));
        var id = stream.substring(stream.indexOf(':') + 1);
        var href = switch (kind) {
            case "talk" -> "/talks/" + id;
            case "conference" -> "/conferences/" + id;
            case "speaker" -> "/speakers/" + id;
            default -> null;
        };
        return new ViewsPage.Parked(
                stream,
                href,
                Wording.text(
                        "replay.event-cannot-be-applied", Counts.of(parked.position()), Wording.said(parked.reason())));
    }

    private static @Nullable String problem(ViewStatus status) {
        return status.trouble() != null ? status.trouble() : status.outdated();
    }

    private static ViewsPage.Rebuild rebuild(Rebuilds.Status status) {
        var facts = new ArrayList<String>();
        if (status.eventsPerSecond() > 0) {
            facts.add(Wording.text("replay.events-s", Counts.of(status.eventsPerSecond())));
        }
        if (status.secondsLeft() != null) {
            facts.add(Wording.text("replay.about-left", Durations.words(status.secondsLeft())));
        }
        if (status.bytes() > 0) {
            facts.add(Wording.text("replay.read", Counts.bytes(status.bytes())));
        }
        if (status.views().size() > 1) {
            facts.add(Wording.text("replay.each-view-reads-all"));
        }
        var running = status.state() == Rebuilds.State.RUNNING;
        return new ViewsPage.Rebuild(
                spoken(status.phase()),
                status.done(),
                status.total(),
                facts,
                running ? "/api/rebuilds/" + status.id() + "/events" : null,
                running ? "/views/rebuild/" + status.id() + "/cancel" : null,
                outcome(status),
                status.state() == Rebuilds.State.FAILED,
                status.differences().stream().map(ViewsPages::spoken).toList());
    }

    private static @Nullable String outcome(Rebuilds.Status status) {
        return switch (status.state()) {
            case RUNNING -> null;
            case DONE -> done(status);
            case CANCELLED -> Wording.text("replay.the-rebuild-was-cancelled-the-views");
            case FAILED ->
                Wording.text("replay.the-rebuild-failed-the-views-are", Wording.said(String.valueOf(status.error())));
        };
    }

    private static String done(Rebuilds.Status status) {
        var what = status.views().size() == 1
                ? Wording.text("replay.the-view", named(status.views().getFirst()))
                : Wording.text("replay.all-views-a");
        if (status.talk() != null) {
            return Wording.text("replay.the-talk-was-folded-anew");
        }
        var one = status.views().size() == 1;
        if (!status.dryRun()) {
            return Wording.text(
                    one ? "replay.rebuilt.one" : "replay.rebuilt.many",
                    what,
                    Wording.count("count.events", status.logged()),
                    seconds(status));
        }
        return status.differenceCount() == 0
                ? Wording.text(one ? "replay.same.one" : "replay.same.many", what, seconds(status))
                : Wording.count("replay.differences", status.differenceCount());
    }

    private static String seconds(Rebuilds.Status status) {
        var finished = status.finished();
        return finished == null
                ? ""
                : Wording.text(
                        "replay.in",
                        String.format(
                                Wording.locale(),
                                "%.3f",
                                Duration.between(status.started(), finished).toMillis() / 1000.0));
    }
}

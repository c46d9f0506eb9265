package org.talks.catalogue.history.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.talks.catalogue.api.CommandSender;
import org.talks.catalogue.asof.CatalogueZone;
import org.talks.catalogue.command.Conflict;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.eventstore.Commands;
import org.talks.catalogue.history.History;
import org.talks.catalogue.history.HistoryOf;
import org.talks.catalogue.history.HistoryOf.Step;
import org.talks.catalogue.history.Restoring;
import org.talks.catalogue.pages.Answers;
import org.talks.catalogue.web.Flash;
import org.talks.catalogue.web.Fragment;
import org.talks.catalogue.web.PageController;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

/// Any two versions of a thing compared, and an earlier one restored.
@PageController
final class ComparePages {

    /// Versions to choose from; of a longer history the latest.
    private static final int CHOICE = 300;

    private final History history;
    private final CatalogueZone zone;
    private final CommandSender sender;
    private final TalkTabs tabs;

    ComparePages(History history, CatalogueZone zone, CommandSender sender, TalkTabs tabs) {
        this.tabs = tabs;
        this.history = history;
        this.zone = zone;
        this.sender = sender;
    }

    /// @param from position of the event that made the one version; without, the one before the other
    /// @param to position of the event that made the other version; without, the latest
    @GetMapping({
        "/talks/{id}/history/compare",
        "/talks/{id}/{slug}/history/compare",
        "/conferences/{id}/history/compare",
        "/conferences/{id}/{slug}/history/compare",
        "/speakers/{id}/history/compare",
        "/speakers/{id}/{slug}/history/compare",
        "/series/{id}/history/compare",
        "/series/{id}/{slug}/history/compare"
    })
    ResponseEntity<Fragment> compare(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request,
            Visit visit) {
        var found = find(request, id, visit);
        var moved = Answers.unlessAt(Thing.of(found).path() + "/history/compare", request);
        if (moved.isPresent()) {
            return moved.get();
        }
        var later = to == null ? found.steps().getLast() : step(found, "to", to);
        var earlier = from == null ? before(found, later) : step(found, "from", from);
        return ResponseEntity.ok(page(found, earlier, later, visit));
    }

    @PostMapping({
        "/talks/{id}/history/{position:\\d{1,18}}/restore",
        "/talks/{id}/{slug}/history/{position:\\d{1,18}}/restore",
        "/conferences/{id}/history/{position:\\d{1,18}}/restore",
        "/conferences/{id}/{slug}/history/{position:\\d{1,18}}/restore",
        "/speakers/{id}/history/{position:\\d{1,18}}/restore",
        "/speakers/{id}/{slug}/history/{position:\\d{1,18}}/restore",
        "/series/{id}/history/{position:\\d{1,18}}/restore",
        "/series/{id}/{slug}/history/{position:\\d{1,18}}/restore"
    })
    ResponseEntity<Fragment> restore(
            @PathVariable String id,
            @PathVariable long position,
            @RequestParam long version,
            HttpServletRequest request,
            RedirectAttributes redirect,
            Visit visit) {
        var found = find(request, id, visit);
        var step = step(found, "position", Long.toString(position));
        try {
            var commands = Restoring.commands(found.content(), step.after());
            if (commands.size() > Commands.BATCH_MAX) {
                throw new Refused.NotNow("These versions differ in more than " + Commands.BATCH_MAX
                        + " parts, which is more than can be changed at once.");
            }
            if (!commands.isEmpty()) {
                sender.sendTogether(commands, version);
            }
            redirect.addFlashAttribute(
                    "flash",
                    new Flash(
                            commands.isEmpty()
                                    ? Wording.text("history.there-was-nothing-to-restore")
                                    : Wording.text(
                                            "history.restored-the-version-of",
                                            zone.moment(step.recorded().time())),
                            null));
            return Answers.seeOther(Thing.of(find(request, id, visit)).path() + "/history");
        } catch (Refused refused) {
            var reason = refused instanceof Conflict
                    ? Wording.text("history.somebody-changed-it-after-this-page")
                    : Wording.said(String.valueOf(refused.getMessage()));
            var told = new Visit(
                    visit.account(), visit.csrf(), new Flash(Wording.text("history.not-restored", reason), null));
            return ResponseEntity.status(HttpStatus.CONFLICT)
                    .body(page(found, step, found.steps().getLast(), told));
        }
    }

    private HistoryOf find(HttpServletRequest request, String id, Visit visit) {
        var kind = HistoryPages.kind(request);
        return history.of(Thing.stream(kind, id), visit.mayEdit()).orElseThrow(() -> Thing.missing(kind, id));
    }

    private static Step step(HistoryOf found, String parameter, String position) {
        if (!position.matches("\\d{1,18}")) {
            throw new Refused.Malformed(parameter, parameter + " must be a position of the log, a whole number.");
        }
        return found.at(Long.parseLong(position))
                .orElseThrow(() -> new Refused.NotFound("Nothing happened to it at position " + position + "."));
    }

    private static Step before(HistoryOf found, Step later) {
        var place = found.steps().indexOf(later);
        return place == 0 ? later : found.steps().get(place - 1);
    }

    private ComparePage page(HistoryOf found, Step one, Step other, Visit visit) {
        var inOrder = one.recorded().position() <= other.recorded().position();
        var from = inOrder ? one : other;
        var to = inOrder ? other : one;
        var thing = Thing.of(found);
        var names = new Names(history, visit.mayEdit());
        var choice = new ArrayList<Step>(
                found.steps().reversed().stream().limit(CHOICE).toList());
        for (var chosen : List.of(to, from)) {
            if (!choice.contains(chosen)) {
                choice.add(chosen);
            }
        }
        var latest = found.steps().getLast();
        return new ComparePage(
                visit,
                thing.kind(),
                thing.name(),
                thing.path(),
                choice.stream().map(step -> version(step, names)).toList(),
                version(from, names),
                version(to, names),
                Comparing.of(from.after(), to.after(), names),
                visit.mayEdit() && !from.equals(latest) ? version(from, names) : null,
                latest.recorded().version(),
                tabs.of(found.content()));
    }

    private ComparePage.Version version(Step step, Names names) {
        var when = zone.moment(step.recorded().time());
        return new ComparePage.Version(
                step.recorded().position(),
                when,
                when + ": " + Telling.of(step, names).did());
    }
}

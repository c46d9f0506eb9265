package org.talks.catalogue.history.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.talks.catalogue.account.AccountNames;
import org.talks.catalogue.api.CommandSender;
import org.talks.catalogue.asof.CatalogueZone;
import org.talks.catalogue.asof.Moments;
import org.talks.catalogue.command.Conflict;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.eventstore.Receipt;
import org.talks.catalogue.history.History;
import org.talks.catalogue.history.HistoryOf;
import org.talks.catalogue.history.HistoryOf.Step;
import org.talks.catalogue.pages.Answers;
import org.talks.catalogue.web.Flash;
import org.talks.catalogue.web.Fragment;
import org.talks.catalogue.web.HistoryPage;
import org.talks.catalogue.web.PageController;
import org.talks.catalogue.web.PageSlice;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

/// What happened to a talk, a conference or a speaker, and taking one change back.
@PageController
final class HistoryPages {

    private static final int PER_PAGE = 50;

    private final History history;
    private final Moments moments;
    private final CatalogueZone zone;
    private final AccountNames accounts;
    private final CommandSender sender;

    HistoryPages(History history, Moments moments, CatalogueZone zone, AccountNames accounts, CommandSender sender) {
        this.history = history;
        this.moments = moments;
        this.zone = zone;
        this.accounts = accounts;
        this.sender = sender;
    }

    @GetMapping({
        "/talks/{id}/history",
        "/talks/{id}/{slug}/history",
        "/conferences/{id}/history",
        "/conferences/{id}/{slug}/history",
        "/speakers/{id}/history",
        "/speakers/{id}/{slug}/history"
    })
    ResponseEntity<Fragment> history(
            @PathVariable String id,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Visit visit) {
        var found = find(kind(request), id, visit);
        return Answers.unlessAt(Thing.of(found).path() + "/history", request)
                .orElseGet(() -> ResponseEntity.ok(page(found, page, visit)));
    }

    @PostMapping({
        "/talks/{id}/history/{position:\\d{1,18}}/undo",
        "/talks/{id}/{slug}/history/{position:\\d{1,18}}/undo",
        "/conferences/{id}/history/{position:\\d{1,18}}/undo",
        "/conferences/{id}/{slug}/history/{position:\\d{1,18}}/undo",
        "/speakers/{id}/history/{position:\\d{1,18}}/undo",
        "/speakers/{id}/{slug}/history/{position:\\d{1,18}}/undo"
    })
    ResponseEntity<Fragment> undo(
            @PathVariable String id,
            @PathVariable long position,
            HttpServletRequest request,
            RedirectAttributes redirect,
            Visit visit) {
        var kind = kind(request);
        var found = find(kind, id, visit);
        var step = found.at(position)
                .orElseThrow(() -> new Refused.NotFound("Nothing happened to it at position " + position + "."));
        try {
            var receipt = undo(step);
            var path = Thing.of(find(kind, id, visit)).path() + "/history";
            redirect.addFlashAttribute(
                    "flash",
                    receipt == null
                            ? new Flash(Wording.text("history.there-was-nothing-to-undo"), null)
                            : new Flash(Wording.text("history.undone"), undo(path, receipt.position())));
            return Answers.seeOther(path);
        } catch (Refused refused) {
            var reason = refused instanceof Conflict
                    ? found.overtaking(step)
                            .map(this::overtaken)
                            .orElse(Wording.said(String.valueOf(refused.getMessage())))
                    : Wording.said(String.valueOf(refused.getMessage()));
            var told = new Visit(
                    visit.account(), visit.csrf(), new Flash(Wording.text("history.not-undone", reason), null));
            return ResponseEntity.status(HttpStatus.CONFLICT).body(page(found, 1, told));
        }
    }

    /// The version right after the change is expected, so that it is refused when the same part was touched
    /// since.
    private @Nullable Receipt undo(Step step) {
        if (step.inverse().isEmpty()) {
            return null;
        }
        var last =
                sender.sendTogether(step.inverse(), step.recorded().version()).getLast();
        return last.events() > 0 ? last : null;
    }

    /// The first segment. A variable there would be less specific than the address of a thing with its slug.
    static String kind(HttpServletRequest request) {
        var path = request.getServletPath();
        return path.substring(1, path.indexOf('/', 1));
    }

    private HistoryOf find(String kind, String id, Visit visit) {
        return history.of(Thing.stream(kind, id), visit.mayEdit()).orElseThrow(() -> Thing.missing(kind, id));
    }

    private HistoryPage page(HistoryOf found, int number, Visit visit) {
        var thing = Thing.of(found);
        var path = thing.path() + "/history";
        var slice = PageSlice.of(found.steps().reversed(), number, PER_PAGE);
        var names = new Names(history, visit.mayEdit());
        var who = new Who(accounts, visit.mayEdit());
        var first = found.steps().getFirst().recorded().time();
        return new HistoryPage(
                visit,
                thing.kind(),
                thing.name(),
                thing.path(),
                slice.items().stream()
                        .map(step -> entry(found, step, path, names, who, visit))
                        .toList(),
                zone.day(first).toString(),
                moments.since(),
                slice.paging(path),
                null);
    }

    private HistoryPage.Entry entry(HistoryOf found, Step step, String path, Names names, Who who, Visit visit) {
        var recorded = step.recorded();
        var told = Telling.of(step, names);
        var cause = recorded.metadata();
        var undoable = visit.mayEdit() && !step.inverse().isEmpty();
        return new HistoryPage.Entry(
                recorded.position(),
                zone.moment(recorded.time()),
                recorded.time().toString(),
                sentence(who.of(cause), told.did()),
                Who.reported(cause)
                        ? new Ref("/imports/" + cause.importId(), Wording.text("history.report-of-the-import"))
                        : null,
                told.changes(),
                undoable && !step.overtaken() ? undo(path, recorded.position()) : null,
                undoable && step.overtaken()
                        ? found.overtaking(step).map(this::overtaken).orElse(null)
                        : null,
                step.equals(found.steps().getLast()));
    }

    private static Flash.Undo undo(String path, long position) {
        return new Flash.Undo(path + "/" + position + "/undo", String.valueOf(position));
    }

    private String overtaken(Step later) {
        var part = later.recorded().event().part();
        var end = part.indexOf(':');
        var word = switch (end < 0 ? part : part.substring(0, end)) {
            case "existence" -> Wording.text("history.whether-it-is-in-the-catalogue");
            case "suppression" -> Wording.text("history.whether-it-is-shown");
            case "same" -> Wording.text("history.whether-the-two-are-the-same");
            case "merge" -> Wording.text("history.whether-it-is-the-same-person");
            case "details" -> Wording.text("history.the-details-were");
            case "topics" -> Wording.text("history.the-topics-were");
            case "speakers" -> Wording.text("history.the-speakers-were");
            case "alias" -> Wording.text("history.that-name-was");
            default -> Wording.text("history.the-was", part.substring(0, end < 0 ? part.length() : end));
        };
        return Wording.text(
                "history.changed-again-on-undo-that-first",
                word,
                zone.moment(later.recorded().time()));
    }

    private static String sentence(String who, String did) {
        return Character.toUpperCase(who.charAt(0)) + who.substring(1) + " " + did + ".";
    }
}

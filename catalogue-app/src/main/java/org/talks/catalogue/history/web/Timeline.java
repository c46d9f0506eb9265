package org.talks.catalogue.history.web;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
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
import org.talks.catalogue.web.PageSlice;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

/// Shows what happened to one thing, and takes one change of it back.
@Component
final class Timeline {

    private static final int PER_PAGE = 50;

    private final History history;
    private final Moments moments;
    private final CatalogueZone zone;
    private final AccountNames accounts;
    private final CommandSender sender;
    private final TalkTabs tabs;

    Timeline(
            History history,
            Moments moments,
            CatalogueZone zone,
            AccountNames accounts,
            CommandSender sender,
            TalkTabs tabs) {
        this.tabs = tabs;
        this.history = history;
        this.moments = moments;
        this.zone = zone;
        this.accounts = accounts;
        this.sender = sender;
    }

    /// A thing that has a history.
    ///
    /// @param related histories of what belongs to it
    record Shown(Thing thing, HistoryOf found, List<Ref> related) {}

    /// @param after the thing as it is after the change was taken back, which may have another address
    ResponseEntity<Fragment> undo(
            Shown shown, long position, Supplier<Thing> after, RedirectAttributes redirect, Visit visit) {
        var found = shown.found();
        var step = found.at(position)
                .orElseThrow(() -> new Refused.NotFound("Nothing happened to it at position " + position + "."));
        try {
            var receipt = undo(step);
            var path = after.get().history();
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
            return ResponseEntity.status(HttpStatus.CONFLICT).body(page(shown, 1, told));
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

    HistoryPage page(Shown shown, int number, Visit visit) {
        var thing = shown.thing();
        var found = shown.found();
        var path = thing.history();
        var slice = PageSlice.of(found.steps().reversed(), number, PER_PAGE);
        var names = new Names(history, visit.mayEdit());
        var who = new Who(accounts, visit.mayEdit());
        var first = found.steps().getFirst().recorded().time();
        return new HistoryPage(
                visit,
                thing.kind(),
                thing.name(),
                thing.path(),
                path,
                slice.items().stream()
                        .map(step -> entry(found, step, path, names, who, visit))
                        .toList(),
                zone.day(first).toString(),
                moments.since(),
                slice.paging(path),
                shown.related(),
                null,
                tabs.of(found.content()));
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
            case "transcript" -> Wording.text("history.the-transcript-was");
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

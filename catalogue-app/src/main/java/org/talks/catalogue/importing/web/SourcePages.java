package org.talks.catalogue.importing.web;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.talks.catalogue.account.CurrentActor;
import org.talks.catalogue.account.Role;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.importing.Imports;
import org.talks.catalogue.importing.UrlSource;
import org.talks.catalogue.importing.UrlSources;
import org.talks.catalogue.pages.Answers;
import org.talks.catalogue.web.Dates;
import org.talks.catalogue.web.Flash;
import org.talks.catalogue.web.Fragment;
import org.talks.catalogue.web.PageController;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

/// Keeping addresses that are fetched again and again.
@PageController
final class SourcePages {

    /// In minutes.
    private static final List<Integer> INTERVALS = List.of(0, 60, 60 * 6, 60 * 24, 60 * 24 * 7);

    private final UrlSources sources;
    private final Imports imports;
    private final CurrentActor currentActor;

    SourcePages(UrlSources sources, Imports imports, CurrentActor currentActor) {
        this.sources = sources;
        this.imports = imports;
        this.currentActor = currentActor;
    }

    @GetMapping("/sources")
    SourcesPage sources(Visit visit) {
        return page(visit, new SourcesPage.Typed("", "", "", 60 * 24, false), null);
    }

    @PostMapping("/sources")
    ResponseEntity<Fragment> add(
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "") String format,
            @RequestParam(defaultValue = "") String zone,
            @RequestParam(defaultValue = "0") int everyMinutes,
            @RequestParam(defaultValue = "false") boolean apply,
            Visit visit) {
        var actor = currentActor.require(Role.ADMINISTRATOR);
        try {
            ImportPages.requireZone(zone);
            var added = sources.add(
                    url,
                    format.isBlank() ? null : format,
                    zone.isBlank() ? null : zone.strip(),
                    everyMinutes,
                    apply,
                    actor.id());
            sources.checkSoon(added.id());
            return Answers.seeOther("/sources");
        } catch (Refused refused) {
            var typed = new SourcesPage.Typed(url, format, zone, everyMinutes, apply);
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .body(page(visit, typed, refused.getMessage()));
        }
    }

    @PostMapping("/sources/{id}/check")
    ResponseEntity<Fragment> check(@PathVariable String id, RedirectAttributes redirect) {
        currentActor.require(Role.ADMINISTRATOR);
        sources.checkSoon(id);
        redirect.addFlashAttribute("flash", new Flash(Wording.text("importing.it-is-being-fetched-reload-to"), null));
        return Answers.seeOther("/sources");
    }

    @PostMapping("/sources/{id}/remove")
    ResponseEntity<Fragment> remove(@PathVariable String id, RedirectAttributes redirect) {
        currentActor.require(Role.ADMINISTRATOR);
        sources.remove(id);
        redirect.addFlashAttribute(
                "flash", new Flash(Wording.text("importing.removed-what-was-imported-from-it"), null));
        return Answers.seeOther("/sources");
    }

    private SourcesPage page(Visit visit, SourcesPage.Typed form, @Nullable String error) {
        return new SourcesPage(
                visit,
                sources.all().stream().map(SourcePages::row).toList(),
                imports.formats().stream()
                        .map(f -> new ImportsPage.Format(f.id(), f.title()))
                        .toList(),
                INTERVALS.stream()
                        .map(i -> new SourcesPage.Interval(i, interval(i)))
                        .toList(),
                form,
                error);
    }

    private static String interval(int minutes) {
        return switch (minutes) {
            case 0 -> Wording.text("importing.only-when-asked");
            case 60 -> Wording.text("importing.every-hour");
            case 60 * 6 -> Wording.text("importing.every-six-hours");
            case 60 * 24 -> Wording.text("importing.once-a-day");
            case 60 * 24 * 7 -> Wording.text("importing.once-a-week");
            default -> Wording.text("importing.every-minutes", minutes);
        };
    }

    private static SourcesPage.Row row(UrlSource source) {
        var checked = source.checked();
        return new SourcesPage.Row(
                source.url(),
                "/sources/" + source.id(),
                interval(source.everyMinutes())
                        + (source.apply()
                                ? Wording.text("importing.applied-at-once")
                                : Wording.text("importing.waits-for-a-person")),
                checked == null
                        ? Wording.text("importing.not-fetched-yet")
                        : Wording.said(String.valueOf(source.outcome())) + " "
                                + Dates.moment(checked, ZoneId.systemDefault()),
                source.importId() == null ? null : "/imports/" + source.importId());
    }
}

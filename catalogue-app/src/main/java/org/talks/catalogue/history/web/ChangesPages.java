package org.talks.catalogue.history.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.talks.catalogue.asof.CatalogueZone;
import org.talks.catalogue.asof.Pasts;
import org.talks.catalogue.conference.ConferenceContent;
import org.talks.catalogue.feed.Atom;
import org.talks.catalogue.history.History;
import org.talks.catalogue.history.Shown;
import org.talks.catalogue.history.web.ConferenceChanges.Kind;
import org.talks.catalogue.history.web.ConferenceChanges.TalkChange;
import org.talks.catalogue.pages.Answers;
import org.talks.catalogue.web.Fragment;
import org.talks.catalogue.web.Page;
import org.talks.catalogue.web.PageController;
import org.talks.catalogue.web.Paths;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

/// `GET /conferences/{id}/changes?from=&to=`: what changed about a conference between two moments.
@PageController
final class ChangesPages {

    private final History history;
    private final Pasts pasts;
    private final Period.Reader periods;
    private final CatalogueZone zone;

    ChangesPages(History history, Pasts pasts, Period.Reader periods, CatalogueZone zone) {
        this.history = history;
        this.pasts = pasts;
        this.periods = periods;
        this.zone = zone;
    }

    @GetMapping({"/conferences/{id}/changes", "/conferences/{id}/{slug}/changes"})
    ResponseEntity<Fragment> changes(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request,
            Visit visit) {
        if (!(history.now("conference:" + id) instanceof ConferenceContent now) || !Shown.to(visit.mayEdit(), now)) {
            throw Thing.missing("conferences", id);
        }
        var path = Paths.conference(id, now.name());
        var moved = Answers.unlessAt(path + "/changes", request);
        if (moved.isPresent()) {
            return moved.get();
        }
        var period = periods.read(from, to);
        var before = pasts.at(period.from().position(), visit.mayEdit());
        var after = pasts.at(period.to().position(), visit.mayEdit());
        var changes = ConferenceChanges.between(id, before, after, new Names(history, visit.mayEdit()));
        return ResponseEntity.ok(new ChangesPage(
                visit,
                now.name(),
                path,
                period.from().asked(),
                to == null || to.isBlank() ? "" : period.to().asked(),
                Wording.text(
                        "history.and",
                        period.from().words(),
                        to == null || to.isBlank()
                                ? Wording.text("history.now")
                                : period.to().words()),
                before.findConference(id) != null
                        ? null
                        : before.first("conference:" + id)
                                .map(first -> Wording.text(
                                        "history.the-conference-itself-was-first-recorded", zone.moment(first.time())))
                                .orElse(null),
                changes.details(),
                groups(changes.talks()),
                List.of(
                        Atom.alternate("/conferences/" + id + "/changes.atom"),
                        new Page.Alternate(
                                "application/json",
                                "/api/conferences/" + id + "/changes?from="
                                        + period.from().asked()
                                        + (to == null || to.isBlank()
                                                ? ""
                                                : "&to=" + period.to().asked()),
                                "JSON"))));
    }

    private static String lowered(String label) {
        return Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }

    private static List<ChangesPage.Group> groups(List<TalkChange> changes) {
        var byKind = new EnumMap<Kind, List<ChangesPage.Talk>>(Kind.class);
        for (var change : changes) {
            byKind.computeIfAbsent(change.kind(), kind -> new ArrayList<>())
                    .add(new ChangesPage.Talk(
                            new Ref(Paths.talk(change.id(), change.title()), change.title()),
                            change.kinds().stream()
                                    .skip(1)
                                    .map(kind -> lowered(kind.label()))
                                    .collect(Collectors.joining(", ")),
                            change.changes()));
        }
        return byKind.entrySet().stream()
                .map(group -> new ChangesPage.Group(
                        group.getKey().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        group.getKey().label(),
                        group.getValue()))
                .toList();
    }
}

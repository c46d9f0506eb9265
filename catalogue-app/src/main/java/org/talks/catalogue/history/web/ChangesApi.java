package org.talks.catalogue.history.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talks.catalogue.account.AccountNames;
import org.talks.catalogue.account.CurrentActor;
import org.talks.catalogue.account.Role;
import org.talks.catalogue.api.Describes;
import org.talks.catalogue.api.TaggedJson;
import org.talks.catalogue.asof.AsOf;
import org.talks.catalogue.asof.Mentions;
import org.talks.catalogue.asof.Pasts;
import org.talks.catalogue.conference.ConferenceContent;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.feed.Atom;
import org.talks.catalogue.feed.Feed;
import org.talks.catalogue.history.History;
import org.talks.catalogue.history.HistoryOf;
import org.talks.catalogue.history.HistoryOf.Step;
import org.talks.catalogue.history.Shown;
import org.talks.catalogue.history.web.ConferenceChanges.Kind;
import org.talks.catalogue.pages.LookingBack;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.web.HistoryPage.Change;
import org.talks.catalogue.web.Paths;
import org.talks.catalogue.web.SafeHtml;
import org.talks.catalogue.web.Site;
import org.talks.events.TalkEvent.TalkLinkedToSource;
import org.talks.events.TalkEvent.TalkUnlinkedFromSource;

/// `GET /api/conferences/{id}/changes?from=&to=`: what is different between two moments, without from for the
/// last month, without to until now. `GET /conferences/{id}/changes.atom` is a feed of the single changes, newest
/// first.
@RestController
final class ChangesApi {

    private final History history;
    private final Pasts pasts;
    private final Mentions mentions;
    private final Period.Reader periods;
    private final AccountNames accounts;
    private final CurrentActor currentActor;
    private final EventLog log;
    private final Site site;
    private final TaggedJson json;

    ChangesApi(
            History history,
            Pasts pasts,
            Mentions mentions,
            Period.Reader periods,
            AccountNames accounts,
            CurrentActor currentActor,
            EventLog log,
            Site site,
            TaggedJson json) {
        this.history = history;
        this.pasts = pasts;
        this.mentions = mentions;
        this.periods = periods;
        this.accounts = accounts;
        this.currentActor = currentActor;
        this.log = log;
        this.site = site;
        this.json = json;
    }

    /// @param conference changes of the conference itself
    record Answer(
            String id,
            String name,
            LookingBack.Said from,
            LookingBack.Said to,
            List<Differing> conference,
            List<TalkDiffering> talks) {}

    /// A part with what was and what is, of which one may be empty.
    record Differing(String part, String before, String after) {}

    /// @param kinds `added`, `cancelled`, `moved-away`, `rescheduled`, `retitled`, …, the weightiest first
    record TalkDiffering(String id, String title, List<String> kinds, List<Differing> changes) {}

    @Describes("What changed in a conference's programme between two moments.")
    @GetMapping("/api/conferences/{id}/changes")
    ResponseEntity<byte[]> changes(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        var editor = currentActor.may(Role.EDITOR);
        var name = shown(id, editor).name();
        var period = periods.read(from, to);
        var changes = ConferenceChanges.between(
                id,
                pasts.at(period.from().position(), editor),
                pasts.at(period.to().position(), editor),
                new Names(history, editor));
        return json.of(new Answer(
                id,
                name,
                said(period.from()),
                said(period.to()),
                differing(changes.details()),
                changes.talks().stream()
                        .map(talk -> new TalkDiffering(
                                talk.id(),
                                talk.title(),
                                talk.kinds().stream().map(ChangesApi::word).toList(),
                                differing(talk.changes())))
                        .toList()));
    }

    @GetMapping("/conferences/{id}/changes.atom")
    ResponseEntity<byte[]> feed(@PathVariable String id) {
        var conference = shown(id, false);
        var names = new Names(history, false);
        var who = new Who(accounts, false);
        // By position: times of changes made together are the same.
        var entries = new TreeMap<Long, Feed.Entry>(Comparator.reverseOrder());
        history.of("conference:" + id, false)
                .ifPresent(found -> found.steps()
                        .forEach(step -> entries.put(step.recorded().position(), entry(found, step, names, who))));
        for (var stream : mentions.of(id, "talk:")) {
            history.of(stream, false)
                    .ifPresent(found -> found.steps().stream()
                            .filter(step -> concerns(step, id))
                            .forEach(step -> entries.put(step.recorded().position(), entry(found, step, names, who))));
        }
        var path = Paths.conference(id, conference.name()) + "/changes";
        return Atom.answer(Feed.of(
                Feed.id(log.logId(), "/conferences/" + id + "/changes"),
                "Changes of " + conference.name(),
                "What the catalogue recorded about the conference and its talks.",
                site.url("/conferences/" + id + "/changes.atom"),
                site.url(path),
                java.time.Instant.EPOCH,
                entries.values().stream().limit(Feed.ENTRIES_MAX).toList()));
    }

    private ConferenceContent shown(String id, boolean editor) {
        if (history.now("conference:" + id) instanceof ConferenceContent conference && Shown.to(editor, conference)) {
            return conference;
        }
        throw Thing.missing("conferences", id);
    }

    /// Whether a step of a talk is about this conference, and more than bookkeeping.
    private static boolean concerns(Step step, String conferenceId) {
        var event = step.recorded().event();
        return !(event instanceof TalkLinkedToSource || event instanceof TalkUnlinkedFromSource)
                && (isOf(step.after(), conferenceId) || isOf(step.before(), conferenceId));
    }

    private static boolean isOf(@Nullable Object content, String conferenceId) {
        return content instanceof TalkContent talk && talk.conferenceId().equals(conferenceId);
    }

    private Feed.Entry entry(HistoryOf found, Step step, Names names, Who who) {
        var recorded = step.recorded();
        var told = Telling.of(step, names);
        var thing = Thing.of(found);
        var by = who.of(recorded.metadata());
        return new Feed.Entry(
                Feed.id(recorded.eventId()),
                thing.name() + ": " + told.did(),
                site.url(thing.path() + "/history#e" + recorded.position()),
                recorded.time(),
                recorded.time(),
                List.of(by),
                List.of(),
                html(told.changes()),
                List.of());
    }

    private static String html(List<Change> changes) {
        var html = new StringBuilder();
        for (var change : changes) {
            html.append("<p><b>").append(SafeHtml.text(change.label()).html()).append("</b> ");
            var difference = change.difference();
            if (difference != null) {
                html.append(difference.html());
            } else {
                if (!change.before().isEmpty()) {
                    html.append("<del>")
                            .append(SafeHtml.text(change.before()).html())
                            .append("</del> ");
                }
                html.append("<ins>")
                        .append(SafeHtml.text(change.after()).html())
                        .append("</ins>");
            }
            html.append("</p>");
        }
        return html.toString();
    }

    private static LookingBack.Said said(AsOf at) {
        return new LookingBack.Said(at.position(), at.asked(), at.recorded());
    }

    private static List<Differing> differing(List<Change> changes) {
        return changes.stream()
                .map(change -> new Differing(change.label(), change.before(), change.after()))
                .toList();
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

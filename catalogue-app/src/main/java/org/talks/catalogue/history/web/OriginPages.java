package org.talks.catalogue.history.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.talks.catalogue.account.AccountNames;
import org.talks.catalogue.history.History;
import org.talks.catalogue.history.HistoryOf;
import org.talks.catalogue.history.Origins;
import org.talks.catalogue.pages.Answers;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.web.Dates;
import org.talks.catalogue.web.Fragment;
import org.talks.catalogue.web.Languages;
import org.talks.catalogue.web.PageController;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

/// Which import or person each part of a talk comes from.
@PageController
final class OriginPages {

    private final History history;
    private final AccountNames accounts;

    OriginPages(History history, AccountNames accounts) {
        this.history = history;
        this.accounts = accounts;
    }

    @GetMapping({"/talks/{id}/origins", "/talks/{id}/{slug}/origins"})
    ResponseEntity<Fragment> origins(@PathVariable String id, HttpServletRequest request, Visit visit) {
        var found =
                history.of(Thing.stream("talks", id), visit.mayEdit()).orElseThrow(() -> Thing.missing("talks", id));
        var thing = Thing.of(found);
        return Answers.unlessAt(thing.path() + "/origins", request)
                .orElseGet(() -> ResponseEntity.ok(page(found, thing, visit)));
    }

    private OriginsPage page(HistoryOf found, Thing thing, Visit visit) {
        var who = new Who(accounts, visit.mayEdit());
        var names = new Names(history, visit.mayEdit());
        var talk = (TalkContent) found.content();
        List<OriginsPage.Row> rows = Origins.of(found).stream()
                .map(origin -> {
                    var recorded = origin.step().recorded();
                    var cause = recorded.metadata();
                    return new OriginsPage.Row(
                            Wording.said(origin.label()),
                            value(origin, talk, names),
                            who.of(cause),
                            Dates.moment(recorded.time(), ZoneOffset.UTC) + " UTC",
                            recorded.time().toString(),
                            visit.mayAdminister() && cause.importId() != null
                                    ? new Ref("/imports/" + cause.importId(), Wording.word("report"))
                                    : null);
                })
                .toList();
        return new OriginsPage(
                visit,
                thing.name(),
                thing.path(),
                rows,
                talk.sources().stream()
                        .map(key -> key.source() + ", " + key.key())
                        .toList());
    }

    /// What events name by ids and by codes is shown by name.
    private static String value(Origins.Origin origin, TalkContent talk, Names names) {
        return switch (origin.part()) {
            case "conference" -> names.conference(talk.details().conferenceId());
            case "speakers" ->
                talk.details().speakers().stream()
                        .map(credit -> names.speaker(credit.speakerId()))
                        .collect(Collectors.joining(", "));
            case "kind" -> Wording.word(origin.value());
            case "language" -> Languages.name(origin.value());
            default -> origin.value();
        };
    }
}

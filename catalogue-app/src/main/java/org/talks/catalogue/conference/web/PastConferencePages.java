package org.talks.catalogue.conference.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.talks.catalogue.asof.Past;
import org.talks.catalogue.asof.PastTalk;
import org.talks.catalogue.pages.Answers;
import org.talks.catalogue.pages.LookingBack;
import org.talks.catalogue.web.Fragment;
import org.talks.catalogue.web.PageController;
import org.talks.catalogue.web.Paths;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.Visit;

/// `GET /conferences/{id}?asOf=` and `GET /series/{id}?asOf=`: a conference with the programme it had, a series
/// with the editions it had.
@PageController
final class PastConferencePages {

    private final LookingBack lookingBack;

    PastConferencePages(LookingBack lookingBack) {
        this.lookingBack = lookingBack;
    }

    @GetMapping(
            path = {"/conferences/{id}", "/conferences/{id}/{slug}"},
            params = "asOf")
    ResponseEntity<Fragment> conference(
            @PathVariable String id, @RequestParam String asOf, HttpServletRequest request, Visit visit) {
        if (asOf.isBlank()) {
            return Answers.seeOther(request.getRequestURI());
        }
        var then = lookingBack.at(asOf, visit);
        var past = then.past();
        var stored = past.conference(id);
        if (stored == null || stored.content().removed()) {
            return lookingBack.notYet(
                    then, "conference", "conference:" + id, "/conferences/" + Paths.encoded(id), visit);
        }
        var talks = past.ofConference(id);
        var seriesId = stored.content().details().seriesId();
        return ResponseEntity.ok(new ConferenceReading(stored)
                .page(
                        visit,
                        series(past, seriesId),
                        talks.stream().map(PastTalk::listed).toList(),
                        Past.topics(talks, ConferencePages.TOPICS),
                        seriesId == null
                                ? new ConferencePage.Neighbours(null, null)
                                : ConferencePages.neighbours(id, past.ofSeries(seriesId)),
                        null)
                .lookingBack(then.moment()));
    }

    @GetMapping(
            path = {"/series/{id}", "/series/{id}/{slug}"},
            params = "asOf")
    ResponseEntity<Fragment> series(
            @PathVariable String id, @RequestParam String asOf, HttpServletRequest request, Visit visit) {
        if (asOf.isBlank()) {
            return Answers.seeOther(request.getRequestURI());
        }
        var then = lookingBack.at(asOf, visit);
        var past = then.past();
        var stored = past.series(id);
        if (stored == null || stored.content().removed()) {
            return lookingBack.notYet(then, "series", "series:" + id, "/series/" + Paths.encoded(id), visit);
        }
        return ResponseEntity.ok(
                SeriesPages.page(visit, stored.content(), past.ofSeries(id), edition -> listed(past, edition), null)
                        .lookingBack(then.moment()));
    }

    private static List<org.talks.catalogue.talk.ListedTalk> listed(Past past, String conferenceId) {
        return past.ofConference(conferenceId).stream().map(PastTalk::listed).toList();
    }

    private static @Nullable Ref series(Past past, @Nullable String id) {
        var stored = id == null ? null : past.series(id);
        return stored == null || stored.content().removed() ? null : ConferencePages.ref(stored.content());
    }
}

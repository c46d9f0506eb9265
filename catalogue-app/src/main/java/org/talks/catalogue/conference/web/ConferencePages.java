package org.talks.catalogue.conference.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.conference.ListedConference;
import org.talks.catalogue.conference.view.ConferenceViews;
import org.talks.catalogue.pages.Answers;
import org.talks.catalogue.series.SeriesContent;
import org.talks.catalogue.talk.TalkLists;
import org.talks.catalogue.web.Dates;
import org.talks.catalogue.web.Fragment;
import org.talks.catalogue.web.PageController;
import org.talks.catalogue.web.Paths;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

/// Conferences by year, and each with its programme.
@PageController
final class ConferencePages {

    static final int TOPICS = 12;

    private final ConferenceViews conferences;
    private final TalkLists talks;
    private final ConferenceEditing editing;

    ConferencePages(ConferenceViews conferences, TalkLists talks, ConferenceEditing editing) {
        this.conferences = conferences;
        this.talks = talks;
        this.editing = editing;
    }

    @GetMapping("/conferences")
    ConferencesPage conferences(Visit visit) {
        var all = conferences.all();
        var byYear = new LinkedHashMap<String, List<ConferencesPage.Line>>();
        all.stream()
                .filter(c -> c.year() != null)
                .forEach(c -> byYear.computeIfAbsent(String.valueOf(c.year()), year -> new ArrayList<>())
                        .add(line(c)));
        var undated = all.stream()
                .filter(c -> c.year() == null)
                .map(ConferencePages::line)
                .toList();
        if (!undated.isEmpty()) {
            byYear.put(Wording.text("conference.undated"), undated);
        }
        return new ConferencesPage(
                visit,
                Wording.count("count.conferences", all.size()),
                byYear.entrySet().stream()
                        .map(year -> new ConferencesPage.Year("y" + year.getKey(), year.getKey(), year.getValue()))
                        .toList(),
                series(all));
    }

    @GetMapping({"/conferences/{id}", "/conferences/{id}/{slug}"})
    ResponseEntity<Fragment> conference(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String programme,
            HttpServletRequest request,
            Visit visit) {
        var stored = conferences.conference(id);
        if (stored == null) {
            throw new Refused.NotFound("There is no conference " + id + ".");
        }
        var conference = stored.content();
        var moved = Answers.unlessAt(Paths.conference(id, conference.name()), request);
        if (moved.isPresent()) {
            return moved.get();
        }
        if (conference.removed() && !visit.mayEdit()) {
            throw new Refused.NotFound("The conference " + id + " was removed.");
        }
        var page = new ConferenceReading(stored)
                .page(
                        visit,
                        shownSeries(conference.details().seriesId()),
                        talks.ofConference(id),
                        talks.topicsOfConference(id, TOPICS),
                        neighbours(id, conference.details().seriesId()),
                        visit.mayEdit() ? editing.edits(conference) : null);
        return ResponseEntity.status(conference.removed() ? HttpStatus.GONE : HttpStatus.OK)
                .body(programme.equals("grid") ? page.inGrid() : page);
    }

    static ConferencesPage.Line line(ListedConference conference) {
        return new ConferencesPage.Line(
                ref(conference),
                Dates.range(conference.startDate(), conference.endDate()),
                place(conference),
                conference.cancelled(),
                conference.talks());
    }

    static Ref ref(ListedConference conference) {
        return new Ref(Paths.conference(conference.id(), conference.name()), conference.name());
    }

    private static String place(ListedConference conference) {
        var words = new ArrayList<String>();
        if (conference.city() != null) {
            words.add(conference.city());
        }
        if (conference.country() != null) {
            words.add(conference.country());
        }
        return String.join(", ", words);
    }

    private List<ConferencesPage.Series> series(List<ListedConference> all) {
        var editions = all.stream()
                .filter(c -> c.seriesId() != null)
                .collect(Collectors.groupingBy(c -> String.valueOf(c.seriesId()), Collectors.counting()));
        var byName = new TreeMap<String, ConferencesPage.Series>(String.CASE_INSENSITIVE_ORDER);
        editions.forEach((id, count) -> {
            var ref = count > 1 ? shownSeries(id) : null;
            if (ref != null) {
                byName.put(ref.text() + id, new ConferencesPage.Series(ref, count));
            }
        });
        return List.copyOf(byName.values());
    }

    private @Nullable Ref shownSeries(@Nullable String id) {
        var stored = id == null ? null : conferences.series(id);
        return stored == null || stored.content().removed() ? null : ref(stored.content());
    }

    static Ref ref(SeriesContent series) {
        return new Ref(Paths.series(series.seriesId(), series.name()), series.name());
    }

    private ConferencePage.Neighbours neighbours(String id, @Nullable String seriesId) {
        return seriesId == null
                ? new ConferencePage.Neighbours(null, null)
                : neighbours(id, conferences.ofSeries(seriesId));
    }

    /// @param editions of the series, newest first
    static ConferencePage.Neighbours neighbours(String id, List<ListedConference> editions) {
        for (var i = 0; i < editions.size(); i++) {
            if (editions.get(i).id().equals(id)) {
                return new ConferencePage.Neighbours(
                        i == editions.size() - 1 ? null : ref(editions.get(i + 1)),
                        i == 0 ? null : ref(editions.get(i - 1)));
            }
        }
        return new ConferencePage.Neighbours(null, null);
    }
}

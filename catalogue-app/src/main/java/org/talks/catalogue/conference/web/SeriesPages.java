package org.talks.catalogue.conference.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.conference.ListedConference;
import org.talks.catalogue.conference.view.ConferenceViews;
import org.talks.catalogue.pages.Answers;
import org.talks.catalogue.series.SeriesContent;
import org.talks.catalogue.speaker.SpeakerName;
import org.talks.catalogue.talk.ListedTalk;
import org.talks.catalogue.talk.TalkLists;
import org.talks.catalogue.web.BarRow;
import org.talks.catalogue.web.Edits;
import org.talks.catalogue.web.Fragment;
import org.talks.catalogue.web.PageController;
import org.talks.catalogue.web.Paths;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

/// A series over the years.
@PageController
final class SeriesPages {

    private static final int REGULARS = 10;

    private final ConferenceViews conferences;
    private final TalkLists talks;
    private final SeriesEditing editing;

    SeriesPages(ConferenceViews conferences, TalkLists talks, SeriesEditing editing) {
        this.conferences = conferences;
        this.talks = talks;
        this.editing = editing;
    }

    @GetMapping({"/series/{id}", "/series/{id}/{slug}"})
    ResponseEntity<Fragment> series(@PathVariable String id, HttpServletRequest request, Visit visit) {
        var stored = conferences.series(id);
        if (stored == null || stored.content().removed()) {
            throw new Refused.NotFound("There is no series " + id + ".");
        }
        var series = stored.content();
        var path = Paths.series(id, series.name());
        var moved = Answers.unlessAt(path, request);
        if (moved.isPresent()) {
            return moved.get();
        }
        return ResponseEntity.ok(page(
                visit,
                series,
                conferences.ofSeries(id),
                talks::ofConference,
                visit.mayEdit() ? editing.edits(series) : null));
    }

    /// @param editions newest first
    /// @param talks of an edition by its id
    static SeriesPage page(
            Visit visit,
            SeriesContent series,
            List<ListedConference> editions,
            Function<String, List<ListedTalk>> talks,
            @Nullable Edits edits) {
        var search = "/?series=" + Paths.encoded(series.seriesId());
        return new SeriesPage(
                visit,
                Paths.series(series.seriesId(), series.name()),
                series.name(),
                facts(editions),
                ConferenceReading.website(series.website()),
                editions.stream().map(ConferencePages::line).toList(),
                perYear(editions, search),
                regulars(editions, talks),
                search,
                null,
                edits);
    }

    private static List<String> facts(List<ListedConference> editions) {
        var facts = new ArrayList<String>();
        facts.add(Wording.count("count.editions", editions.size()));
        var total = editions.stream().mapToLong(ListedConference::talks).sum();
        facts.add(Wording.count("count.talks", total));
        var years = years(editions).keySet().stream().toList();
        if (!years.isEmpty()) {
            facts.add(years.size() == 1 ? String.valueOf(years.getFirst()) : years.getFirst() + "–" + years.getLast());
        }
        return facts;
    }

    private static SortedMap<Integer, Long> years(List<ListedConference> editions) {
        var years = new TreeMap<Integer, Long>();
        for (var edition : editions) {
            if (edition.year() != null) {
                years.merge(edition.year(), edition.talks(), Long::sum);
            }
        }
        return years;
    }

    private static List<BarRow> perYear(List<ListedConference> editions, String search) {
        var years = years(editions);
        return years.size() < 2
                ? List.of()
                : BarRow.of(years.entrySet().stream()
                        .map(year -> new BarRow.Entry(
                                String.valueOf(year.getKey()), search + "&year=" + year.getKey(), year.getValue()))
                        .toList());
    }

    /// Who spoke at more than one edition.
    private static List<BarRow> regulars(List<ListedConference> editions, Function<String, List<ListedTalk>> talks) {
        var counts = new HashMap<SpeakerName, Long>();
        var seen = new HashMap<SpeakerName, Set<String>>();
        for (var edition : editions) {
            for (ListedTalk talk : talks.apply(edition.id())) {
                for (var speaker : talk.speakers()) {
                    counts.merge(speaker, 1L, Long::sum);
                    seen.computeIfAbsent(speaker, s -> new HashSet<>()).add(edition.id());
                }
            }
        }
        return BarRow.of(counts.entrySet().stream()
                .filter(entry -> seen.getOrDefault(entry.getKey(), Set.of()).size() > 1)
                .sorted(Map.Entry.<SpeakerName, Long>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().name()))
                .limit(REGULARS)
                .map(entry -> new BarRow.Entry(
                        entry.getKey().name(),
                        Paths.speaker(entry.getKey().id(), entry.getKey().name()),
                        entry.getValue()))
                .toList());
    }
}

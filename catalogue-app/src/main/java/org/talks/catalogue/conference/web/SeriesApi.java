package org.talks.catalogue.conference.web;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.talks.catalogue.api.Describes;
import org.talks.catalogue.conference.view.ConferenceViews;

/// `GET /api/series`.
@RestController
final class SeriesApi {

    private final ConferenceViews conferences;

    SeriesApi(ConferenceViews conferences) {
        this.conferences = conferences;
    }

    record Listed(String id, String name, @Nullable String website) {}

    @Describes("Conferences that recur, by name.")
    @GetMapping("/api/series")
    List<Listed> series() {
        return conferences.allSeries().stream()
                .filter(series -> !series.removed())
                .map(series -> new Listed(series.seriesId(), series.name(), series.website()))
                .sorted(Comparator.comparing(Listed::name).thenComparing(Listed::id))
                .toList();
    }
}

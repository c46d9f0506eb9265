package org.talks.catalogue.history.web;

import org.jspecify.annotations.Nullable;
import org.talks.catalogue.series.SeriesContent;
import org.talks.catalogue.web.Wording;
import org.talks.events.SeriesEvent;
import org.talks.events.SeriesEvent.SeriesDetailsCorrected;
import org.talks.events.SeriesEvent.SeriesRegistered;
import org.talks.events.SeriesEvent.SeriesRemoved;
import org.talks.events.SeriesEvent.SeriesRestored;

/// The events of series in words.
final class SeriesTelling {

    private SeriesTelling() {}

    static Told of(SeriesEvent event, @Nullable SeriesContent before, SeriesContent after) {
        return switch (event) {
            case SeriesRegistered _ ->
                details(before, after, new Told.Changes()).after(Wording.text("history.registered-the-series"));
            case SeriesDetailsCorrected _ ->
                details(before, after, new Told.Changes()).after(Wording.text("history.corrected-the-details"));
            case SeriesRemoved e -> Told.because(Wording.text("history.removed-the-series"), e.reason());
            case SeriesRestored _ -> Told.that(Wording.text("history.restored-the-series"));
        };
    }

    static Told.Changes details(@Nullable SeriesContent before, SeriesContent after, Told.Changes changes) {
        return changes.words(Wording.text("account.name"), before == null ? "" : before.name(), after.name())
                .value(Wording.text("conference.website"), before == null ? null : before.website(), after.website());
    }
}

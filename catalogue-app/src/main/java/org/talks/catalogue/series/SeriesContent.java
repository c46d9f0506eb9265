package org.talks.catalogue.series;

import org.jspecify.annotations.Nullable;
import org.talks.events.SeriesEvent;
import org.talks.events.SeriesEvent.SeriesDetailsCorrected;
import org.talks.events.SeriesEvent.SeriesRegistered;
import org.talks.events.SeriesEvent.SeriesRemoved;
import org.talks.events.SeriesEvent.SeriesRestored;
import org.talks.events.SourceKey;

/// What the events of a series add up to. [#after] is the only fold there is.
///
/// @param source under which key a source knows it
/// @param removed it left the catalogue; its conferences stay, without a series
public record SeriesContent(
        String seriesId,
        String name,
        @Nullable String website,
        @Nullable SourceKey source,
        boolean removed,
        @Nullable String removedReason) {

    /// The content after an event. Total: an event that fits nothing, as in a damaged log, changes what it can.
    ///
    /// @param before null before the first event
    public static SeriesContent after(@Nullable SeriesContent before, SeriesEvent event) {
        var series = before != null ? before : new SeriesContent(event.seriesId(), "", null, null, false, null);
        return switch (event) {
            case SeriesRegistered e -> new SeriesContent(e.seriesId(), e.name(), e.website(), e.source(), false, null);
            case SeriesDetailsCorrected e ->
                new SeriesContent(
                        series.seriesId, e.name(), e.website(), series.source, series.removed, series.removedReason);
            case SeriesRemoved e -> series.removed(true, e.reason());
            case SeriesRestored _ -> series.removed(false, null);
        };
    }

    public SeriesId id() {
        return new SeriesId(seriesId);
    }

    private SeriesContent removed(boolean now, @Nullable String reason) {
        return new SeriesContent(seriesId, name, website, source, now, reason);
    }
}

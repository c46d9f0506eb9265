package org.talks.events;

import org.jspecify.annotations.Nullable;

/// What can happen to a series: a conference that recurs.
public sealed interface SeriesEvent extends CatalogueEvent {

    String seriesId();

    @Override
    default String stream() {
        return "series:" + seriesId();
    }

    /// Undone by removing it.
    @EventSchema(name = "series.registered")
    record SeriesRegistered(
            String seriesId,
            String name,
            @Nullable String website,
            @Nullable SourceKey source) implements SeriesEvent {
        @Override
        public String part() {
            return "existence";
        }
    }

    /// Undone by correcting it back.
    @EventSchema(name = "series.detailsCorrected")
    record SeriesDetailsCorrected(
            String seriesId, String name, @Nullable String website) implements SeriesEvent {
        @Override
        public String part() {
            return "details";
        }
    }

    /// Its conferences stay, without a series. Undone by restoring it.
    @EventSchema(name = "series.removed")
    record SeriesRemoved(String seriesId, @Nullable String reason) implements SeriesEvent {
        @Override
        public String part() {
            return "existence";
        }
    }

    /// Undone by removing it again.
    @EventSchema(name = "series.restored")
    record SeriesRestored(String seriesId) implements SeriesEvent {
        @Override
        public String part() {
            return "existence";
        }
    }
}

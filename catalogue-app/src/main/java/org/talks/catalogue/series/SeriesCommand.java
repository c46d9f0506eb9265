package org.talks.catalogue.series;

import org.jspecify.annotations.Nullable;
import org.talks.catalogue.command.CatalogueCommand;
import org.talks.events.SourceKey;

/// Everything that may be said to a series.
public sealed interface SeriesCommand extends CatalogueCommand {

    SeriesId series();

    @Override
    default String stream() {
        return series().stream();
    }

    /// Records a series. Registering the same once more changes nothing.
    record RegisterSeries(
            SeriesId series,
            String name,
            @Nullable String website,
            @Nullable SourceKey source) implements SeriesCommand {}

    /// Replaces name and website.
    record CorrectSeriesDetails(
            SeriesId series, String name, @Nullable String website) implements SeriesCommand {}

    /// Takes it out of the catalogue; its conferences stay, without a series.
    record RemoveSeries(SeriesId series, @Nullable String reason) implements SeriesCommand {}

    record RestoreSeries(SeriesId series) implements SeriesCommand {}
}

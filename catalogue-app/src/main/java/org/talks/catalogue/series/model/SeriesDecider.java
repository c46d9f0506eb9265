package org.talks.catalogue.series.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.command.Decider;
import org.talks.catalogue.command.Lookup;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.rules.Checks;
import org.talks.catalogue.rules.Limits;
import org.talks.catalogue.rules.References;
import org.talks.catalogue.series.SeriesCommand;
import org.talks.catalogue.series.SeriesCommand.CorrectSeriesDetails;
import org.talks.catalogue.series.SeriesCommand.RegisterSeries;
import org.talks.catalogue.series.SeriesCommand.RemoveSeries;
import org.talks.catalogue.series.SeriesCommand.RestoreSeries;
import org.talks.catalogue.series.SeriesContent;
import org.talks.catalogue.series.SeriesId;
import org.talks.events.SeriesEvent;
import org.talks.events.SeriesEvent.SeriesDetailsCorrected;
import org.talks.events.SeriesEvent.SeriesRegistered;
import org.talks.events.SeriesEvent.SeriesRemoved;
import org.talks.events.SeriesEvent.SeriesRestored;
import org.talks.events.SourceKey;

/// Decides what a command changes. A removed series takes nothing but a restoring; what already is as the command
/// says appends nothing.
final class SeriesDecider implements Decider<SeriesCommand, SeriesEvent, SeriesContent> {

    private static final String KIND = "series";

    @Override
    public List<SeriesEvent> decide(SeriesCommand command, @Nullable SeriesContent series, Lookup lookup) {
        return switch (command) {
            case RegisterSeries c -> register(c, series, lookup);
            case CorrectSeriesDetails c -> correct(c, recorded(c, series));
            case RemoveSeries c -> remove(c, recorded(c, series));
            case RestoreSeries c -> restore(c, recorded(c, series), lookup);
        };
    }

    @Override
    public SeriesContent evolve(@Nullable SeriesContent series, SeriesEvent event) {
        return SeriesContent.after(series, event);
    }

    @Override
    public List<SeriesCommand> undo(SeriesEvent event, @Nullable SeriesContent before) {
        var id = new SeriesId(event.seriesId());
        if (before == null) {
            // Only the first event has nothing before it. Nothing that was recorded is ever erased: it is removed.
            return event instanceof SeriesRegistered ? List.of(new RemoveSeries(id, null)) : List.of();
        }
        if (before.equals(SeriesContent.after(before, event))) {
            return List.of();
        }
        return switch (event) {
            case SeriesRegistered _ -> List.of(new RemoveSeries(id, null));
            case SeriesDetailsCorrected _ -> List.of(new CorrectSeriesDetails(id, before.name(), before.website()));
            case SeriesRemoved _, SeriesRestored _ ->
                List.of(before.removed() ? new RemoveSeries(id, before.removedReason()) : new RestoreSeries(id));
        };
    }

    private static List<SeriesEvent> register(RegisterSeries command, @Nullable SeriesContent series, Lookup lookup) {
        var checks = new Checks();
        var name = name(checks, command.name());
        var website = checks.optionalUrl("website", command.website(), "website");
        var source = checks.optionalSource("source", command.source());
        checks.done();
        if (series != null) {
            boolean same = !series.removed()
                    && series.name().equals(name)
                    && Objects.equals(series.website(), website)
                    && (source == null || source.equals(series.source()));
            if (same) {
                return List.of();
            }
            throw new Refused.NotNow("There is a series with this id already, and it is another one: change that one,"
                    + " or register this one under a new id.");
        }
        if (source != null) {
            References.requireFree(lookup, KIND, source, command.stream());
        }
        return List.of(new SeriesRegistered(command.series().value(), name, website, source));
    }

    private static List<SeriesEvent> correct(CorrectSeriesDetails command, SeriesContent series) {
        if (series.removed()) {
            throw new Refused.NotNow("This series was removed: restore it before changing it.");
        }
        var checks = new Checks();
        var name = name(checks, command.name());
        var website = checks.optionalUrl("website", command.website(), "website");
        checks.done();
        boolean changes = !name.equals(series.name()) || !Objects.equals(website, series.website());
        return when(changes, new SeriesDetailsCorrected(series.seriesId(), name, website));
    }

    private static List<SeriesEvent> remove(RemoveSeries command, SeriesContent series) {
        var reason = Checks.onlyReason(command.reason());
        boolean changes = !series.removed() || !Objects.equals(reason, series.removedReason());
        return when(changes, new SeriesRemoved(series.seriesId(), reason));
    }

    private static List<SeriesEvent> restore(RestoreSeries command, SeriesContent series, Lookup lookup) {
        if (!series.removed()) {
            return List.of();
        }
        var source = series.source();
        References.requireFree(lookup, KIND, source == null ? List.<SourceKey>of() : List.of(source), command.stream());
        return List.of(new SeriesRestored(series.seriesId()));
    }

    private static String name(Checks checks, @Nullable String value) {
        return checks.line("name", value, "name", Limits.TITLE_CHARACTERS_MAX);
    }

    private static SeriesContent recorded(SeriesCommand command, @Nullable SeriesContent series) {
        if (series == null) {
            throw new Refused.NotFound("There is no series " + command.series() + ": check its address.");
        }
        return series;
    }

    private static List<SeriesEvent> when(boolean changes, SeriesEvent event) {
        return changes ? List.of(event) : List.of();
    }
}

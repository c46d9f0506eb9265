package org.talks.catalogue.importing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.command.CatalogueCommand;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.eventstore.SourceRegistry;
import org.talks.catalogue.importing.format.ConferenceDraft;
import org.talks.catalogue.series.SeriesCommand.RegisterSeries;
import org.talks.catalogue.series.SeriesCommand.RestoreSeries;
import org.talks.catalogue.series.SeriesId;
import org.talks.events.SourceKey;

/// Finds out which series the conferences of a source belong to. For one import.
final class SeriesPlanning {

    /// Series are known by name across all sources.
    private static final String SOURCE = "series-name";

    private final EventLog log;
    private final Drafted drafted;
    private final Map<String, String> series = new HashMap<>();
    private final Set<String> back = new HashSet<>();

    SeriesPlanning(EventLog log, Drafted drafted) {
        this.log = log;
        this.drafted = drafted;
    }

    /// The series of a conference, planned when it is new; null when the source names none, or a person removed it.
    @Nullable
    String of(ConferenceDraft draft, SourceRegistry.Answers answers) {
        var name = draft.series();
        if (name == null || name.isBlank()) {
            return null;
        }
        var folded = SourceRegistry.foldedName(name);
        var known = series.get(folded);
        if (known != null) {
            return known;
        }
        var key = new SourceKey(SOURCE, folded);
        var stream = answers.streamOf("series", key);
        if (stream != null) {
            if (!answers.exists(stream)) {
                if (!Folds.takenOutByImport(log.stream(stream, Long.MAX_VALUE))) {
                    return null;
                }
                add(new RestoreSeries(new SeriesId(Streams.id(stream))), draft.source(), draft.place());
            }
            series.put(folded, Streams.id(stream));
            return Streams.id(stream);
        }
        var id = Streams.newId();
        series.put(folded, id);
        add(new RegisterSeries(new SeriesId(id), name, null, key), draft.source(), draft.place());
        return id;
    }

    /// Plans that a series comes back with its conference, when an import took both out.
    void bringBack(@Nullable String seriesId, ConferenceDraft draft, SourceRegistry.Answers answers) {
        var stream = "series:" + seriesId;
        if (seriesId != null
                && !series.containsValue(seriesId)
                && !answers.exists(stream)
                && Folds.takenOutByImport(log.stream(stream, Long.MAX_VALUE))
                && back.add(seriesId)) {
            add(new RestoreSeries(new SeriesId(seriesId)), draft.source(), draft.place());
        }
    }

    private void add(CatalogueCommand command, String source, String place) {
        drafted.step(new Step(command, null, source, null, place));
    }
}

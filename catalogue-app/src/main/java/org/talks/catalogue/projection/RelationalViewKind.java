package org.talks.catalogue.projection;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.eventstore.RawEvent;
import org.talks.catalogue.eventstore.RecordedEvent;

/// Opens and builds the relational views. A build scans the log stream by stream, folds each stream in memory and
/// writes its rows once.
public final class RelationalViewKind implements ViewKind<RelationalProjection> {

    public static final String NAME = "relational";

    /// Streams written per transaction of a build.
    private static final int STREAMS_PER_TRANSACTION = 5_000;

    private final List<StreamTable<?>> tables;

    public RelationalViewKind(List<StreamTable<?>> tables) {
        this.tables = List.copyOf(tables);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public RelationalProjection open(Path directory, EventLog log) throws UnusableViewException {
        return RelationalProjection.open(directory, log, tables);
    }

    @Override
    public RelationalProjection build(Path directory, EventLog log, long upToPosition, BuildProgress progress)
            throws UnusableViewException {
        var projection = RelationalProjection.forBuild(directory, log, tables);
        try {
            for (var prefix : projection.prefixes().stream().sorted().toList()) {
                progress.phase(prefix);
                var folding = new Folding(projection, progress);
                projection.begin();
                log.scanStreams(prefix + ":", upToPosition, folding::next);
                folding.finishStream();
                projection.commit();
            }
            progress.phase("indexes");
            projection.finishBuild(tables, upToPosition);
            return projection;
        } catch (RuntimeException e) {
            projection.close();
            throw e;
        }
    }

    /// Gathers the events of one stream after another.
    private static final class Folding {
        private final RelationalProjection projection;
        private final BuildProgress progress;
        private final List<RecordedEvent> stream = new ArrayList<>();
        private int streams;

        Folding(RelationalProjection projection, BuildProgress progress) {
            this.projection = projection;
            this.progress = progress;
        }

        void next(RawEvent raw) {
            if (!stream.isEmpty() && !stream.getFirst().stream().equals(raw.stream())) {
                finishStream();
            }
            stream.add(raw.decode());
        }

        void finishStream() {
            if (stream.isEmpty()) {
                return;
            }
            projection.fold(stream.getFirst().stream(), stream);
            progress.advanced(stream.size());
            stream.clear();
            if (++streams % STREAMS_PER_TRANSACTION == 0) {
                projection.commit();
                projection.begin();
            }
        }
    }
}

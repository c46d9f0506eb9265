package org.talks.catalogue.projection;

import java.nio.file.Path;
import java.util.List;
import org.talks.catalogue.eventstore.EventLog;

/// Opens and builds the relational views. A build scans the log stream by stream, folds each stream in memory, on
/// several threads, and writes its rows once, in order, on one.
public final class RelationalViewKind implements ViewKind<RelationalProjection> {

    public static final String NAME = "relational";

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
            projection.begin();
            for (var prefix : projection.prefixes().stream().sorted().toList()) {
                progress.phase(several(prefix));
                StreamScan.inOrder(log, prefix, upToPosition, progress, projection::folded, projection::write);
            }
            progress.phase("indexes");
            projection.finishBuild(upToPosition);
            return projection;
        } catch (RuntimeException e) {
            projection.close();
            throw e;
        }
    }

    /// `talks` of `talk`; one series is spelt as several are.
    private static String several(String prefix) {
        return prefix.endsWith("s") ? prefix : prefix + "s";
    }
}

package org.talks.catalogue.replay;

import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.projection.BuildProgress;
import org.talks.catalogue.projection.LiveView;
import org.talks.catalogue.projection.ManagedView;
import org.talks.catalogue.projection.Projection;
import org.talks.catalogue.projection.UnusableViewException;

/// Builds a view beside the one that is served, tells where they differ, and throws it away.
final class DryRun {

    /// Comparisons before it is said that the view would not stand still.
    private static final int ATTEMPTS = 50;

    private static final String SCRATCH = "dry-run";

    private final Views views;
    private final EventLog log;

    DryRun(Views views, EventLog log) {
        this.views = views;
        this.log = log;
    }

    <P extends Projection> Differences compare(ManagedView<P> view, BuildProgress progress)
            throws UnusableViewException, InterruptedException {
        views.discardScratch(SCRATCH);
        try (var built = view.kind().build(views.scratch(SCRATCH, view), log, log.head(), progress)) {
            progress.phase("comparing");
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                progress.advanced(0, 0);
                LiveView.catchUp(log, built);
                var position = built.position();
                if (!view.live().await(position, Views.PATIENCE)) {
                    throw new IllegalStateException(
                            "View " + view.name() + " does not follow the log, so it cannot be compared. Rebuild it.");
                }
                var differences = view.live().read(served -> Differences.between(view.name(), served, built));
                // Only a view that stood still while it was read can be told to differ.
                if (differences.count() == 0
                        || (log.head() == position && view.live().read(Projection::position) == position)) {
                    return differences;
                }
            }
            throw new IllegalStateException("The log kept growing, so nothing could be compared. Try again later.");
        } finally {
            views.discardScratch(SCRATCH);
        }
    }
}

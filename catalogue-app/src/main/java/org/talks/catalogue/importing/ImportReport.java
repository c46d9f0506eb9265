package org.talks.catalogue.importing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.importing.format.Rejection;

/// An import, running or ended.
///
/// @param why how the format was recognised, or that a person chose it
/// @param dryRun nothing was recorded; the counts say what would have been
/// @param position of the log after the last command; views that show it show the whole import
/// @param rejections at most the first [#SHOWN]; the counts have them all
/// @param warnings at most the first [#SHOWN]
/// @param error why the import as a whole failed, null otherwise
public record ImportReport(
        String id,
        State state,
        String name,
        @Nullable String format,
        String why,
        boolean dryRun,
        String actor,
        Instant started,
        @Nullable Instant finished,
        ImportCounts counts,
        long position,
        List<Rejection> rejections,
        List<Rejection> warnings,
        @Nullable String error) {

    /// Rejected rows and warnings that a report keeps one by one.
    public static final int SHOWN = 1_000;

    /// How an import stands.
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        INTERRUPTED
    }
}

package org.talks.catalogue.replay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to be built anew.
///
/// @param views names of the views, empty for all
/// @param talk id of the only talk that is folded anew, in the views that are served; null for everything
/// @param dryRun to build, compare with what is served, and switch to nothing
/// @param reason why it is done without being asked for, a sentence; null when somebody asks
public record RebuildRequest(
        List<String> views,
        @Nullable String talk,
        boolean dryRun,
        @Nullable String reason) {

    public RebuildRequest {
        views = List.copyOf(views);
    }

    /// All views, and a switch to them.
    public static RebuildRequest everything() {
        return new RebuildRequest(List.of(), null, false, null);
    }

    /// By what comes from outside; empty and null mean the same.
    public static RebuildRequest of(@Nullable String view, @Nullable String talk, boolean dryRun) {
        return new RebuildRequest(
                view == null || view.isEmpty() ? List.of() : List.of(view),
                talk == null || talk.isEmpty() ? null : talk,
                dryRun,
                null);
    }
}

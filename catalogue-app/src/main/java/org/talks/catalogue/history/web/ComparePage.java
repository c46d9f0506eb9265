package org.talks.catalogue.history.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.web.HistoryPage.Change;
import org.talks.catalogue.web.Page;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

/// Two versions of one thing, side by side where they differ.
///
/// @param kind what it is, in lower case: `talk`
/// @param path its own path; this page is at `path` + `/history/compare`
/// @param versions newest first, to choose from
/// @param from the earlier of the two
/// @param to the later of the two
/// @param restore the version that may be restored, null when the reader may not or it is the present one
/// @param current the thing's present version, expected by the restoring
/// @param tabs pages of its parts; empty where it has but one page
public record ComparePage(
        Visit visit,
        String kind,
        String name,
        String path,
        List<Version> versions,
        Version from,
        Version to,
        List<Change> changes,
        @Nullable Version restore,
        long current,
        List<Ref> tabs)
        implements Page {

    /// The thing after one of its events.
    ///
    /// @param position of the event in the log
    /// @param label when and what: "3 May 2021, 14:02 UTC: retitled the talk"
    public record Version(long position, String when, String label) {}

    @Override
    public String template() {
        return "history/compare";
    }

    @Override
    public String title() {
        return Wording.text("history.two-versions-of-a", name);
    }

    @Override
    public boolean indexed() {
        return false;
    }
}

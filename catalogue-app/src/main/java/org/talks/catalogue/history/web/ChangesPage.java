package org.talks.catalogue.history.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.web.HistoryPage.Change;
import org.talks.catalogue.web.Page;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

/// What changed about a conference between two moments.
///
/// @param path the conference's own path; this page is at `path` + `/changes`
/// @param from as asked, for the form; a date where it is one
/// @param to as asked; empty for now
/// @param between the two moments in words
/// @param notYet said when the conference was not there at the earlier moment; null otherwise
/// @param details of the conference itself
/// @param groups those without talks are left out
public record ChangesPage(
        Visit visit,
        String name,
        String path,
        String from,
        String to,
        String between,
        @Nullable String notYet,
        List<Change> details,
        List<Group> groups,
        List<Alternate> alternates)
        implements Page {

    /// @param anchor unique on the page
    /// @param label what became of them, in words
    public record Group(String anchor, String label, List<Talk> talks) {}

    /// @param also what else became of it, in words; empty for nothing
    public record Talk(Ref talk, String also, List<Change> changes) {}

    public boolean nothing() {
        return details.isEmpty() && groups.isEmpty();
    }

    @Override
    public String template() {
        return "history/changes";
    }

    @Override
    public String title() {
        return Wording.text("history.what-changed-a", name);
    }

    @Override
    public Section section() {
        return Section.CONFERENCES;
    }

    @Override
    public boolean indexed() {
        return false;
    }
}

package org.talks.catalogue.searching.web;

import java.util.List;
import org.talks.catalogue.web.Fragment;
import org.talks.catalogue.web.SafeHtml;

/// The panel under the search field while somebody types; empty groups are left out. `GET /suggest?q=` answers
/// it.
///
/// @param typed what the panel answers, so that Enter's line can say it
/// @param groups at most four, of at most three each
public record Suggestions(String typed, List<Group> groups) implements Fragment {

    /// @param label `Talks`, `Speakers`, `Conferences`, `Topics`
    public record Group(String label, List<Item> items) {}

    /// @param html what is suggested, with the typed part marked
    /// @param detail quiet words behind it: the talk's speakers, a conference's dates, how many talks
    public record Item(String href, SafeHtml html, String detail) {}

    @Override
    public String template() {
        return "search/suggestions";
    }
}

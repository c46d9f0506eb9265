package org.talks.catalogue.searching.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.web.Page;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

/// The searches that somebody keeps.
///
/// @param unsaved what was to be saved and was refused, null otherwise
public record SavedSearchesPage(
        Visit visit, List<Row> searches, @Nullable Unsaved unsaved) implements Page {

    public SavedSearchesPage {
        searches = List.copyOf(searches);
    }

    /// @param question what it asks for, in words
    /// @param href path of its list
    /// @param search path that searches the same now
    /// @param found in words: `3 talks since 5 November 2016`
    public record Row(String id, String name, String question, String href, String feed, String search, String found) {}

    /// A form that comes back.
    public record Unsaved(SearchUrl url, String name, String question, String error) {}

    @Override
    public String template() {
        return "search/savedSearches";
    }

    @Override
    public String title() {
        return Wording.text("account.searches");
    }

    @Override
    public boolean indexed() {
        return false;
    }
}

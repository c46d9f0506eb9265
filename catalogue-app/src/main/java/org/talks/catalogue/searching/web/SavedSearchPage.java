package org.talks.catalogue.searching.web;

import java.util.List;
import org.talks.catalogue.web.Page;
import org.talks.catalogue.web.TalkLine;
import org.talks.catalogue.web.Visit;

/// What was found for a saved search since it was saved.
///
/// @param path its own path, known to those who were told
/// @param question what it asks for, in words
/// @param search path that searches the same now
/// @param since in words
/// @param talks the latest first, with [TalkLine#note] saying since when they match
public record SavedSearchPage(
        Visit visit,
        String path,
        String title,
        String question,
        String search,
        String since,
        List<TalkLine> talks,
        List<Alternate> alternates)
        implements Page {

    public SavedSearchPage {
        talks = List.copyOf(talks);
        alternates = List.copyOf(alternates);
    }

    @Override
    public String template() {
        return "search/savedSearch";
    }

    @Override
    public boolean indexed() {
        return false;
    }
}

package org.talks.catalogue.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A whole page: what the layout needs besides the page's own content.
public interface Page extends Fragment {

    /// Who is looking.
    Visit visit();

    /// Text of `<title>`, without the catalogue's name; as a rule also the one `h1`.
    String title();

    /// Which entry of the navigation is marked.
    default Section section() {
        return Section.NONE;
    }

    /// One or two sentences of plain text for search engines and link previews; empty when there are none.
    default String description() {
        return "";
    }

    /// The one true path of this page, when it can be reached by several.
    default @Nullable String canonical() {
        return null;
    }

    /// Whether search engines may list it. Past states, forms and private pages are not for them.
    default boolean indexed() {
        return true;
    }

    /// Whether the page has the search field in its content, so that the header shows none.
    default boolean ownSearchField() {
        return false;
    }

    /// Seconds after which a browser without script loads the page again to see progress; 0 for never.
    default int refreshSeconds() {
        return 0;
    }

    /// The same content in other formats: JSON, calendar, feed.
    default List<Alternate> alternates() {
        return List.of();
    }

    /// The same content as another media type.
    ///
    /// @param label what a link to it says
    record Alternate(String type, String href, String label) {}

    /// The entries of the navigation.
    enum Section {
        NONE,
        CONFERENCES,
        SPEAKERS,
        TOPICS,
        IMPORTS,
        VIEWS
    }
}

package org.talks.catalogue.searching.web;

import java.util.List;
import org.talks.catalogue.web.Fragment;
import org.talks.catalogue.web.Page;
import org.talks.catalogue.web.Visit;

/// All values of one facet, for choosing one that is not among the first.
///
/// @param facet its name in URLs
/// @param path of this page without what is looked for
/// @param url the question that is narrowed
/// @param question the same in words, empty for every talk
/// @param find what the values' labels must have
/// @param total in words
public record FacetPage(
        Visit visit,
        String facet,
        String title,
        String path,
        SearchUrl url,
        String question,
        String find,
        String total,
        List<Line> values)
        implements Page {

    /// @param href the question with this value, or without it when it is chosen
    public record Line(String href, SearchPage.Value value) {}

    /// The values found, to be put in place of those that were there.
    public record Found(String facet, List<SearchPage.Value> values) implements Fragment {
        @Override
        public String template() {
            return "search/facetValues";
        }
    }

    public FacetPage {
        values = List.copyOf(values);
    }

    @Override
    public String template() {
        return "search/facet";
    }

    @Override
    public boolean indexed() {
        return false;
    }
}

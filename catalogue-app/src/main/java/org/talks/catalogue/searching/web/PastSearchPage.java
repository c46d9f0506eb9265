package org.talks.catalogue.searching.web;

import org.talks.catalogue.web.Page;
import org.talks.catalogue.web.PastMoment;
import org.talks.catalogue.web.Visit;

/// The answer to a question about the past.
///
/// @param answer with links that stay in the past
/// @param now the same question about the present
/// @param begins since when the catalogue has recorded, as a sentence
public record PastSearchPage(SearchPage answer, PastMoment moment, String now, String begins) implements Page {

    @Override
    public String template() {
        return "search/past";
    }

    @Override
    public Visit visit() {
        return answer.visit();
    }

    @Override
    public String title() {
        return answer.title();
    }

    @Override
    public boolean indexed() {
        return false;
    }

    @Override
    public boolean ownSearchField() {
        return true;
    }
}

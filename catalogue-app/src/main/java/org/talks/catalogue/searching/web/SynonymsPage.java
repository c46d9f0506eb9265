package org.talks.catalogue.searching.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.web.Page;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

/// The words that mean the same to a search; for editors with a form.
///
/// @param text as it stands, or as somebody typed it and it was refused
/// @param version of the list that the text was made from
/// @param error about the whole, null when all is well
/// @param mistakes about single lines, in their order
public record SynonymsPage(
        Visit visit,
        List<List<String>> groups,
        String text,
        String version,
        @Nullable String error,
        List<String> mistakes)
        implements Page {

    public SynonymsPage {
        groups = List.copyOf(groups);
        mistakes = List.copyOf(mistakes);
    }

    @Override
    public String template() {
        return "search/synonyms";
    }

    @Override
    public String title() {
        return Wording.text("account.synonyms");
    }

    @Override
    public String canonical() {
        return "/synonyms";
    }
}

package org.talks.catalogue.importing.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.web.Page;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

/// Addresses that are fetched again and again, and a form for one more. The form posts `url`, `format`, `zone`,
/// `everyMinutes` and `apply` to `/sources`.
///
/// @param form as typed before
/// @param error a sentence, null when there is none
public record SourcesPage(
        Visit visit,
        List<Row> sources,
        List<ImportsPage.Format> formats,
        List<Interval> intervals,
        Typed form,
        @Nullable String error)
        implements Page {

    /// @param path to post to, with `/check` or `/remove`
    /// @param how in words: "once a day, applied at once"
    /// @param outcome of the last fetch, with its moment; empty before
    /// @param report of the last import, null when there is none
    public record Row(
            String url,
            String path,
            String how,
            String outcome,
            @Nullable String report) {}

    public record Interval(int minutes, String label) {}

    public record Typed(String url, String format, String zone, int everyMinutes, boolean apply) {}

    @Override
    public String template() {
        return "importing/sources";
    }

    @Override
    public String title() {
        return Wording.text("importing.sources");
    }

    @Override
    public Section section() {
        return Section.IMPORTS;
    }

    @Override
    public boolean indexed() {
        return false;
    }
}

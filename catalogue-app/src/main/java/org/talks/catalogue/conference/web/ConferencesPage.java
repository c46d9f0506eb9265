package org.talks.catalogue.conference.web;

import java.util.List;
import org.talks.catalogue.web.Alternates;
import org.talks.catalogue.web.Page;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

/// All conferences, by year.
///
/// @param total in words: `540 conferences`
/// @param years newest first; those without a date at the end
/// @param series those with more than one edition, by name
public record ConferencesPage(Visit visit, String total, List<Year> years, List<Series> series) implements Page {

    /// @param anchor `y2016`, or `yUndated`
    public record Year(String anchor, String label, List<Line> conferences) {}

    /// @param when `5–6 November`; empty when unknown
    /// @param where city and country; empty when unknown
    public record Line(Ref conference, String when, String where, boolean cancelled, long talks) {}

    public record Series(Ref series, long editions) {}

    @Override
    public List<Alternate> alternates() {
        return Alternates.conferences();
    }

    @Override
    public String template() {
        return "conference/conferences";
    }

    @Override
    public String title() {
        return Wording.text("nav.conferences");
    }

    @Override
    public Section section() {
        return Section.CONFERENCES;
    }

    @Override
    public String canonical() {
        return "/conferences";
    }
}

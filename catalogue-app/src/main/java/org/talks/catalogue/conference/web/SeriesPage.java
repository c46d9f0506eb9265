package org.talks.catalogue.conference.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.conference.web.ConferencesPage.Line;
import org.talks.catalogue.web.BarRow;
import org.talks.catalogue.web.Edits;
import org.talks.catalogue.web.Page;
import org.talks.catalogue.web.PastMoment;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.Visit;

/// A conference that recurs, over the years.
///
/// @param facts in words: `9 editions`, `412 talks`, `2010–2019`
/// @param editions newest first
/// @param talksPerYear oldest first; none when there is only one edition
/// @param regulars speakers of several editions, by falling number of talks
/// @param search path that searches its talks
/// @param asOf the moment of the past that is shown, null for the present
/// @param edits null for readers
public record SeriesPage(
        Visit visit,
        String path,
        String title,
        List<String> facts,
        @Nullable Ref website,
        List<Line> editions,
        List<BarRow> talksPerYear,
        List<BarRow> regulars,
        String search,
        @Nullable PastMoment asOf,
        @Nullable Edits edits)
        implements Page {

    @Override
    public String template() {
        return "conference/series";
    }

    @Override
    public Section section() {
        return Section.CONFERENCES;
    }

    @Override
    public String canonical() {
        return path;
    }

    @Override
    public boolean indexed() {
        return asOf == null;
    }

    /// The same as the page of a moment of the past: its links stay there, and nothing can be edited.
    SeriesPage lookingBack(PastMoment moment) {
        return new SeriesPage(
                visit,
                path,
                title,
                facts,
                website,
                editions.stream()
                        .map(line -> new Line(
                                moment.ref(line.conference()),
                                line.when(),
                                line.where(),
                                line.cancelled(),
                                line.talks()))
                        .toList(),
                talksPerYear.stream().map(row -> row.at(moment)).toList(),
                regulars.stream().map(row -> row.at(moment)).toList(),
                moment.href(search),
                moment,
                null);
    }
}

package org.talks.catalogue.talk.web;

import java.util.List;
import org.talks.catalogue.web.Alternates;
import org.talks.catalogue.web.BarRow;
import org.talks.catalogue.web.ColumnChart;
import org.talks.catalogue.web.Page;
import org.talks.catalogue.web.Paging;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.TalkLine;
import org.talks.catalogue.web.Visit;

/// The talks about one topic.
///
/// @param path the topic's own path
/// @param total in words: `1,204 talks`
/// @param talks newest first, a page of them
/// @param perYear oldest first
/// @param neighbours topics that are often on the same talks
/// @param speakers who speak about it most
/// @param search path that searches these talks
public record TopicPage(
        Visit visit,
        String path,
        String title,
        String total,
        List<TalkLine> talks,
        Paging paging,
        List<BarRow> perYear,
        List<Ref> neighbours,
        List<BarRow> speakers,
        String search)
        implements Page {

    @Override
    public List<Alternate> alternates() {
        return Alternates.topic(title);
    }

    /// The years as a drawing.
    public ColumnChart chart() {
        return ColumnChart.ofYears(perYear.stream()
                .map(row -> new BarRow.Entry(row.label(), row.href(), row.value()))
                .toList());
    }

    @Override
    public String template() {
        return "talk/topic";
    }

    @Override
    public Section section() {
        return Section.TOPICS;
    }

    @Override
    public String canonical() {
        return path;
    }
}

package org.talks.catalogue.talk.web;

import java.util.List;
import org.talks.catalogue.web.BarRow;
import org.talks.catalogue.web.ColumnChart;
import org.talks.catalogue.web.Page;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

/// What the catalogue holds, in numbers, each as a drawing and as a table.
///
/// @param totals in words: `21,713 talks`, `12,996 speakers`
/// @param perYear when the talks were given, the earliest first
/// @param growth by when the log recorded them: talks in all at the end of each span of time
/// @param spans what a span is: `Month`
public record StatisticsPage(
        Visit visit,
        List<String> totals,
        List<BarRow> perYear,
        List<BarRow> languages,
        List<BarRow> kinds,
        String spans,
        List<Growth> growth)
        implements Page {

    public StatisticsPage {
        totals = List.copyOf(totals);
        growth = List.copyOf(growth);
    }

    /// @param added in this span
    /// @param inAll at its end
    public record Growth(String span, long added, long inAll) {}

    @Override
    public String template() {
        return "talk/statistics";
    }

    @Override
    public String title() {
        return Wording.text("foot.statistics");
    }

    @Override
    public String description() {
        return Wording.text("talk.what-the-catalogue-holds", String.join(", ", totals));
    }

    @Override
    public String canonical() {
        return "/statistics";
    }

    public ColumnChart yearChart() {
        return ColumnChart.ofYears(perYear.stream()
                .map(row -> new BarRow.Entry(row.label(), row.href(), row.value()))
                .toList());
    }

    public ColumnChart growthChart() {
        return ColumnChart.of(growth.stream()
                .map(row -> new BarRow.Entry(row.span(), null, row.inAll()))
                .toList());
    }
}

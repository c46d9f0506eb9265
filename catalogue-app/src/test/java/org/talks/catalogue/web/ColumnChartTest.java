package org.talks.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.talks.catalogue.web.BarRow.Entry;
import org.talks.catalogue.web.ColumnChart.Column;

class ColumnChartTest {

    @Test
    void yearsWithoutTalksAreColumnsWithoutHeight() {
        var chart = ColumnChart.ofYears(List.of(new Entry("2016", "/a", 1_000), new Entry("2019", "/b", 1)));

        assertThat(chart.columns()).extracting(Column::label).containsExactly("2016", "2017", "2018", "2019");
        assertThat(chart.columns()).extracting(Column::height).containsExactly(40.0, 0.0, 0.0, 0.8);
        assertThat(chart.columns())
                .allSatisfy(c -> assertThat(c.y() + c.height()).isEqualTo(40));
        assertThat(chart.columns().getLast().x() + chart.columns().getLast().width())
                .isLessThanOrEqualTo(100);
        assertThat(chart.most()).isEqualTo(1_000);
    }

    @Test
    void twoColumnsAreNoChart() {
        assertThat(ColumnChart.of(List.of(new Entry("a", null, 1), new Entry("b", null, 2)))
                        .worthDrawing())
                .isFalse();
        assertThat(ColumnChart.ofYears(List.of()).worthDrawing()).isFalse();
    }
}

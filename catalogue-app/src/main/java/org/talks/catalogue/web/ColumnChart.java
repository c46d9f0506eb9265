package org.talks.catalogue.web;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Numbers over time as columns, drawn here and sent as SVG in a box of 100 × 40; the same numbers stand beside
/// it in a table, so that the drawing says nothing on its own.
///
/// @param columns from left to right, without gaps in time
public record ColumnChart(List<Column> columns) {

    private static final double WIDTH = 100;
    private static final double HEIGHT = 40;

    /// Of the room that a column has, what it leaves free.
    private static final double GAP = 0.18;

    /// One talk is still to be seen beside a thousand.
    private static final double LEAST = 0.8;

    /// Fewer columns are no chart.
    private static final int COLUMNS_MIN = 3;

    public ColumnChart {
        columns = List.copyOf(columns);
    }

    /// @param href where it leads, null for nowhere
    public record Column(
            String label, @Nullable String href, long value, double x, double y, double width, double height) {}

    /// Years with their numbers; years between them that have none are drawn as none.
    public static ColumnChart ofYears(List<BarRow.Entry> years) {
        var byYear = new TreeMap<Integer, BarRow.Entry>();
        years.forEach(entry -> byYear.put(Integer.valueOf(entry.label()), entry));
        if (byYear.isEmpty()) {
            return new ColumnChart(List.of());
        }
        var all = new ArrayList<BarRow.Entry>();
        for (var year = byYear.firstKey(); year <= byYear.lastKey(); year++) {
            all.add(byYear.getOrDefault(year, new BarRow.Entry(String.valueOf(year), null, 0)));
        }
        return of(all);
    }

    /// The entries in their order.
    public static ColumnChart of(List<BarRow.Entry> entries) {
        var most =
                Math.max(entries.stream().mapToLong(BarRow.Entry::value).max().orElse(1), 1);
        var step = WIDTH / Math.max(entries.size(), 1);
        var columns = new ArrayList<Column>();
        for (var i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var height = entry.value() == 0 ? 0 : Math.max(LEAST, HEIGHT * entry.value() / most);
            columns.add(new Column(
                    entry.label(),
                    entry.href(),
                    entry.value(),
                    step * (i + GAP / 2),
                    HEIGHT - height,
                    step * (1 - GAP),
                    height));
        }
        return new ColumnChart(columns);
    }

    public boolean worthDrawing() {
        return columns.size() >= COLUMNS_MIN;
    }

    public long most() {
        return columns.stream().mapToLong(Column::value).max().orElse(0);
    }
}

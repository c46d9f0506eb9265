package org.talks.catalogue.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of a chart that is also a table: a label, a bar and a number.
///
/// @param href where the label leads, null for nowhere
/// @param share of the largest value, in percent
public record BarRow(String label, @Nullable String href, long value, double share) {

    /// A label and its number, before the largest is known.
    public record Entry(String label, @Nullable String href, long value) {}

    /// The same, leading to a moment of the past.
    public BarRow at(PastMoment moment) {
        return new BarRow(label, href == null ? null : moment.href(href), value, share);
    }

    /// The entries in their order, bars measured against the largest.
    public static List<BarRow> of(List<Entry> entries) {
        var most = Math.max(entries.stream().mapToLong(Entry::value).max().orElse(1), 1);
        return entries.stream()
                .map(e -> new BarRow(e.label(), e.href(), e.value(), 100.0 * e.value() / most))
                .toList();
    }
}

package org.talks.catalogue.benchmarks;

import java.util.List;

/// Order statistics of a few measurements.
final class Percentiles {

    private Percentiles() {}

    static double median(List<Double> values) {
        return of(values, 50);
    }

    /// The smallest value that so many per cent of the values do not exceed.
    static double of(List<Double> values, double percent) {
        var sorted = values.stream().sorted().toList();
        var rank = (int) Math.ceil(percent / 100 * sorted.size());
        return sorted.get(Math.max(rank, 1) - 1);
    }
}

package org.talks.catalogue.benchmarks;

import java.util.List;

/// Order statistics of a few measurements.
final class Percentiles {

    private Percentiles() {}

    /// Of an even number, between the two in the middle.
    static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        var half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    /// The smallest value that so many per cent of the values do not exceed.
    static double of(List<Double> values, double percent) {
        var sorted = values.stream().sorted().toList();
        var rank = (int) Math.ceil(percent / 100 * sorted.size());
        return sorted.get(Math.max(rank, 1) - 1);
    }
}

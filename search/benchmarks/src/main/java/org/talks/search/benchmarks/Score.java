package org.talks.search.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;

/// The ranks of the right answers of one set of queries, and what is said about them.
final class Score {

    /// Of the normal distribution, for 95 %.
    private static final double Z = 1.96;

    private final List<Integer> ranks = new ArrayList<>();

    void add(int rank) {
        ranks.add(rank);
    }

    void addAll(Score other) {
        ranks.addAll(other.ranks);
    }

    int size() {
        return ranks.size();
    }

    double reciprocalRank() {
        return mean(rank -> rank == 0 ? 0 : 1.0 / rank);
    }

    /// `.981 [.975-.986]` of success@1, success@10 and MRR@10.
    String text() {
        return share(1) + "  " + share(10) + "  " + meanReciprocalRank();
    }

    private String share(int depth) {
        return wilson(mean(rank -> rank > 0 && rank <= depth ? 1 : 0));
    }

    /// Wilson's interval: right near 1, where the usual one reaches beyond it.
    private String wilson(double p) {
        var n = (double) ranks.size();
        var middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n);
        var half = Z / (1 + Z * Z / n) * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        return interval(p, middle - half, middle + half);
    }

    private String meanReciprocalRank() {
        var mean = reciprocalRank();
        var squares = mean(rank -> {
            var off = (rank == 0 ? 0 : 1.0 / rank) - mean;
            return off * off;
        });
        var half = Z * Math.sqrt(squares / ranks.size());
        return interval(mean, mean - half, mean + half);
    }

    private static String interval(double value, double from, double to) {
        return String.format(Locale.ROOT, "%.3f [%.3f-%.3f]", value, from, Math.min(1, to));
    }

    private double mean(IntToDoubleFunction of) {
        return ranks.stream()
                .mapToInt(Integer::intValue)
                .mapToDouble(of)
                .average()
                .orElse(0);
    }
}

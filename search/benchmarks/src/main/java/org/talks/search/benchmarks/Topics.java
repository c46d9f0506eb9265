package org.talks.search.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Queries on topics, each with several relevant talks, judged by hand.
///
/// @param grades of the talks judged, for each query: 2 when the talk is about it, 1 when a part of it is, 0 else
record Topics(Map<String, Map<String, Integer>> grades) {

    private static final int DEPTH = 10;
    /// Of the normal distribution, for 95 %.
    private static final double Z = 1.96;

    /// Columns: query, grade, id of the talk.
    static Topics read(Path file) throws IOException {
        var grades = new LinkedHashMap<String, Map<String, Integer>>();
        for (var line : Files.readAllLines(file)) {
            var columns = line.split("\t", -1);
            grades.computeIfAbsent(columns[0], q -> new TreeMap<>()).put(columns[2], Integer.parseInt(columns[1]));
        }
        return new Topics(grades);
    }

    /// One line for people. A talk that nobody judged counts as wrong; how many there are is told.
    String measured(Engine engine) throws Exception {
        var gains = new ArrayList<Double>();
        var found = 0;
        var unjudged = 0;
        for (var topic : grades.entrySet()) {
            var hits = engine.find(topic.getKey());
            gains.add(gain(hits, topic.getValue()));
            found += hits.size();
            unjudged += (int) hits.stream()
                    .filter(hit -> !topic.getValue().containsKey(hit.id()))
                    .count();
        }
        var mean = gains.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        var variance = gains.stream()
                .mapToDouble(gain -> (gain - mean) * (gain - mean))
                .average()
                .orElse(0);
        var half = Z * Math.sqrt(variance / gains.size());
        return String.format(
                "topics    %6d  nDCG@10 %.3f [%.3f-%.3f], %d of %d hits not judged",
                gains.size(), mean, mean - half, Math.min(1, mean + half), unjudged, found);
    }

    /// Normalised discounted cumulative gain, with 2^grade - 1 as the gain of a hit.
    private static double gain(List<Engine.Found> hits, Map<String, Integer> grades) {
        var ideal =
                grades.values().stream().sorted((a, b) -> b - a).limit(DEPTH).toList();
        var best = discounted(ideal);
        return best == 0
                ? 0
                : discounted(hits.stream()
                                .limit(DEPTH)
                                .map(hit -> grades.getOrDefault(hit.id(), 0))
                                .toList())
                        / best;
    }

    private static double discounted(List<Integer> grades) {
        var sum = 0.0;
        for (var rank = 0; rank < grades.size(); rank++) {
            sum += (Math.pow(2, grades.get(rank)) - 1) / (Math.log(rank + 2.0) / Math.log(2));
        }
        return sum;
    }
}

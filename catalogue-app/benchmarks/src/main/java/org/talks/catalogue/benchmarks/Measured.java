package org.talks.catalogue.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.talks.catalogue.benchmarks.Command.Spent;

/// What several things took, each measured several times.
final class Measured {

    private final Map<String, List<Spent>> all = new LinkedHashMap<>();

    /// Adds one measurement and tells standard error, where progress can be followed.
    void add(String name, Spent spent) {
        all.computeIfAbsent(name, _ -> new ArrayList<>()).add(spent);
        System.err.printf("%s: %.2f s, %.2f s of CPU%n", name, spent.seconds(), spent.cpuSeconds());
    }

    /// A line for each thing, in the order in which they came first: medians, and each time.
    void print(String title) {
        System.out.printf("%-40s %8s %8s   %s%n", title, "seconds", "CPU s", "each");
        all.forEach((name, _) -> System.out.printf(
                "%-40s %8.2f %8.2f   %s%n",
                name,
                median(name, Spent::seconds),
                median(name, Spent::cpuSeconds),
                String.join(
                        " ",
                        of(name, Spent::seconds).stream().map("%.2f"::formatted).toList())));
    }

    void printRatio(String name, String base) {
        System.out.printf(
                "%s : %s = %.2f (seconds), %.2f (CPU)%n",
                name,
                base,
                median(name, Spent::seconds) / median(base, Spent::seconds),
                median(name, Spent::cpuSeconds) / median(base, Spent::cpuSeconds));
    }

    private double median(String name, ToDoubleFunction<Spent> part) {
        return Percentiles.median(of(name, part));
    }

    private List<Double> of(String name, ToDoubleFunction<Spent> part) {
        return all.getOrDefault(name, List.of()).stream()
                .mapToDouble(part)
                .boxed()
                .toList();
    }
}

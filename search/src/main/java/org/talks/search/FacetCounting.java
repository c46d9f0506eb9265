package org.talks.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;
import org.talks.search.SearchResult.FacetCount;

/// Counts the values of facets over the hits of a query, in one pass and sideways: a talk that only the choice in
/// one facet excludes still counts for that facet, so that its other values show what choosing them would add.
///
/// Values are counted by numbers that a [FacetDictionary] gives them for as long as the index is open. A refresh
/// therefore costs only the numbers of the values in the new segment, not a map over all segments.
final class FacetCounting {

    private final Map<Facet, FacetDictionary> dictionaries = new EnumMap<>(Facet.class);

    FacetCounting() {
        for (var facet : Facet.values()) {
            dictionaries.put(facet, new FacetDictionary(facet));
        }
    }

    /// What one pass found.
    ///
    /// @param total talks that the query and all choices match
    /// @param without how many there would be without the choice in a facet
    record Counts(long total, Map<Facet, Long> without, Map<Facet, int[]> counted) {}

    Counts count(IndexSearcher searcher, Query query, Map<Facet, Query> choices, Collection<Facet> wanted)
            throws IOException {
        var weights = new EnumMap<Facet, Weight>(Facet.class);
        for (var choice : choices.entrySet()) {
            weights.put(
                    choice.getKey(),
                    searcher.createWeight(searcher.rewrite(choice.getValue()), ScoreMode.COMPLETE_NO_SCORES, 1));
        }
        return searcher.search(query, new CollectorManager<Counter, Counts>() {
            @Override
            public Counter newCollector() {
                return new Counter(weights, wanted);
            }

            @Override
            public Counts reduce(Collection<Counter> counters) {
                return sum(counters, choices.keySet(), wanted);
            }
        });
    }

    private Counts sum(Collection<Counter> counters, Set<Facet> choices, Collection<Facet> wanted) {
        var total = 0L;
        var without = new EnumMap<Facet, Long>(Facet.class);
        var counted = new EnumMap<Facet, int[]>(Facet.class);
        for (var counter : counters) {
            total += counter.total;
            for (var facet : choices) {
                without.merge(facet, counter.without(facet), Long::sum);
            }
            for (var facet : wanted) {
                counted.merge(facet, counter.counted(facet), FacetCounting::added);
            }
        }
        var hits = total;
        without.replaceAll((facet, excluded) -> hits + excluded);
        return new Counts(total, without, counted);
    }

    private static int[] added(int[] a, int[] b) {
        var sum = Arrays.copyOf(a, Math.max(a.length, b.length));
        for (var i = 0; i < b.length; i++) {
            sum[i] += b[i];
        }
        return sum;
    }

    /// The most frequent values, and the chosen ones even if they count nothing.
    List<FacetCount> top(Facet facet, Counts counts, List<String> chosen, int size) {
        var dictionary = dictionary(facet);
        var counted = counts.counted().getOrDefault(facet, new int[0]);
        var top = new LinkedHashMap<String, FacetCount>();
        for (var number : mostFrequent(dictionary, counted, size)) {
            var value = dictionary.value(number);
            top.put(value.value(), counted(value, counted[number], chosen));
        }
        for (var value : chosen) {
            var number = dictionary.number(value);
            top.computeIfAbsent(
                    value,
                    v -> counted(
                            new FacetValue(v, dictionary.label(v), ""),
                            number < 0 || number >= counted.length ? 0 : counted[number],
                            chosen));
        }
        return List.copyOf(top.values());
    }

    private static FacetCount counted(FacetValue value, int count, List<String> chosen) {
        return new FacetCount(value.value(), value.label(), count, chosen.contains(value.value()));
    }

    /// Numbers of values by falling count, equal ones by label. Only labels of equal counts are looked at.
    private static List<Integer> mostFrequent(FacetDictionary dictionary, int[] counted, int size) {
        Comparator<Integer> byCount = Comparator.comparingInt(number -> -counted[number]);
        var order = byCount.thenComparing(number -> dictionary.value(number).label())
                .thenComparing(number -> dictionary.value(number).value());
        var most = new PriorityQueue<>(order.reversed());
        for (var number = 0; number < counted.length && size > 0; number++) {
            if (counted[number] == 0) {
                continue;
            }
            if (most.size() < size) {
                most.add(number);
                // Most values are rare; labels are looked at where counts are equal.
            } else if (counted[number] >= counted[most.element()] && order.compare(number, most.element()) < 0) {
                most.remove();
                most.add(number);
            }
        }
        return most.stream().sorted(order).toList();
    }

    String label(Facet facet, String value) {
        return dictionary(facet).label(value);
    }

    /// Other names of a value.
    String also(Facet facet, String value) {
        var dictionary = dictionary(facet);
        var number = dictionary.number(value);
        return number < 0 ? "" : dictionary.value(number).also();
    }

    private FacetDictionary dictionary(Facet facet) {
        var dictionary = dictionaries.get(facet);
        if (dictionary == null) {
            throw new IllegalStateException("every facet has a dictionary");
        }
        return dictionary;
    }

    private final class Counter extends SimpleCollector {
        private final Map<Facet, Weight> weights;
        private final Facet[] wanted;
        private final Facet[] chosen;
        private final @Nullable DocIdSetIterator[] allowed;
        private final SortedSetDocValues[] values;
        private final int[][] numbers;
        private final int[][] counts;
        private final long[] only;
        private long total;

        Counter(Map<Facet, Weight> weights, Collection<Facet> wanted) {
            this.weights = weights;
            this.wanted = wanted.toArray(Facet[]::new);
            this.chosen = weights.keySet().toArray(Facet[]::new);
            this.allowed = new DocIdSetIterator[chosen.length];
            this.values = new SortedSetDocValues[this.wanted.length];
            this.numbers = new int[this.wanted.length][];
            this.counts = new int[this.wanted.length][0];
            this.only = new long[chosen.length];
        }

        int[] counted(Facet facet) {
            return counts[List.of(wanted).indexOf(facet)];
        }

        /// Talks that only the choice in this facet excludes.
        long without(Facet facet) {
            return only[List.of(chosen).indexOf(facet)];
        }

        @Override
        protected void doSetNextReader(LeafReaderContext context) throws IOException {
            for (var c = 0; c < chosen.length; c++) {
                var weight = weights.get(chosen[c]);
                Scorer scorer = weight == null ? null : weight.scorer(context);
                allowed[c] = scorer == null ? null : scorer.iterator();
            }
            for (var w = 0; w < wanted.length; w++) {
                var dictionary = dictionary(wanted[w]);
                values[w] = dictionary.values(context.reader());
                numbers[w] = dictionary.numbers(context.reader());
                if (counts[w].length < dictionary.size()) {
                    counts[w] = Arrays.copyOf(counts[w], dictionary.size());
                }
            }
        }

        @Override
        public void collect(int doc) throws IOException {
            var missed = -1;
            for (var c = 0; c < chosen.length; c++) {
                if (!isAllowed(allowed[c], doc)) {
                    if (missed >= 0) {
                        return;
                    }
                    missed = c;
                }
            }
            if (missed < 0) {
                total++;
                for (var w = 0; w < wanted.length; w++) {
                    add(w, doc);
                }
            } else {
                only[missed]++;
                for (var w = 0; w < wanted.length; w++) {
                    if (wanted[w] == chosen[missed]) {
                        add(w, doc);
                    }
                }
            }
        }

        private static boolean isAllowed(@Nullable DocIdSetIterator allowed, int doc) throws IOException {
            if (allowed == null) {
                return false;
            }
            return (allowed.docID() < doc ? allowed.advance(doc) : allowed.docID()) == doc;
        }

        private void add(int w, int doc) throws IOException {
            var docValues = values[w];
            if (docValues.advanceExact(doc)) {
                var counted = counts[w];
                var byOrdinal = numbers[w];
                for (var n = docValues.docValueCount(); n > 0; n--) {
                    counted[byOrdinal[(int) docValues.nextOrd()]]++;
                }
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}

package org.talks.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;

/// Numbers the values of one facet. A value keeps its number while the index is open, also under another label;
/// what each segment calls it is looked up once for the segment and forgotten with it. Safe for use by several
/// threads.
final class FacetDictionary {

    private final String field;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<FacetValue> values = new ArrayList<>();
    private final Set<FacetValue> labels = new HashSet<>();
    private final Map<IndexReader.CacheKey, int[]> segments = new ConcurrentHashMap<>();

    FacetDictionary(Facet facet) {
        this.field = Fields.counted(facet);
    }

    SortedSetDocValues values(LeafReader segment) throws IOException {
        return DocValues.getSortedSet(segment, field);
    }

    /// The number of each of the segment's ordinals.
    int[] numbers(LeafReader segment) throws IOException {
        var cache = segment.getCoreCacheHelper();
        if (cache == null) {
            return read(segment);
        }
        var known = segments.get(cache.getKey());
        if (known != null) {
            return known;
        }
        var read = read(segment);
        if (segments.putIfAbsent(cache.getKey(), read) == null) {
            cache.addClosedListener(segments::remove);
        }
        return read;
    }

    /// A value with its newest label: a renamed conference is one value with its new name.
    synchronized FacetValue value(int number) {
        return values.get(number);
    }

    /// The number of a value, -1 when no talk ever had it.
    synchronized int number(String value) {
        return numbers.getOrDefault(value, -1);
    }

    synchronized int size() {
        return values.size();
    }

    /// What people read for a value, the value itself when no talk has it.
    synchronized String label(String value) {
        var number = numbers.get(value);
        return number == null ? value : values.get(number).label();
    }

    /// A segment that knows a value by one label is right; one that knows several was written during a renaming,
    /// and the label that was not there before is the new one.
    private int[] read(LeafReader segment) throws IOException {
        var ordinals = values(segment);
        var inSegment = new ArrayList<FacetValue>();
        for (var ordinal = 0; ordinal < ordinals.getValueCount(); ordinal++) {
            inSegment.add(FacetValue.parse(ordinals.lookupOrd(ordinal).utf8ToString()));
        }
        var read = new int[inSegment.size()];
        synchronized (this) {
            for (var ordinal = 0; ordinal < read.length; ordinal++) {
                var value = inSegment.get(ordinal);
                // Values are in order, so several labels of one are neighbours.
                var alone = !isLabelOf(value, inSegment, ordinal - 1) && !isLabelOf(value, inSegment, ordinal + 1);
                read[ordinal] = number(value, alone);
            }
        }
        return read;
    }

    private static boolean isLabelOf(FacetValue value, List<FacetValue> values, int other) {
        return other >= 0 && other < values.size() && values.get(other).value().equals(value.value());
    }

    private int number(FacetValue value, boolean alone) {
        var isNew = labels.add(value);
        var known = numbers.putIfAbsent(value.value(), values.size());
        if (known == null) {
            values.add(value);
            return values.size() - 1;
        }
        if (isNew || alone) {
            values.set(known, value);
        }
        return known;
    }
}

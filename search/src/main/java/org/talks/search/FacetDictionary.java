package org.talks.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;

/// Numbers the values of one facet. A value keeps its number while the index is open; what each segment calls it
/// is looked up once for the segment and forgotten with it. Safe for use by several threads.
final class FacetDictionary {

    private final String field;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> latest = new HashMap<>();
    private final List<FacetValue> values = new ArrayList<>();
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

    synchronized FacetValue value(int number) {
        return values.get(number);
    }

    synchronized int size() {
        return values.size();
    }

    /// What people read for a value, the value itself when no talk has it.
    synchronized String label(String value) {
        var number = latest.get(value);
        return number == null ? value : values.get(number).label();
    }

    private int[] read(LeafReader segment) throws IOException {
        var ordinals = values(segment);
        var read = new int[Math.toIntExact(ordinals.getValueCount())];
        synchronized (this) {
            for (var ordinal = 0; ordinal < read.length; ordinal++) {
                read[ordinal] = number(ordinals.lookupOrd(ordinal).utf8ToString());
            }
        }
        return read;
    }

    private int number(String encoded) {
        var known = numbers.get(encoded);
        if (known != null) {
            return known;
        }
        var value = FacetValue.parse(encoded);
        var number = values.size();
        values.add(value);
        numbers.put(encoded, number);
        latest.put(value.value(), number);
        return number;
    }
}

package org.talks.search;

import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.SortedNumericSortField;
import org.talks.search.SearchRequest.Order;

/// How each order sorts. The id is always the last key, talks without the value come last.
final class Orders {

    private static final SortField BY_ID = new SortField(Fields.ID, SortField.Type.STRING);

    private Orders() {}

    static Sort sort(Order order) {
        return switch (order) {
            case RELEVANCE -> new Sort(SortField.FIELD_SCORE, date(true), BY_ID);
            case NEWEST -> new Sort(date(true), BY_ID);
            case OLDEST -> new Sort(date(false), BY_ID);
            case SHORTEST -> new Sort(duration(false), BY_ID);
            case LONGEST -> new Sort(duration(true), BY_ID);
            case RECENTLY_ADDED -> new Sort(new SortField(Fields.ADDED, SortField.Type.LONG, true), BY_ID);
        };
    }

    /// The numeric sort value of a hit, for its cursor.
    static long value(FieldDoc hit, Order order) {
        var value = hit.fields[order == Order.RELEVANCE ? 1 : 0];
        return value instanceof Number number ? number.longValue() : 0;
    }

    private static SortField date(boolean newestFirst) {
        return new SortedNumericSortField(
                Fields.DATE,
                SortField.Type.LONG,
                newestFirst,
                SortedNumericSelector.Type.MIN,
                newestFirst ? Long.MIN_VALUE : Long.MAX_VALUE);
    }

    private static SortField duration(boolean longestFirst) {
        return new SortedNumericSortField(
                Fields.DURATION,
                SortField.Type.INT,
                longestFirst,
                SortedNumericSelector.Type.MIN,
                longestFirst ? Integer.MIN_VALUE : Integer.MAX_VALUE);
    }
}

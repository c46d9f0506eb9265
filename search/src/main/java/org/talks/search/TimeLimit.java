package org.talks.search;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.search.IndexSearcher;

/// Ends a search that takes too long; what was found until then is the answer.
final class TimeLimit implements QueryTimeout {

    /// Nobody waits longer for a keystroke; ordinary searches take a few milliseconds.
    private static final long MILLIS = 200;

    /// The first searches of a process run code that is not compiled yet: slow is better than incomplete.
    private static final long COLD_MILLIS = 2_000;
    private static final int COLD_SEARCHES = 1_000;
    private static final AtomicInteger SEARCHES = new AtomicInteger();

    private final long end;

    /// A limit that is never reached.
    static final TimeLimit NONE = new TimeLimit(Long.MAX_VALUE);

    private TimeLimit(long end) {
        this.end = end;
    }

    TimeLimit() {
        var cold = SEARCHES.get() < COLD_SEARCHES && SEARCHES.incrementAndGet() <= COLD_SEARCHES;
        this.end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(cold ? COLD_MILLIS : MILLIS);
    }

    @Override
    public boolean shouldExit() {
        return end != Long.MAX_VALUE && System.nanoTime() - end > 0;
    }

    /// A searcher over the same state of the index that stops in time.
    IndexSearcher limited(IndexSearcher shared) {
        var searcher = new IndexSearcher(shared.getIndexReader());
        searcher.setSimilarity(Scoring.SIMILARITY);
        searcher.setTimeout(this);
        return searcher;
    }
}

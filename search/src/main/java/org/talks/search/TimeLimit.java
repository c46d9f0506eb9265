package org.talks.search;

import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.search.IndexSearcher;

/// Ends a search that takes too long; what was found until then is the answer.
final class TimeLimit implements QueryTimeout {

    /// Nobody waits longer for a keystroke; ordinary searches take a few milliseconds.
    private static final long MILLIS = 200;

    private final long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MILLIS);

    @Override
    public boolean shouldExit() {
        return System.nanoTime() - end > 0;
    }

    /// A searcher over the same state of the index that stops in time.
    IndexSearcher limited(IndexSearcher shared) {
        var searcher = new IndexSearcher(shared.getIndexReader());
        searcher.setSimilarity(Scoring.SIMILARITY);
        searcher.setTimeout(this);
        return searcher;
    }
}

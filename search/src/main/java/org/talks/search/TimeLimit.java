package org.talks.search;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.search.IndexSearcher;

/// Ends a search that works for too long; what was found until then is the answer. Counted is the time that its
/// own thread works, so that a busy machine makes searches slow and not wrong; only far beyond that a search is
/// ended for the time that it waited. Belongs to the thread that made it.
final class TimeLimit implements QueryTimeout {

    /// A limit that is never reached.
    static final TimeLimit NONE = new TimeLimit(Long.MAX_VALUE, Long.MAX_VALUE);

    /// Nobody waits longer for a keystroke; ordinary searches take a few milliseconds.
    private static final long MILLIS = 200;

    /// The first searches of a process run code that is not compiled yet: slow is better than incomplete.
    private static final long COLD_MILLIS = 2_000;
    private static final int COLD_SEARCHES = 1_000;
    private static final AtomicInteger SEARCHES = new AtomicInteger();

    /// A search that gets less than this part of a processor is ended although it did little.
    private static final long MOST_WAITING = 20;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final boolean MEASURES_WORK =
            THREADS.isCurrentThreadCpuTimeSupported() && THREADS.isThreadCpuTimeEnabled();

    private final long workEnd;
    private final long end;

    private TimeLimit(long workEnd, long end) {
        this.workEnd = workEnd;
        this.end = end;
    }

    TimeLimit() {
        var cold = SEARCHES.get() < COLD_SEARCHES && SEARCHES.incrementAndGet() <= COLD_SEARCHES;
        var limit = TimeUnit.MILLISECONDS.toNanos(cold ? COLD_MILLIS : MILLIS);
        this.workEnd = MEASURES_WORK ? THREADS.getCurrentThreadCpuTime() + limit : Long.MAX_VALUE;
        this.end = System.nanoTime() + (MEASURES_WORK ? MOST_WAITING * limit : limit);
    }

    @Override
    public boolean shouldExit() {
        return this != NONE
                && (System.nanoTime() - end > 0 || (MEASURES_WORK && THREADS.getCurrentThreadCpuTime() > workEnd));
    }

    /// A searcher over the same state of the index that stops in time.
    IndexSearcher limited(IndexSearcher shared) {
        var searcher = new IndexSearcher(shared.getIndexReader());
        searcher.setSimilarity(Scoring.SIMILARITY);
        searcher.setTimeout(this);
        return searcher;
    }
}

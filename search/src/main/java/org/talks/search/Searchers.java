package org.talks.search;

import java.io.Closeable;
import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherLifetimeManager;
import org.apache.lucene.search.SearcherManager;
import org.jspecify.annotations.Nullable;

/// The newest state of the index, and the states that cursors still point into.
final class Searchers implements Closeable {

    /// How long a page's state of the index is kept for the next page.
    private static final double PIN_SECONDS = 300;

    private final IndexWriter writer;
    private final SearcherLifetimeManager pinned = new SearcherLifetimeManager();
    /// Created by the first reader: a rebuild, which nobody searches, should not write small segments for it.
    private @Nullable SearcherManager manager;

    Searchers(IndexWriter writer) {
        this.writer = writer;
    }

    void refresh() throws IOException {
        manager().maybeRefreshBlocking();
        pinned.prune(new SearcherLifetimeManager.PruneByAge(PIN_SECONDS));
    }

    Pinned newest() throws IOException {
        var current = manager();
        return new Pinned(current.acquire(), current::release);
    }

    /// Keeps the searcher for the next page and gives it a number.
    long pin(IndexSearcher searcher) throws IOException {
        return pinned.record(searcher);
    }

    /// The searcher with that number, null when its time is over.
    @Nullable
    Pinned pinned(long number) {
        var searcher = pinned.acquire(number);
        return searcher == null ? null : new Pinned(searcher, pinned::release);
    }

    @Override
    public synchronized void close() throws IOException {
        pinned.close();
        if (manager != null) {
            manager.close();
        }
    }

    private synchronized SearcherManager manager() throws IOException {
        if (manager == null) {
            manager = new SearcherManager(writer, new SearcherFactory() {
                @Override
                public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
                    var searcher = new IndexSearcher(reader);
                    searcher.setSimilarity(Scoring.SIMILARITY);
                    return searcher;
                }
            });
        }
        return manager;
    }
}

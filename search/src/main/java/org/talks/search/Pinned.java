package org.talks.search;

import java.io.Closeable;
import java.io.IOException;
import org.apache.lucene.search.IndexSearcher;

/// A searcher in use; closing gives it back, not to the pool's end.
record Pinned(IndexSearcher searcher, Release release) implements Closeable {

    /// Gives a searcher back to where it came from.
    interface Release {
        void release(IndexSearcher searcher) throws IOException;
    }

    @Override
    public void close() throws IOException {
        release.release(searcher);
    }
}

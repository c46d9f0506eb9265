package org.talks.search.benchmarks;

import java.io.Closeable;
import java.util.List;

/// A search engine with all talks in it.
interface Engine extends Closeable {

    String name();

    /// Makes the talks searchable.
    void index(List<Talk> talks) throws Exception;

    /// The first ten hits, best first.
    List<Found> find(String query) throws Exception;

    /// A hit.
    record Found(String id, String title) {}
}

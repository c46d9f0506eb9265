package org.talks.search.benchmarks;

import java.io.Closeable;
import java.util.List;

/// A search engine with all talks in it.
interface Engine extends Closeable {

    String name();

    /// Makes the talks searchable.
    void index(List<Talk> talks) throws Exception;

    /// The titles of the first ten hits.
    List<String> titles(String query) throws Exception;
}

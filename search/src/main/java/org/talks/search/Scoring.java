package org.talks.search;

import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;

/// BM25 with its two numbers chosen by measurement, see `search/benchmarks`.
final class Scoring {

    static final Similarity SIMILARITY = new BM25Similarity(2f, 0.75f);

    private Scoring() {}
}

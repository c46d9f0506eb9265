package org.talks.search;

import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;

/// BM25 with its two numbers chosen by measurement, see `search/benchmarks`.
final class Scoring {

    static final Similarity SIMILARITY = new PerFieldSimilarityWrapper() {
        private final Similarity words = new BM25Similarity(1.2f, 0.75f);

        @Override
        public Similarity get(String field) {
            return words;
        }
    };

    private Scoring() {}
}

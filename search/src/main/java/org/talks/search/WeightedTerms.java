package org.talks.search;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;

/// Terms with the sum of their weights, each once: what [Fields#WORDS] is indexed from.
final class WeightedTerms {

    private final Map<String, int[]> weights = new LinkedHashMap<>();

    void add(String term, int weight) {
        weights.computeIfAbsent(term, t -> new int[1])[0] += weight;
    }

    /// In the order in which they were first added.
    void forEach(ObjIntConsumer<String> consumer) {
        weights.forEach((term, weight) -> consumer.accept(term, weight[0]));
    }

    boolean isEmpty() {
        return weights.isEmpty();
    }

    TokenStream stream() {
        return new Stream(weights.entrySet().iterator());
    }

    private static final class Stream extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
        private final Iterator<Map.Entry<String, int[]>> entries;

        Stream(Iterator<Map.Entry<String, int[]>> entries) {
            this.entries = entries;
        }

        @Override
        public boolean incrementToken() {
            if (!entries.hasNext()) {
                return false;
            }
            clearAttributes();
            var entry = entries.next();
            term.append(entry.getKey());
            frequency.setTermFrequency(entry.getValue()[0]);
            return true;
        }
    }
}

package org.talks.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.ArrayUtil;

/// Terms with positions, part after part.
final class PositionedTerms {

    /// Between two parts, so that no phrase reaches from one into the next.
    private static final int GAP = 100;

    private final List<String> terms = new ArrayList<>();
    private int[] positions = new int[32];
    private int offset;

    /// Adds a part. A term at an earlier place than the last one is not allowed.
    void add(List<Token> tokens) {
        if (tokens.isEmpty()) {
            return;
        }
        for (var token : tokens) {
            add(token.term(), token.position());
            if (token.other() != null) {
                add(token.other(), token.position());
            }
        }
        offset += tokens.getLast().position() + GAP;
    }

    private void add(String term, int position) {
        positions = ArrayUtil.grow(positions, terms.size() + 1);
        positions[terms.size()] = offset + position;
        terms.add(term);
    }

    boolean isEmpty() {
        return terms.isEmpty();
    }

    TokenStream stream() {
        return new Stream(terms, positions);
    }

    private static final class Stream extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
        private final List<String> terms;
        private final int[] positions;
        private int next;

        Stream(List<String> terms, int[] positions) {
            this.terms = terms;
            this.positions = positions;
        }

        @Override
        public boolean incrementToken() {
            if (next == terms.size()) {
                return false;
            }
            clearAttributes();
            term.append(terms.get(next));
            increment.setPositionIncrement(next == 0 ? positions[0] + 1 : positions[next] - positions[next - 1]);
            next++;
            return true;
        }
    }
}

package org.talks.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Terms with positions, part after part.
final class PositionedTerms {

    /// Between two parts, so that no phrase reaches from one into the next.
    private static final int GAP = 100;

    private final List<String> terms = new ArrayList<>();
    private final List<Integer> positions = new ArrayList<>();
    private int offset;

    /// Adds a part. A term at an earlier place than the last one is not allowed.
    void add(List<Token> tokens) {
        if (tokens.isEmpty()) {
            return;
        }
        for (var token : tokens) {
            terms.add(token.term());
            positions.add(offset + token.position());
            if (token.other() != null) {
                terms.add(token.other());
                positions.add(offset + token.position());
            }
        }
        offset += tokens.getLast().position() + GAP;
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
        private final List<Integer> positions;
        private int next;

        Stream(List<String> terms, List<Integer> positions) {
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
            increment.setPositionIncrement(
                    next == 0 ? positions.get(0) + 1 : positions.get(next) - positions.get(next - 1));
            next++;
            return true;
        }
    }
}

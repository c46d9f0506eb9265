package org.talks.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/// Finds words in the index, and those that a misspelt or unfinished word may stand for. Remembers what it found:
/// the stages of one request ask for the same.
final class Expansion {

    /// Below this length everything is close to everything.
    private static final int SHORTEST = 4;
    /// From this length two edits still leave a word recognisable.
    private static final int TWO_EDITS = 8;
    /// The first letter is hardly ever wrong, and it bounds the work.
    private static final int PREFIX = 1;
    /// Words looked at; a catalogue of a million talks has a few hundred close ones at most.
    private static final int MOST_SEEN = 2_000;

    /// A word of the index.
    ///
    /// @param edits how far away: 1 or 2, 0 for a longer word
    /// @param talks how many talks have it
    record Candidate(String word, int edits, int talks) {}

    private record Asked(String field, String term, int size) {}

    private final IndexSearcher searcher;
    private final IndexReader reader;
    private final Map<Asked, List<Candidate>> known = new HashMap<>();
    private final Map<Term, TermStates> states = new HashMap<>();

    Expansion(IndexSearcher searcher) {
        this.searcher = searcher;
        this.reader = searcher.getIndexReader();
    }

    IndexReader reader() {
        return reader;
    }

    /// How many talks have the term.
    int talks(String field, String term) throws IOException {
        return states(new Term(field, term)).docFreq();
    }

    /// A query for the term, which is looked up once for all queries of the request.
    TermQuery query(String field, String text) throws IOException {
        var term = new Term(field, text);
        return new TermQuery(term, states(term));
    }

    private TermStates states(Term term) throws IOException {
        var before = states.get(term);
        if (before != null) {
            return before;
        }
        var found = TermStates.build(searcher, term, true);
        states.put(term, found);
        return found;
    }

    static boolean isTooShort(String term) {
        return term.codePointCount(0, term.length()) < SHORTEST;
    }

    /// The closest words, the more frequent ones first; the word itself is not among them.
    List<Candidate> close(String term, int size) throws IOException {
        var asked = new Asked("", term, size);
        var before = known.get(asked);
        if (before != null) {
            return before;
        }
        var found = readClose(term, size);
        known.put(asked, found);
        return found;
    }

    /// Words that begin so and are longer, the most frequent ones first.
    List<Candidate> longer(String field, String start, int size) throws IOException {
        var asked = new Asked(field, start, size);
        var before = known.get(asked);
        if (before != null) {
            return before;
        }
        var found = readLonger(field, start, size);
        known.put(asked, found);
        return found;
    }

    private List<Candidate> readClose(String term, int size) throws IOException {
        var terms = MultiTerms.getTerms(reader, Fields.WORDS);
        var length = term.codePointCount(0, term.length());
        if (terms == null || length < SHORTEST || length > Analysis.LONGEST_WORD) {
            return List.of();
        }
        // Two edits cost many times what one costs, and a word that is one away is nearly always the right one.
        var candidates = close(terms, term, 1);
        if (candidates.isEmpty() && length >= TWO_EDITS) {
            candidates = close(terms, term, 2);
        }
        candidates.sort(Comparator.comparingInt(Candidate::talks).reversed().thenComparing(Candidate::word));
        return candidates.size() <= size ? candidates : List.copyOf(candidates.subList(0, size));
    }

    /// Words that are so many edits away, when none is fewer.
    private static List<Candidate> close(Terms terms, String term, int edits) throws IOException {
        var candidates = new ArrayList<Candidate>();
        var close = FuzzyQuery.getFuzzyAutomaton(term, edits, PREFIX, true).getTermsEnum(terms);
        var seen = 0;
        for (var found = close.next(); found != null && seen < MOST_SEEN; found = close.next(), seen++) {
            var word = found.utf8ToString();
            if (!word.equals(term)) {
                candidates.add(new Candidate(word, edits, close.docFreq()));
            }
        }
        return candidates;
    }

    private List<Candidate> readLonger(String field, String start, int size) throws IOException {
        var candidates = new ArrayList<Candidate>();
        var terms = MultiTerms.getTerms(reader, field);
        if (terms == null) {
            return candidates;
        }
        var prefix = new BytesRef(start);
        var found = terms.iterator();
        var more = found.seekCeil(prefix) != TermsEnum.SeekStatus.END;
        for (var seen = 0; more && seen < MOST_SEEN && StringHelper.startsWith(found.term(), prefix); seen++) {
            if (found.term().length > prefix.length) {
                candidates.add(new Candidate(found.term().utf8ToString(), 0, found.docFreq()));
            }
            more = found.next() != null;
        }
        candidates.sort(Comparator.comparingInt(Candidate::talks).reversed().thenComparing(Candidate::word));
        return candidates.size() <= size ? candidates : List.copyOf(candidates.subList(0, size));
    }
}

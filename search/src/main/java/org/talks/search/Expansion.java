package org.talks.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.search.FuzzyQuery;

/// Finds the words of the index that a misspelt word may stand for.
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
    /// @param edits how far away, 1 or 2
    /// @param talks how many talks have it
    record Candidate(String word, int edits, int talks) {}

    private Expansion() {}

    static boolean isTooShort(String term) {
        return term.codePointCount(0, term.length()) < SHORTEST;
    }

    /// The closest words first, among equals the more frequent ones; the word itself is not among them.
    static List<Candidate> close(IndexReader reader, String term, int size) throws IOException {
        var candidates = new ArrayList<Candidate>();
        var terms = MultiTerms.getTerms(reader, Fields.WORDS);
        var length = term.codePointCount(0, term.length());
        if (terms == null || length < SHORTEST || length > Analysis.LONGEST_WORD) {
            return candidates;
        }
        var edits = length < TWO_EDITS ? 1 : 2;
        var automaton = FuzzyQuery.getFuzzyAutomaton(term, edits, PREFIX, true);
        var close = automaton.getTermsEnum(terms);
        var seen = 0;
        for (var found = close.next(); found != null && seen < MOST_SEEN; found = close.next(), seen++) {
            var word = found.utf8ToString();
            if (!word.equals(term)) {
                candidates.add(new Candidate(word, distance(term, word), close.docFreq()));
            }
        }
        candidates.sort(Comparator.comparingInt(Candidate::edits)
                .thenComparing(Comparator.comparingInt(Candidate::talks).reversed())
                .thenComparing(Candidate::word));
        return candidates.size() <= size ? candidates : List.copyOf(candidates.subList(0, size));
    }

    /// Edits between two words that are at most two apart; swapping neighbours is one.
    private static int distance(String a, String b) {
        return isOneApart(a, b) ? 1 : 2;
    }

    private static boolean isOneApart(String a, String b) {
        var begin = 0;
        while (begin < a.length() && begin < b.length() && a.charAt(begin) == b.charAt(begin)) {
            begin++;
        }
        var endA = a.length();
        var endB = b.length();
        while (endA > begin && endB > begin && a.charAt(endA - 1) == b.charAt(endB - 1)) {
            endA--;
            endB--;
        }
        var leftA = endA - begin;
        var leftB = endB - begin;
        return (leftA <= 1 && leftB <= 1)
                || (leftA == 2
                        && leftB == 2
                        && a.charAt(begin) == b.charAt(begin + 1)
                        && a.charAt(begin + 1) == b.charAt(begin));
    }
}

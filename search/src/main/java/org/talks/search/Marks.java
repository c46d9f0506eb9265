package org.talks.search;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Set;

/// What a query looked for, to recognise it in the text of a hit. Filled while the query is compiled.
final class Marks {

    private final Set<String> words = new LinkedHashSet<>();
    private final Set<String> stems = new LinkedHashSet<>();
    private final Set<String> starts = new LinkedHashSet<>();
    /// What anything looked for begins with. No stemmer changes the first letter, so that most words of a text need
    /// no more than a look at theirs.
    private final BitSet firstLetters = new BitSet();

    void word(String term) {
        words.add(term);
        first(term);
    }

    void stem(String stem) {
        stems.add(stem);
        first(Stemming.unmarked(stem));
    }

    void start(String beginning) {
        starts.add(beginning);
        first(beginning);
    }

    private void first(String term) {
        if (!term.isEmpty()) {
            firstLetters.set(term.charAt(0));
        }
    }

    boolean isEmpty() {
        return words.isEmpty() && stems.isEmpty() && starts.isEmpty();
    }

    Set<String> words() {
        return words;
    }

    Set<String> stems() {
        return stems;
    }

    boolean match(Token token, String language) {
        if (token.other() == null
                && token.compound() == null
                && (token.term().isEmpty() || !firstLetters.get(token.term().charAt(0)))) {
            return false;
        }
        if (words.contains(token.term())
                || (token.other() != null && words.contains(token.other()))
                || (token.compound() != null
                        && token.compound().joined() != null
                        && words.contains(token.compound().joined()))
                || stems.contains(Stemming.current().stem(token.term(), language))) {
            return true;
        }
        for (var start : starts) {
            if (token.term().startsWith(start)) {
                return true;
            }
        }
        return false;
    }
}

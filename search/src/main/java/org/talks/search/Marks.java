package org.talks.search;

import java.util.LinkedHashSet;
import java.util.Set;

/// What a query looked for, to recognise it in the text of a hit. Filled while the query is compiled.
final class Marks {

    private final Set<String> words = new LinkedHashSet<>();
    private final Set<String> stems = new LinkedHashSet<>();
    private final Set<String> starts = new LinkedHashSet<>();

    void word(String term) {
        words.add(term);
    }

    void stem(String stem) {
        stems.add(stem);
    }

    void start(String beginning) {
        starts.add(beginning);
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

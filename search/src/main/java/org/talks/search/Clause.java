package org.talks.search;

import java.util.List;

/// One thing that a query asks for.
sealed interface Clause {

    /// A word, or what was written as one.
    ///
    /// @param unfinished it may be the beginning of a longer word
    record Word(String text, boolean unfinished) implements Clause {}

    /// Words next to each other.
    record Phrase(String text) implements Clause {}

    /// Words in one part of the talk, or the value of a facet.
    record In(Key key, String value) implements Clause {}

    /// A number within bounds, both included.
    ///
    /// @param field [Fields#DATE] or [Fields#DURATION]
    record Between(String field, long from, long to) implements Clause {}

    /// What must not be there.
    record Not(Clause clause) implements Clause {}

    /// At least one of them.
    record Either(List<Clause> clauses) implements Clause {
        public Either {
            clauses = List.copyOf(clauses);
        }
    }

    /// Words, or any of what means the same.
    record Synonymous(List<Word> words, List<String> others) implements Clause {
        public Synonymous {
            words = List.copyOf(words);
            others = List.copyOf(others);
        }
    }

    /// What may stand before a colon.
    enum Key {
        SPEAKER("speaker", "by", "author"),
        CONFERENCE("conference", "conf", "event", "at"),
        SERIES("series"),
        TOPIC("topic", "tag", "about"),
        LANGUAGE("language", "lang"),
        KIND("kind", "type"),
        HAS("has"),
        SOURCE("source"),
        TITLE("title"),
        YEAR("year"),
        BEFORE("before"),
        AFTER("after", "since"),
        DURATION("duration", "length");

        // Error Prone: List.of cannot change.
        @SuppressWarnings("ImmutableEnumChecker")
        private final List<String> names;

        Key(String... names) {
            this.names = List.of(names);
        }

        List<String> names() {
            return names;
        }
    }
}

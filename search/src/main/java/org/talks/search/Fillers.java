package org.talks.search;

import java.util.Locale;
import java.util.Set;

/// English words that hold a sentence together: worth something next to other words, never asked for alone.
final class Fillers {

    private static final Set<String> WORDS = Set.of(
            "a", "about", "an", "and", "are", "as", "at", "be", "by", "can", "do", "for", "from", "has", "have", "how",
            "i", "in", "into", "is", "it", "its", "my", "not", "of", "on", "or", "our", "that", "the", "their", "them",
            "then", "there", "these", "they", "this", "to", "using", "was", "we", "were", "what", "when", "where",
            "which", "who", "why", "will", "with", "you", "your");

    private Fillers() {}

    static boolean contains(String word) {
        return WORDS.contains(word.toLowerCase(Locale.ROOT));
    }
}

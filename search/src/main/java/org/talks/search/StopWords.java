package org.talks.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.jspecify.annotations.Nullable;

/// Words that say nothing about a talk. They are searched like all others; they only never explain what two talks
/// have in common.
final class StopWords {

    /// What every abstract says.
    private static final Set<String> ABSTRACT = Set.of(
            "also", "can", "get", "like", "make", "makes", "many", "may", "much", "new", "one", "see", "show", "some",
            "talk", "talks", "two", "use", "used", "uses", "using", "via", "want", "way", "will", "without");

    private static final Map<String, Set<String>> LANGUAGES = Map.of(
            "en", folded(english()),
            "de", folded(GermanAnalyzer.getDefaultStopSet()),
            "es", folded(SpanishAnalyzer.getDefaultStopSet()),
            "fr", folded(FrenchAnalyzer.getDefaultStopSet()),
            "it", folded(ItalianAnalyzer.getDefaultStopSet()),
            "nl", folded(DutchAnalyzer.getDefaultStopSet()),
            "pt", folded(PortugueseAnalyzer.getDefaultStopSet()),
            "ru", folded(RussianAnalyzer.getDefaultStopSet()));

    private StopWords() {}

    /// @param language of the talk; English when it is unknown
    static boolean contains(String term, @Nullable String language) {
        return ABSTRACT.contains(term)
                || LANGUAGES.getOrDefault(Stemming.language(language), Set.of()).contains(term);
    }

    private static Set<String> folded(CharArraySet words) {
        var folded = new HashSet<String>();
        for (var word : words) {
            folded.add(Folding.fold(new String((char[]) word)));
        }
        return Set.copyOf(folded);
    }

    /// Lucene's own English set lacks half of them.
    private static CharArraySet english() {
        try (var words = SnowballFilter.class.getResourceAsStream("english_stop.txt")) {
            if (words == null) {
                throw new IllegalStateException("english_stop.txt is missing in Lucene");
            }
            return WordlistLoader.getSnowballWordSet(words, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

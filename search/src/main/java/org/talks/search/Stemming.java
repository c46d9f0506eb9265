package org.talks.search;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.GermanStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;

/// Stems by the language of the talk; a query, whose language nobody knows, gets the stems of all languages.
///
/// Stemmers keep state: one instance for each thread. What they made of a word is remembered for all threads; a
/// server has many.
final class Stemming {

    private static final Map<String, Supplier<SnowballStemmer>> LANGUAGES = Map.of(
            "en", EnglishStemmer::new,
            "de", GermanStemmer::new,
            "fr", FrenchStemmer::new,
            "es", SpanishStemmer::new,
            "it", ItalianStemmer::new,
            "pt", PortugueseStemmer::new,
            "nl", DutchStemmer::new,
            "ru", RussianStemmer::new);
    private static final List<String> OTHERS = List.of("de", "es", "fr", "it", "nl", "pt", "ru");
    private static final String ENGLISH = "en";
    /// Length of `de:`.
    private static final int LANGUAGE_MARK = 3;
    /// Most words of a catalogue are few words again and again; more than these of a language are forgotten at once.
    /// They take about five megabytes.
    private static final int MOST_REMEMBERED = 30_000;

    private static final Map<String, ConcurrentMap<String, String>> REMEMBERED = LANGUAGES.keySet().stream()
            .collect(Collectors.toUnmodifiableMap(language -> language, _ -> new ConcurrentHashMap<>()));

    private static final ThreadLocal<Stemming> CURRENT = ThreadLocal.withInitial(Stemming::new);

    private final Map<String, SnowballStemmer> stemmers = new HashMap<>();

    private Stemming() {}

    static Stemming current() {
        return CURRENT.get();
    }

    /// The primary language that decides the stemmer: English when it is unknown or has no stemmer.
    static String language(@Nullable String tag) {
        if (tag == null) {
            return ENGLISH;
        }
        var primary = Locale.forLanguageTag(tag).getLanguage();
        return LANGUAGES.containsKey(primary) ? primary : ENGLISH;
    }

    /// The stem, marked with its language unless that is English: what means something in one language is
    /// nothing in another. A word that has no stem is its own.
    String stem(String term, String language) {
        var words = REMEMBERED.get(language);
        if (words == null) {
            return stemmed(term, language);
        }
        var known = words.get(term);
        if (known != null) {
            return known;
        }
        if (words.size() >= MOST_REMEMBERED) {
            words.clear();
        }
        var stem = stemmed(term, language);
        words.put(term, stem);
        return stem;
    }

    /// A stem without the mark of its language.
    static String unmarked(String stem) {
        return stem.length() > LANGUAGE_MARK && stem.charAt(LANGUAGE_MARK - 1) == ':'
                ? stem.substring(LANGUAGE_MARK)
                : stem;
    }

    Set<String> inAnyLanguage(String term) {
        var stems = new LinkedHashSet<String>();
        stems.add(stem(term, ENGLISH));
        for (var language : OTHERS) {
            stems.add(stem(term, language));
        }
        return stems;
    }

    private String stemmed(String term, String language) {
        if (term.length() < 4 || !isLetters(term)) {
            return term;
        }
        var stemmer = stemmers.computeIfAbsent(
                language, l -> LANGUAGES.getOrDefault(l, EnglishStemmer::new).get());
        stemmer.setCurrent(term);
        stemmer.stem();
        return language.equals(ENGLISH) ? stemmer.getCurrent() : language + ':' + stemmer.getCurrent();
    }

    /// `k8s` and `c++` have no plural.
    private static boolean isLetters(String term) {
        for (var i = 0; i < term.length(); i++) {
            if (!Character.isLetter(term.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}

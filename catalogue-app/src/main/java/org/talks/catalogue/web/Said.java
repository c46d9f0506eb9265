package org.talks.catalogue.web;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Recognises English sentences by the patterns under `said.` in the English file, `The {0} is missing.`, and
/// says them in another language. Safe for threads.
final class Said {

    /// Longer ones hold somebody's text, and are not worth the time of matching.
    private static final int CHARACTERS_MAX = 600;

    private static final String PREFIX = "said.";

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private static final List<Sentence> SENTENCES = sentences();

    private Said() {}

    private record Sentence(String key, Pattern pattern, int fixed) {}

    static String in(ResourceBundle language, String sentence) {
        if (sentence.length() > CHARACTERS_MAX) {
            return sentence;
        }
        for (var known : SENTENCES) {
            var found = known.pattern().matcher(sentence);
            if (found.matches()) {
                return said(language, known.key(), found);
            }
        }
        return sentence;
    }

    private static String said(ResourceBundle language, String key, Matcher found) {
        var text = language.getString(key);
        for (var i = 0; i < found.groupCount(); i++) {
            text = text.replace("{" + i + "}", in(language, found.group(i + 1)));
        }
        return text;
    }

    /// Those with most words of their own first, as others may match the same.
    private static List<Sentence> sentences() {
        var english = ResourceBundle.getBundle(
                Wording.BUNDLE,
                Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return Collections.list(english.getKeys()).stream()
                .filter(key -> key.startsWith(PREFIX))
                .map(key -> sentence(key, english.getString(key)))
                .sorted(Comparator.comparingInt(Sentence::fixed).reversed().thenComparing(Sentence::key))
                .toList();
    }

    private static Sentence sentence(String key, String text) {
        var pattern = new StringBuilder();
        var fixed = 0;
        var at = 0;
        var places = PLACE.matcher(text);
        while (places.find()) {
            pattern.append(Pattern.quote(text.substring(at, places.start()))).append("(.+?)");
            fixed += places.start() - at;
            at = places.end();
        }
        pattern.append(Pattern.quote(text.substring(at)));
        return new Sentence(key, Pattern.compile(pattern.toString(), Pattern.DOTALL), fixed + text.length() - at);
    }
}

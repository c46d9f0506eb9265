package org.talks.catalogue.web;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.context.i18n.LocaleContextHolder;

/// The texts of pages in the visitor's language: one file per language, `messages/pages.properties` and, for
/// German, `messages/pages_de.properties`. A text that a translation lacks is the English one.
///
/// Which languages are offered is the setting `catalogue.site.languages`; outside of a request it is English.
public final class Wording {

    static final String BUNDLE = "messages.pages";

    /// Without falling back to the server's own language.
    private static final ResourceBundle.Control CONTROL =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final Map<Locale, ResourceBundle> BUNDLES = new ConcurrentHashMap<>();

    private static final Pattern NOT_IN_KEYS = Pattern.compile("[^a-z-]");

    private Wording() {}

    /// The text of a key with `{0}`, `{1}`, … replaced.
    ///
    /// @throws MissingResourceException when no file has the key
    public static String text(String key, Object... values) {
        var text = texts().getString(key);
        for (var i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    private static ResourceBundle texts() {
        return BUNDLES.computeIfAbsent(locale(), locale -> ResourceBundle.getBundle(BUNDLE, locale, CONTROL));
    }

    /// The text of a key for a number: `key.one` or `key.many`, with `{0}` as people write the number.
    public static String count(String key, long count) {
        return text(key + (count == 1 ? ".one" : ".many"), Counts.of(count));
    }

    /// A word of a closed vocabulary, such as a kind of talk, from the texts under `word.`; the word itself where it
    /// is none, as whatever a source says may stand there.
    public static String word(String word) {
        var texts = texts();
        var key = "word." + NOT_IN_KEYS.matcher(word).replaceAll("");
        return texts.containsKey(key) ? texts.getString(key) : word;
    }

    /// A sentence of the rules in the visitor's language. Rules speak English, as what they say is also recorded
    /// and sent to programs; a page finds the sentence among the texts under `said.` by its pattern. What stands in
    /// the places of the pattern is looked up the same way. What is not found stays as it is.
    public static String said(String sentence) {
        return locale().getLanguage().equals(Locale.ENGLISH.getLanguage()) ? sentence : Said.in(texts(), sentence);
    }

    /// For the attribute `lang`.
    public static String language() {
        return locale().toLanguageTag();
    }

    /// In which numbers and dates are written.
    public static Locale locale() {
        var context = LocaleContextHolder.getLocaleContext();
        var locale = context == null ? null : context.getLocale();
        return locale == null ? Locale.ENGLISH : locale;
    }
}

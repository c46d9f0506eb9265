package org.talks.catalogue.web;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.i18n.LocaleContextHolder;

/// The texts of pages in the visitor's language: one file per language, `messages/pages.properties` and, for
/// German, `messages/pages_de.properties`. A text that a translation lacks is the English one.
///
/// Which languages are offered is the setting `catalogue.site.languages`; outside of a request it is English.
public final class Wording {

    private static final String BUNDLE = "messages.pages";

    /// Without falling back to the server's own language.
    private static final ResourceBundle.Control CONTROL =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final Map<Locale, ResourceBundle> BUNDLES = new ConcurrentHashMap<>();

    private Wording() {}

    /// The text of a key with `{0}`, `{1}`, … replaced.
    ///
    /// @throws MissingResourceException when no file has the key
    public static String text(String key, Object... values) {
        var text = BUNDLES.computeIfAbsent(locale(), locale -> ResourceBundle.getBundle(BUNDLE, locale, CONTROL))
                .getString(key);
        for (var i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    /// The text of a key for a number: `key.one` or `key.many`, with `{0}` as people write the number.
    public static String count(String key, long count) {
        return text(key + (count == 1 ? ".one" : ".many"), Counts.of(count));
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

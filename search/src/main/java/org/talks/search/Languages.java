package org.talks.search;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Languages by the names that people type: `de`, `german`, `Deutsch`.
final class Languages {

    /// Languages that may be called what they call themselves; reading all of them takes a second.
    private static final List<String> OWN_NAMES =
            List.of("de", "fr", "es", "it", "pt", "nl", "pl", "cs", "ru", "ja", "ko", "zh");
    private static final Map<String, String> TAGS = names();

    private Languages() {}

    /// The BCP 47 tag for a name, or what was typed.
    static String tag(String typed) {
        return TAGS.getOrDefault(typed.toLowerCase(Locale.ROOT), typed);
    }

    private static Map<String, String> names() {
        var tags = new HashMap<String, String>();
        for (var code : Locale.getISOLanguages()) {
            tags.put(Locale.of(code).getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
        }
        for (var code : OWN_NAMES) {
            var locale = Locale.of(code);
            tags.put(locale.getDisplayLanguage(locale).toLowerCase(Locale.ROOT), code);
        }
        return Map.copyOf(tags);
    }
}

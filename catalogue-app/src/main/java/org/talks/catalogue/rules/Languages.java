package org.talks.catalogue.rules;

import java.util.IllformedLocaleException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Languages as BCP 47 tags (RFC 5646): `en`, `pt-BR`, `zh-Hant`.
public final class Languages {

    /// The longest registered tags have fewer than 35 characters (RFC 5646 section 4.4.1).
    private static final int TAG_CHARACTERS_MAX = 35;

    private static final int SHOWN_CHARACTERS_MAX = 40;

    private Languages() {}

    /// The tag in canonical case, null when it is not well-formed. Whether a subtag is registered is not checked.
    public static @Nullable String canonical(String tag) {
        if (tag.isBlank() || tag.length() > TAG_CHARACTERS_MAX) {
            return null;
        }
        try {
            var canonical = new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
            return canonical.isEmpty() ? null : canonical;
        } catch (IllformedLocaleException e) {
            return null;
        }
    }

    public static String unknown(String tag) {
        return "The language “" + Texts.shown(tag, SHOWN_CHARACTERS_MAX)
                + "” is not a tag: use one such as en, de or pt-BR.";
    }
}

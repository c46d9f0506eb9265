package org.talks.catalogue.web;

import java.util.Locale;

/// Languages as people read them.
public final class Languages {

    private Languages() {}

    /// `Portuguese (Brazil)` for `pt-BR`; the tag itself when it says nothing to the runtime.
    public static String name(String tag) {
        var name = Locale.forLanguageTag(tag).getDisplayName(Wording.locale());
        return name.isEmpty() ? tag : name;
    }
}

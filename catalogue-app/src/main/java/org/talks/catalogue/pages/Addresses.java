package org.talks.catalogue.pages;

import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the id in the address of a page, or an id typed alone.
public final class Addresses {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private Addresses() {}

    public static Optional<String> id(String typed) {
        var id = ID.matcher(typed.toLowerCase(java.util.Locale.ROOT));
        return id.find() ? Optional.of(id.group()) : Optional.empty();
    }
}

package org.talks.catalogue.importing.web;

import java.util.regex.Pattern;

/// Which talk a person means who gives its address or its id.
final class TalkAddress {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private TalkAddress() {}

    /// @return the id in it, or what was given where there is none, so that it is refused as given
    static String id(String given) {
        var id = ID.matcher(given);
        return id.find() ? id.group() : given.strip();
    }
}

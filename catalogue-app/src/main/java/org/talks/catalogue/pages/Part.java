package org.talks.catalogue.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which part of a thing a form is about, as the rest of its path says: `title`, `notes`, `notes/{id}`,
/// `notes/{id}/remove`.
///
/// @param name the first segment
/// @param item which one of a list; null for the list itself, and for what is no list
/// @param removal whether it is the button that takes the item away
public record Part(String name, @Nullable String item, boolean removal) {

    private static final String REMOVE = "/remove";

    static Part of(String path) {
        var slash = path.indexOf('/');
        if (slash < 0) {
            return new Part(path, null, false);
        }
        var rest = path.substring(slash + 1);
        var removal = rest.endsWith(REMOVE);
        return new Part(
                path.substring(0, slash), removal ? rest.substring(0, rest.length() - REMOVE.length()) : rest, removal);
    }

    /// The item of a list whose items have no ids, so that they are counted, from 0.
    ///
    /// @throws org.talks.catalogue.command.Refused.NotFound when the list has none there
    public <T> T of(List<T> items) {
        var place = item != null && item.matches("\\d{1,4}") ? Integer.parseInt(item) : items.size();
        return NoteForms.found(place < items.size() ? items.get(place) : null);
    }
}

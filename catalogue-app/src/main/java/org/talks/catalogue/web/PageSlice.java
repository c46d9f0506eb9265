package org.talks.catalogue.web;

import java.util.List;

/// One page of a list that is in memory.
///
/// @param number of the page, from 1
/// @param total of all items
public record PageSlice<T>(List<T> items, int number, int size, int total) {

    /// A number beyond the list gives its last page.
    public static <T> PageSlice<T> of(List<T> all, int number, int size) {
        var last = Math.max(1, Math.ceilDiv(all.size(), size));
        var shown = Math.clamp(number, 1, last);
        var from = (shown - 1) * size;
        return new PageSlice<>(all.subList(from, Math.min(all.size(), from + size)), shown, size, all.size());
    }

    /// The way to the neighbouring pages, by the parameter `page`.
    ///
    /// @param path with or without a query
    public Paging paging(String path) {
        var from = (number - 1) * size;
        var to = from + items.size();
        var page = path + (path.contains("?") ? "&" : "?") + "page=";
        return new Paging(
                number == 1 ? null : number == 2 ? path : page + (number - 1),
                to < total ? page + (number + 1) : null,
                total <= size ? "" : Wording.text("speaker.of", Counts.of(from + 1L), Counts.of(to), Counts.of(total)));
    }
}

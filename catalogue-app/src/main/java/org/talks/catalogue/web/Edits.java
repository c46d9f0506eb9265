package org.talks.catalogue.web;

import java.util.List;

/// Paths of the forms that change a thing, for those who may.
///
/// @param parts in the order of the page: `Title`, `Summary`, …
/// @param more what is seldom done: cancel, withdraw, link with another
public record Edits(List<Ref> parts, List<Ref> more) {

    public Edits {
        parts = List.copyOf(parts);
        more = List.copyOf(more);
    }
}

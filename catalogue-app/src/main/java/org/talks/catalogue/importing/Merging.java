package org.talks.catalogue.importing;

import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The rule that decides about one field: what the source says now, what it said last, and what the catalogue
/// has.
///
/// A value that the source changes is taken over when nobody else touched the field since; when a person did, the
/// person wins and the source's value is offered. What a source does not say, it does not change.
final class Merging {

    private Merging() {}

    /// @param delivered what the source says now; null when it says nothing
    /// @param base what the source said last, null when it never said anything of this field
    /// @param current what the catalogue has
    /// @param take carries it over
    /// @param offer keeps the catalogue's value and offers the source's
    static <T> void field(
            @Nullable T delivered, @Nullable T base, @Nullable T current, Consumer<T> take, Consumer<T> offer) {
        if (delivered == null || delivered.equals(current) || delivered.equals(base)) {
            return;
        }
        if (current == null || Objects.equals(base, current)) {
            take.accept(delivered);
        } else {
            offer.accept(delivered);
        }
    }
}

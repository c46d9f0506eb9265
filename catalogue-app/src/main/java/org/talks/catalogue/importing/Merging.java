package org.talks.catalogue.importing;

import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The rule that decides about one field: what the source says now, what it said last, and what the catalogue
/// has.
///
/// A value that the source changes is taken over when nobody else touched the field since; when a person did, the
/// person wins and the field is named. What a source does not say, it does not change.
final class Merging {

    private boolean kept;

    /// Whether a person's change was kept somewhere.
    boolean kept() {
        return kept;
    }

    /// @param delivered what the source says now; null when it says nothing
    /// @param base what the source said last, null when it never said anything of this field
    /// @param current what the catalogue has
    /// @param change carries it over
    <T> void field(@Nullable T delivered, @Nullable T base, @Nullable T current, Consumer<T> change) {
        if (delivered == null || delivered.equals(current) || delivered.equals(base)) {
            return;
        }
        if (current == null || Objects.equals(base, current)) {
            change.accept(delivered);
        } else {
            kept = true;
        }
    }
}

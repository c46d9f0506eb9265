package org.talks.catalogue.data;

import org.jspecify.annotations.Nullable;

/// The generations of the views that are in use; `views/<number>/` holds each.
///
/// @param relational number of the generation whose `views.db` is read, at least 1
/// @param index number of the generation whose `index` is searched, at least 1
/// @param previousRelational the generation before, to go back to; null when there is none
/// @param previousIndex the same for the index
public record CurrentViews(
        int relational,
        int index,
        @Nullable Integer previousRelational,
        @Nullable Integer previousIndex) {
    public CurrentViews {
        if (relational < 1 || index < 1) {
            throw new IllegalArgumentException("Generations count from 1: " + relational + ", " + index);
        }
    }

    /// With nothing to go back to.
    public CurrentViews(int relational, int index) {
        this(relational, index, null, null);
    }
}

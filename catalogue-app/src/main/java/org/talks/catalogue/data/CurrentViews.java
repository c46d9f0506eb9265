package org.talks.catalogue.data;

/// The generations of the views that are in use; `views/<number>/` holds each.
///
/// @param relational number of the generation whose `views.db` is read, at least 1
/// @param index number of the generation whose `index` is searched, at least 1
public record CurrentViews(int relational, int index) {
    public CurrentViews {
        if (relational < 1 || index < 1) {
            throw new IllegalArgumentException("Generations count from 1: " + relational + ", " + index);
        }
    }
}

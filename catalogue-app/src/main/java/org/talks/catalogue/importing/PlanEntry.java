package org.talks.catalogue.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that a plan tells of.
///
/// @param ordinal place in the plan, from 0
/// @param thing `talk`, `conference`, `speaker` or `series`
/// @param id of the thing in the catalogue, or the one it will have
/// @param changes field by field, without what stays
/// @param place where in the input it stands; empty for what is not in it
/// @param note a sentence, empty when the kind says it all
/// @param by who made the catalogue's value of a conflict
/// @param offered whether a person can have the other value, or say that the two are the same
public record PlanEntry(
        int ordinal,
        Kind kind,
        String thing,
        String id,
        String name,
        List<Change> changes,
        String place,
        String note,
        @Nullable By by,
        boolean offered) {

    public PlanEntry {
        changes = List.copyOf(changes);
    }

    public enum Kind {
        /// Not in the catalogue yet.
        NEW,
        /// Its fields become what the source says.
        CHANGED,
        /// In the catalogue from this source, and no longer in it.
        GONE,
        /// The source says one thing and somebody else another; the catalogue keeps what it has.
        CONFLICT,
        /// New, and perhaps the same as something that another source brought.
        DUPLICATE
    }

    /// @param part of the thing as events name it: `title`, `session:0198…`
    /// @param before empty when there was nothing; of a conflict, what the catalogue has
    /// @param after empty when nothing is left; of a conflict, what the source says
    public record Change(String part, String label, String before, String after) {}

    /// @param actor id of the account
    /// @param source of the import that it came by, null for a person
    public record By(String actor, @Nullable String source) {}
}

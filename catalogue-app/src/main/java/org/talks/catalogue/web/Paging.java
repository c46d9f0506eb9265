package org.talks.catalogue.web;

import org.jspecify.annotations.Nullable;

/// The way to the neighbouring pages of a list.
///
/// @param position where this page is: `1–100 of 12,996`; empty when it is not worth saying
public record Paging(@Nullable String previous, @Nullable String next, String position) {

    /// A list that fits on one page.
    public static final Paging NONE = new Paging(null, null, "");

    public boolean needed() {
        return previous != null || next != null;
    }
}

package org.talks.search;

import org.jspecify.annotations.Nullable;

/// One word of a text.
///
/// @param term folded: lower case, without accents
/// @param other a second folding at the same place, `mueller` for `Müller`
/// @param position in words from the beginning of the text
/// @param start offset of the first character
/// @param end offset after the last character
/// @param compound on the first part of a compound word
record Token(
        String term,
        @Nullable String other,
        int position,
        int start,
        int end,
        @Nullable Compound compound) {

    /// What was written as one: `node.js`, `CI/CD`, `python3`, a run of Japanese.
    ///
    /// @param joined the parts written together, null when that is no word
    /// @param parts how many tokens it spans
    record Compound(@Nullable String joined, int parts) {}
}

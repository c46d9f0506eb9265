package org.talks.catalogue.web;

import org.jspecify.annotations.Nullable;

/// One line about what was just done, shown once above the page.
///
/// @param message a full sentence: "The talk was retitled."
/// @param undo how to take it back, null when that cannot be offered
public record Flash(String message, @Nullable Undo undo) {

    /// Takes it back by posting to `action`, with the page's CSRF token.
    ///
    /// @param command sent as the field `command`: whatever lets the receiver find the inverse
    public record Undo(String action, String command) {}
}

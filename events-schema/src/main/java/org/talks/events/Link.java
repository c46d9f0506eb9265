package org.talks.events;

import org.jspecify.annotations.Nullable;

/// A link with its text; a null label shows the host.
public record Link(String url, @Nullable String label) {}

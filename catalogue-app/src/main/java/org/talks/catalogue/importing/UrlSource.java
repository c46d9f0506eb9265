package org.talks.catalogue.importing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An address that is fetched again and again.
///
/// @param everyMinutes how often, 0 for only when somebody asks
/// @param apply whether what changed is applied at once; otherwise it waits for a person
/// @param checked when it was asked last, null before
/// @param outcome of that, a sentence
/// @param importId the last import that it led to
public record UrlSource(
        String id,
        String url,
        @Nullable String format,
        @Nullable String zone,
        int everyMinutes,
        boolean apply,
        Instant added,
        String addedBy,
        @Nullable Instant checked,
        String outcome,
        @Nullable String importId) {}

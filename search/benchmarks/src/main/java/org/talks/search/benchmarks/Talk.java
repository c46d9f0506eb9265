package org.talks.search.benchmarks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A talk of pyvideo, as every engine gets it.
///
/// @param language ISO 639-1 where there is one
/// @param recorded ISO date, null when unknown
record Talk(
        String id,
        String title,
        String summary,
        List<String> speakers,
        List<String> tags,
        String conferenceId,
        String conference,
        @Nullable String language,
        @Nullable String recorded,
        @Nullable Integer durationSeconds,
        List<String> urls) {}

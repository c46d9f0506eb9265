package org.talks.catalogue.conference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A conference as lists show it.
///
/// @param year of its first day, else of its first talk
public record ListedConference(
        String id,
        String name,
        @Nullable String seriesId,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable String city,
        @Nullable String country,
        boolean cancelled,
        long talks,
        @Nullable Integer year) {}

package org.talks.catalogue.importing.format;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.events.RichText;

/// A conference as one source tells it. Null and empty mean that the source does not say, never that there is
/// none.
///
/// @param source the name under which this source's talk and speaker keys are unique: `pyvideo`, `frab:38c3`
/// @param key the source's key of the conference
/// @param series name of the series where it can be told: the name without its year
/// @param zone IANA zone, only when the file names it
/// @param place where in the input it stands, for messages
public record ConferenceDraft(
        String source,
        String key,
        String name,
        @Nullable String series,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable String city,
        @Nullable String country,
        @Nullable String zone,
        @Nullable String website,
        List<String> languages,
        RichText description,
        String place) {}

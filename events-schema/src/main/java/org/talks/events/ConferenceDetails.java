package org.talks.events;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known of one edition of a conference; only the name must be.
///
/// @param seriesId the series it is an edition of
/// @param startDate first day; dates and zone of a conference may be unknown
/// @param country as it is named in the catalogue's language
/// @param zone IANA zone that its clock times are in
/// @param languages BCP 47 tags
public record ConferenceDetails(
        String name,
        @Nullable String seriesId,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable String city,
        @Nullable String country,
        @Nullable String zone,
        @Nullable String website,

        @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.FAIL)
        List<String> languages,

        RichText description) {

    public ConferenceDetails {
        languages = List.copyOf(languages);
    }

    /// A conference of which only the name is known.
    public static ConferenceDetails named(String name) {
        return new ConferenceDetails(name, null, null, null, null, null, null, null, List.of(), RichText.EMPTY);
    }
}

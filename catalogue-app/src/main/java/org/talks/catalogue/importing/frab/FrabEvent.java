package org.talks.catalogue.importing.frab;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.importing.format.Moment;
import org.talks.events.RichText;

/// What the family calls an event: one slot of one talk, as read.
///
/// @param fields simple values by their names in XML, attributes (`guid`, `id`, `code`) included
record FrabEvent(Map<String, String> fields, Day day, List<Person> persons, List<FrabLink> links, String place) {

    FrabEvent {
        fields = Map.copyOf(fields);
        persons = List.copyOf(persons);
        links = List.copyOf(links);
    }

    /// The value, null when it is missing, blank or the word `None` that scripts leave behind.
    @Nullable
    String get(String name) {
        String value = fields.get(name);
        return value == null || value.isBlank() || value.strip().equals("None") ? null : value.strip();
    }

    /// The day it is listed under. Late talks are listed under the day before their date.
    ///
    /// @param start first moment of that day, where told
    record Day(@Nullable LocalDate date, @Nullable Moment start) {}

    record Person(@Nullable String key, String name, RichText bio) {}

    /// @param kind as told, null when it is to be guessed
    record FrabLink(
            @Nullable String kind,
            @Nullable String url,
            @Nullable String label) {}
}

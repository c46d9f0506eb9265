package org.talks.catalogue.importing.ical;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One VEVENT as read.
///
/// @param values by property name in capitals: `UID`, `SUMMARY`, `DTSTART` …
/// @param zone the `TZID` of its start
record CalendarEvent(
        Map<String, String> values,
        @Nullable String zone,
        List<String> speakers,
        List<String> categories,
        String place) {

    CalendarEvent {
        values = Map.copyOf(values);
        speakers = List.copyOf(speakers);
        categories = List.copyOf(categories);
    }

    @Nullable
    String get(String name) {
        String value = values.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }
}

package org.talks.catalogue.importing.table;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tables whose columns a system always names alike, so that nobody needs to be asked.
final class Presets {

    /// @param needed the columns by which it is known
    /// @param text the mapping, of which only the columns that are there are taken
    private record Preset(String system, Set<String> needed, String text) {}

    private static final List<Preset> ALL = List.of(new Preset(
            "Sched",
            Set.of("event_key", "name", "event_start"),
            "key=event_key; title=name; summary=description; speakers=speakers; speakers=moderators; start=event_start; end=event_end;"
                    + " track=event_type; topics=event_subtype; topics=tags; topics=subject; level=audience;"
                    + " room=venue; video=video_stream; link=media_url; status=active"));

    private Presets() {}

    static Optional<Mapping> of(List<String> columns) {
        Preset preset = find(columns);
        return preset == null ? Optional.empty() : Optional.of(only(columns, Mapping.parse(preset.text())));
    }

    /// The system whose export it is, null when it is none of them.
    static @Nullable String systemOf(List<String> columns) {
        Preset preset = find(columns);
        return preset == null ? null : preset.system();
    }

    /// Whether its cells have a comma between persons and nowhere else, and its titles end with them.
    static boolean listsPersons(List<String> columns) {
        return find(columns) != null;
    }

    private static @Nullable Preset find(List<String> columns) {
        return ALL.stream()
                .filter(preset -> columns.containsAll(preset.needed()))
                .findFirst()
                .orElse(null);
    }

    private static Mapping only(List<String> columns, Mapping mapping) {
        var there = new java.util.EnumMap<Field, List<String>>(Field.class);
        mapping.columns()
                .forEach((field, names) -> there.put(
                        field, names.stream().filter(columns::contains).toList()));
        return new Mapping(there, mapping.dates());
    }
}

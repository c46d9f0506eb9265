package org.talks.catalogue.importing.table;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tables of people, which lie beside those of talks in many exports.
final class Speakers {

    private static final Set<String> NAMES = Set.of("name", "full name", "fullname", "speaker");
    private static final Set<String> BIOGRAPHIES = Set.of("bio", "biography");

    private Speakers() {}

    /// Whether the columns are those of people: a name and a biography, and no title of a talk.
    static boolean are(List<String> columns) {
        boolean talks = !Proposals.propose(new Table(columns, List.of()))
                .of(Field.TITLE)
                .isEmpty();
        return !talks && has(columns, NAMES) && has(columns, BIOGRAPHIES);
    }

    static @Nullable String name(Table.Row row, List<String> columns) {
        for (String column : columns) {
            if (NAMES.contains(column.toLowerCase(Locale.ROOT))) {
                return row.first(column).orElse(null);
            }
        }
        return null;
    }

    private static boolean has(List<String> columns, Set<String> names) {
        return columns.stream().anyMatch(column -> names.contains(column.toLowerCase(Locale.ROOT)));
    }
}

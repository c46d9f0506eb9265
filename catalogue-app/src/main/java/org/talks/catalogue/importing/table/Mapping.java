package org.talks.catalogue.importing.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/// What the columns of a table mean. Columns that no field names are not read at all, so that private ones are
/// never stored.
///
/// @param columns names of columns by what they mean; a mapping without a title reads nothing
/// @param dates how dates with slashes are written
public record Mapping(Map<Field, List<String>> columns, Dates dates) {

    /// More than the widest real table has columns for one field.
    private static final int MAX_PARTS = 200;

    /// The order of day and month in `03/04/2024`.
    public enum Dates {
        /// Only dates that can be read in one way are taken.
        UNAMBIGUOUS("only dates that can be read in one way"),
        DAY_FIRST("day first: 31/12/2024"),
        MONTH_FIRST("month first: 12/31/2024");

        private final String label;

        Dates(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /// `day-first`
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    public Mapping {
        Map<Field, List<String>> copy = new EnumMap<>(Field.class);
        columns.forEach((field, names) -> {
            if (!names.isEmpty()) {
                copy.put(field, List.copyOf(names));
            }
        });
        columns = Collections.unmodifiableMap(copy);
    }

    /// The columns of a field, none when it has none.
    public List<String> of(Field field) {
        return columns.getOrDefault(field, List.of());
    }

    /// What a column means, null when it is not read.
    public @org.jspecify.annotations.Nullable Field meaning(String column) {
        for (Map.Entry<Field, List<String>> entry : columns.entrySet()) {
            if (entry.getValue().contains(column)) {
                return entry.getKey();
            }
        }
        return null;
    }

    /// Reads `title=Proposal title; speakers=Speaker 1; speakers=Speaker 2; dates=day-first`, which is what
    /// [#toString] writes, or the same with a line each, as [#lines] writes it.
    ///
    /// @throws IllegalArgumentException when it cannot be understood; its message is for people
    public static Mapping parse(String text) {
        Map<Field, List<String>> columns = new EnumMap<>(Field.class);
        Dates dates = Dates.UNAMBIGUOUS;
        for (String part : text.split(text.indexOf('\n') < 0 ? ";" : "\n", MAX_PARTS)) {
            int at = part.indexOf('=');
            if (part.isBlank()) {
                continue;
            }
            if (at < 1 || at == part.length() - 1) {
                throw new IllegalArgumentException(
                        "A mapping is written as title=Column; speakers=Column. This is not: " + part.strip());
            }
            String word = part.substring(0, at).strip();
            String column = part.substring(at + 1).strip();
            if (word.equals("dates")) {
                dates = dates(column);
                continue;
            }
            Field field = Field.of(word);
            if (field == null) {
                throw new IllegalArgumentException(
                        "There is no field " + word + ". There are: " + words() + ", dates.");
            }
            columns.computeIfAbsent(field, f -> new ArrayList<>()).add(column);
        }
        columns.forEach((field, names) -> {
            if (names.size() > 1 && !field.several()) {
                throw new IllegalArgumentException("Only one column can be " + field.word() + ".");
            }
        });
        if (!columns.containsKey(Field.TITLE)) {
            throw new IllegalArgumentException("A mapping needs a title: title=Column.");
        }
        return new Mapping(columns, dates);
    }

    private static Dates dates(String word) {
        for (Dates dates : Dates.values()) {
            if (dates.word().equals(word)) {
                return dates;
            }
        }
        throw new IllegalArgumentException("Dates are day-first, month-first or unambiguous, not " + word + ".");
    }

    private static String words() {
        StringJoiner words = new StringJoiner(", ");
        for (Field field : Field.values()) {
            words.add(field.word());
        }
        return words.toString();
    }

    /// One line for each column, for keeping: names of columns may hold semicolons.
    public String lines() {
        return written("\n") + "\n";
    }

    @Override
    public String toString() {
        return written("; ");
    }

    private String written(String separator) {
        StringJoiner text = new StringJoiner(separator);
        columns.forEach((field, names) -> names.forEach(name -> text.add(field.word() + "=" + name)));
        if (dates != Dates.UNAMBIGUOUS) {
            text.add("dates=" + dates.word());
        }
        return text.toString();
    }
}

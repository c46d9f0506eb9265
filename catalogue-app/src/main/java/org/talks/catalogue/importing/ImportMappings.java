package org.talks.catalogue.importing;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.data.StateDatabase;
import org.talks.catalogue.importing.format.SourceFile;
import org.talks.catalogue.importing.format.UnreadableSourceException;
import org.talks.catalogue.importing.table.Field;
import org.talks.catalogue.importing.table.Mapping;
import org.talks.catalogue.importing.table.Mappings;
import org.talks.catalogue.importing.table.Proposals;
import org.talks.catalogue.importing.table.Table;
import org.talks.catalogue.importing.table.Tables;

/// Remembers what people said the columns of tables mean, in `state.db`: once per set of columns, so that the
/// next file of the same source is read without asking.
@Repository
public class ImportMappings implements Mappings {

    private static final String KEY = "import.mapping.";

    private final StateDatabase state;

    ImportMappings(StateDatabase state) {
        this.state = state;
    }

    @Override
    public Optional<Mapping> find(String fingerprint) {
        return state.jdbc()
                .sql("select value from setting where key = ?")
                .param(KEY + fingerprint)
                .query(String.class)
                .optional()
                .map(Mapping::parse);
    }

    /// Keeps what a person says the columns of a file mean.
    ///
    /// @param format id of the format as it was chosen, null when it is to be recognised
    /// @param mapping as [Mapping#parse] reads it, or `proposed` to agree with the proposal; null says nothing
    /// @throws Refused.Invalid when it cannot be understood or names columns that are not there
    public void confirm(SourceFile file, @Nullable String format, @Nullable String mapping)
            throws IOException, UnreadableSourceException {
        if (mapping == null || mapping.isBlank()) {
            return;
        }
        var table = Tables.open(format == null ? Tables.formatOf(file) : format, file);
        try {
            confirm(table, mapping.strip().equals("proposed") ? Proposals.propose(table) : Mapping.parse(mapping));
        } catch (IllegalArgumentException e) {
            throw new Refused.Invalid("mapping", String.valueOf(e.getMessage()));
        }
    }

    /// Keeps a mapping for tables with these columns; an earlier one is replaced.
    ///
    /// @throws IllegalArgumentException when it names columns that the table does not have; its message is for
    ///     people
    public void confirm(Table table, Mapping mapping) {
        if (mapping.of(Field.TITLE).isEmpty()) {
            throw new IllegalArgumentException(
                    "Say which column is the title. There are: " + String.join(", ", table.columns()) + ".");
        }
        mapping.columns()
                .values()
                .forEach(columns -> columns.forEach(column -> {
                    if (!table.columns().contains(column)) {
                        throw new IllegalArgumentException("There is no column " + column + ". There are: "
                                + String.join(", ", table.columns()) + ".");
                    }
                }));
        state.doInTransaction(jdbc -> jdbc.sql("insert into setting (key, value) values (?, ?)"
                        + " on conflict (key) do update set value = excluded.value")
                .params(KEY + table.fingerprint(), mapping.lines())
                .update());
    }
}

package org.talks.catalogue.importing;

import java.util.Optional;
import org.springframework.stereotype.Repository;
import org.talks.catalogue.data.StateDatabase;
import org.talks.catalogue.importing.table.Mapping;
import org.talks.catalogue.importing.table.Mappings;
import org.talks.catalogue.importing.table.Table;

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

    /// Keeps a mapping for tables with these columns; an earlier one is replaced.
    ///
    /// @throws IllegalArgumentException when it names columns that the table does not have; its message is for
    ///     people
    public void confirm(Table table, Mapping mapping) {
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
                .params(KEY + table.fingerprint(), mapping.toString())
                .update());
    }
}

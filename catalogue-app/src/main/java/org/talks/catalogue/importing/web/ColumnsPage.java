package org.talks.catalogue.importing.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.web.Page;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

/// Asks what the columns of a table mean. The form posts to `path`: `column.0` and so on with a word of
/// [org.talks.catalogue.importing.table.Field] or nothing, `dates`, `_csrf`.
///
/// @param upload the import that needs it
/// @param path of this page
/// @param columns in the order of the table
/// @param fields what a column may mean
/// @param dates how dates may be written
/// @param chosenDates one of these
/// @param error a sentence about the whole, null when there is none
public record ColumnsPage(
        Visit visit,
        Ref upload,
        String path,
        List<Column> columns,
        List<Choice> fields,
        List<Choice> dates,
        String chosenDates,
        @Nullable String error)
        implements Page {

    /// @param word as it is sent
    /// @param label as people read it
    public record Choice(String word, String label) {}

    /// @param field the word of what it means, empty when it is not read
    /// @param samples a few of its values
    /// @param hint a sentence, empty when there is nothing to say
    public record Column(String name, String field, List<String> samples, String hint) {}

    @Override
    public String template() {
        return "importing/columns";
    }

    @Override
    public String title() {
        return Wording.text("importing.what-the-columns-mean");
    }

    @Override
    public Section section() {
        return Section.IMPORTS;
    }

    @Override
    public boolean indexed() {
        return false;
    }
}

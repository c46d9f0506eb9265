package org.talks.catalogue.history.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.web.Page;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

/// Where each part of a talk comes from.
///
/// @param name title of the talk
/// @param path of the talk
/// @param rows in the order of the talk's page
/// @param sources names of the sources that know the talk, with their keys
public record OriginsPage(Visit visit, String name, String path, List<Row> rows, List<String> sources) implements Page {

    /// @param value what it says, shortened; may be empty
    /// @param who an import, or somebody
    /// @param report of the import, null when there is none to see
    public record Row(
            String label,
            String value,
            String who,
            String when,
            String machine,
            @Nullable Ref report) {}

    @Override
    public String template() {
        return "talk/origins";
    }

    @Override
    public String title() {
        return Wording.text("history.where-comes-from", name);
    }

    @Override
    public Section section() {
        return Section.NONE;
    }

    @Override
    public boolean indexed() {
        return false;
    }
}

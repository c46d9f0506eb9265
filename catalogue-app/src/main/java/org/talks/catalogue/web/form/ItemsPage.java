package org.talks.catalogue.web.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.web.Page;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.Visit;

/// The things that a talk or conference has several of (sessions, resources, notes, aliases), each with what can
/// be done to it, and a form to add one.
///
/// @param title `Resources`
/// @param of the thing that has them
/// @param items in their order
/// @param empty a sentence for when there are none
/// @param add the form to add one, null where that is not possible
/// @param parts the thing's other forms
public record ItemsPage(
        Visit visit,
        String title,
        Ref of,
        List<Item> items,
        String empty,
        @Nullable Form add,
        List<Ref> parts) implements Page {

    /// @param heading `Slides: Data Science in the Balanced Team`
    /// @param detail quiet words; empty for none
    /// @param edit path of its form, null when it has none
    /// @param actions what is done at one press of a button
    public record Item(
            String heading, String detail, @Nullable String edit, List<Action> actions) {}

    /// @param label says what it does: `Detach`
    /// @param action path it posts to, with `_csrf` and `fields`
    public record Action(String label, String action, List<Field.Hidden> fields, boolean grave) {}

    @Override
    public String template() {
        return "form/items";
    }

    @Override
    public boolean indexed() {
        return false;
    }
}

package org.talks.catalogue.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.command.CatalogueCommand;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.command.StreamKind;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.form.Editing;
import org.talks.catalogue.web.form.Form;
import org.talks.catalogue.web.form.ItemsPage;

/// What can be edited of a kind of thing.
///
/// @param <S> its content
public interface EditedKind<S> {

    StreamKind<?, ?, S> kind();

    /// Path of the things, with a slash at its end: `/talks/`.
    String collection();

    Ref ref(S content);

    /// The thing's forms.
    List<Ref> parts(S content);

    /// Heading of the part's page.
    String title(Part part);

    /// The form of a part; null for one that is only a button, or a list that cannot be added to.
    ///
    /// @throws Refused.NotFound when there is no such part
    @Nullable
    Form form(Part part, S content, Editing editing);

    /// The list that a part is, null when it is a single form.
    @Nullable
    Listing items(Part part, S content, Editing editing);

    /// What sending the part's form, or pressing its button, asks for, in order.
    ///
    /// @throws Refused when what was typed makes no command
    List<CatalogueCommand> commands(Part part, S content, Typed typed);

    /// The form that makes a new one.
    ///
    /// @param key the form's own
    /// @param asked what the address says it is to begin with
    Blank blank(String key, Typed asked);

    /// What sending that form asks for.
    List<CatalogueCommand> added(String id, Typed typed);

    /// The refusal of a part that there is not.
    default Refused unknown(Part part) {
        return new Refused.NotFound("A " + kind().prefix() + " has no part " + part.name() + ".");
    }

    /// @param title heading of its page
    /// @param of where the new one will be listed
    record Blank(String title, Ref of, Form form) {}

    /// A list with a sentence for when it is empty.
    record Listing(List<ItemsPage.Item> items, String empty) {}
}

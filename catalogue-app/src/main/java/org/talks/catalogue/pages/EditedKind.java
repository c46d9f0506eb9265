package org.talks.catalogue.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.command.CatalogueCommand;
import org.talks.catalogue.command.StreamKind;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.form.Editing;
import org.talks.catalogue.web.form.Form;
import org.talks.catalogue.web.form.ItemsPage;

/// What can be edited of a kind of thing. A part is named by the rest of its path: `title`, `notes`,
/// `notes/{id}`, `notes/{id}/remove`.
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
    String title(String part);

    /// The form of a part; null for one that is only a button, or a list that cannot be added to.
    ///
    /// @throws org.talks.catalogue.command.Refused.NotFound when there is no such part
    @Nullable
    Form form(String part, S content, Editing editing);

    /// The list that a part is, null when it is a single form.
    @Nullable
    Listing items(String part, S content, Editing editing);

    /// What sending the part's form, or pressing its button, asks for, in order.
    ///
    /// @throws org.talks.catalogue.command.Refused when what was typed makes no command
    List<CatalogueCommand> commands(String part, S content, Typed typed);

    /// A list with a sentence for when it is empty.
    record Listing(List<ItemsPage.Item> items, String empty) {}
}

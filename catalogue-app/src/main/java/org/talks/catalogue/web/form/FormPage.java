package org.talks.catalogue.web.form;

import java.util.List;
import org.talks.catalogue.web.Page;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.Visit;

/// One form on a page of its own. A refused form comes back as this page with status 422.
///
/// @param title what is done: "Retitle a talk"
/// @param of the thing it is done to
/// @param intro sentences above the form; none where the fields say enough
/// @param parts the thing's other forms, for the way from one to the next
public record FormPage(Visit visit, String title, Ref of, List<String> intro, Form form, List<Ref> parts)
        implements Page {

    @Override
    public String template() {
        return "form/page";
    }

    @Override
    public boolean indexed() {
        return false;
    }
}

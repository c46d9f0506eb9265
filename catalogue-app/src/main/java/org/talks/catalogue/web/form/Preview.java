package org.talks.catalogue.web.form;

import org.talks.catalogue.web.Fragment;
import org.talks.catalogue.web.SafeHtml;

/// What a Markdown text looks like: the answer to `POST /preview`, whose parameter `preview` names the parameter
/// that holds the text.
public record Preview(SafeHtml html) implements Fragment {

    @Override
    public String template() {
        return "form/preview";
    }
}

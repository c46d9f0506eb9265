package org.talks.catalogue.web.form;

import org.jspecify.annotations.Nullable;
import org.talks.catalogue.web.Wording;

/// What every form about one thing shares.
///
/// @param path of the thing, which is also the way back; its forms are below `path` + `/edit/`
/// @param version of the thing as it is read into the form; null when nothing can have changed meanwhile
/// @param key random, one per form
public record Editing(String path, @Nullable Long version, String key) {

    /// A form for one part.
    ///
    /// @param part last segment of its path: `title`, `resources/{id}`
    /// @param submit what the button says
    public Form form(String part, String submit, Field... fields) {
        return Form.of(path + "/edit/" + part, submit, path, version, key, fields);
    }

    /// A form that only asks why.
    public Form reason(String part, String submit, String hint) {
        return form(
                        part,
                        submit,
                        Field.text("reason", Wording.text("history.reason"), null, 2_000)
                                .hint(hint))
                .gravely();
    }
}

package org.talks.catalogue.talk.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.web.Page;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

/// The transcripts of a talk, and the form to attach, replace or remove one. The form posts as
/// `multipart/form-data` to `path`: `file` or `text`, `language`, `origin`, `_csrf`.
///
/// @param talk the talk's own page
/// @param path of this page
/// @param attached in the order of language and origin
/// @param typed what was typed before, by field
/// @param errors sentences by field
/// @param parts the talk's other forms
public record TranscriptsPage(
        Visit visit,
        Ref talk,
        String path,
        List<Attached> attached,
        Map<String, String> typed,
        Map<String, String> errors,
        List<Ref> parts)
        implements Page {

    /// @param heading `English, by a person`
    /// @param detail `294 cues, until 13:31`
    /// @param language BCP 47 tag
    public record Attached(String heading, String detail, String language, String origin) {}

    /// What was typed into a field before, empty at first.
    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    /// The sentence about a field, null when it is right.
    public @Nullable String error(String field) {
        return errors.get(field);
    }

    @Override
    public String template() {
        return "talk/transcripts";
    }

    @Override
    public String title() {
        return Wording.text("talk.transcripts");
    }

    @Override
    public boolean indexed() {
        return false;
    }
}

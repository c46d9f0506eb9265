package org.talks.catalogue.pages;

import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talks.catalogue.rules.Limits;
import org.talks.catalogue.text.Texts;
import org.talks.catalogue.web.PageController;
import org.talks.catalogue.web.SafeHtml;
import org.talks.catalogue.web.form.Preview;
import org.talks.events.RichText;

/// What a Markdown text looks like, while it is being written.
@PageController
final class PreviewPages {

    @PostMapping("/preview")
    Preview preview(@RequestParam MultiValueMap<String, String> values) {
        var typed = new Typed(values);
        var text = typed.text(typed.text("preview"));
        var shown = text.length() > Limits.NOTE_CHARACTERS_MAX ? text.substring(0, Limits.NOTE_CHARACTERS_MAX) : text;
        return new Preview(SafeHtml.trusted(Texts.html(RichText.markdown(shown))));
    }
}

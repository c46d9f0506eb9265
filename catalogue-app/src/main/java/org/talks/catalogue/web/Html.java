package org.talks.catalogue.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;
import org.springframework.stereotype.Component;

/// Renders pages and fragments with templates that were compiled at build time. Thread-safe.
@Component
public final class Html {

    private static final String TEMPLATES = "org.talks.catalogue.templates";

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Html.class.getClassLoader(), TEMPLATES);

    /// The fragment as UTF-8. The static parts of templates are stored encoded, so that this copies bytes.
    public Utf8ByteOutput bytes(Fragment fragment) {
        var output = new Utf8ByteOutput();
        engine.render(fragment.template() + ".jte", fragment, output);
        return output;
    }

    public String string(Fragment fragment) {
        var output = new StringOutput();
        engine.render(fragment.template() + ".jte", fragment, output);
        return output.toString();
    }
}

package org.talks.catalogue.pages;

import java.util.List;
import java.util.stream.IntStream;
import org.talks.catalogue.pages.EditedKind.Listing;
import org.talks.catalogue.web.Wording;
import org.talks.catalogue.web.form.Editing;
import org.talks.catalogue.web.form.Field;
import org.talks.catalogue.web.form.Form;
import org.talks.events.SourceKey;

/// Under which keys sources know a thing, in forms: a list to which keys are added and from which they are taken.
public final class SourceForms {

    private static final int SOURCE = 200;
    private static final int KEY = 2_000;

    private SourceForms() {}

    /// @param hint what the key is: "What the source calls it."
    public static Form form(Editing editing, String hint) {
        return editing.form(
                "sources",
                Wording.text("conference.link-to-source"),
                Field.text("source.source", Wording.text("facet.source"), "", SOURCE)
                        .asRequired()
                        .hint(Wording.text("conference.such-as-pyvideo")),
                Field.text("source.key", Wording.text("conference.key"), "", KEY)
                        .asRequired()
                        .hint(hint));
    }

    /// Each at its place; see [Part#of(List)].
    public static Listing listing(List<SourceKey> sources, String empty, Editing editing) {
        var items = IntStream.range(0, sources.size())
                .mapToObj(i -> NoteForms.removable(
                        "sources/" + i,
                        sources.get(i).source(),
                        sources.get(i).key(),
                        Wording.text("conference.unlink"),
                        editing))
                .toList();
        return new Listing(items, empty);
    }

    public static SourceKey read(Typed typed) {
        return new SourceKey(
                typed.text("source.source").strip(), typed.text("source.key").strip());
    }
}

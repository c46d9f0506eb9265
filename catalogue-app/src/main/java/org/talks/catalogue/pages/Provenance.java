package org.talks.catalogue.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.talks.catalogue.web.Dates;
import org.talks.catalogue.web.Wording;
import org.talks.events.SourceKey;

/// Says where a thing comes from.
public final class Provenance {

    private Provenance() {}

    /// Sentences: from which sources, since when, last changed when.
    public static List<String> of(List<SourceKey> sources, Instant addedAt, Instant changedAt) {
        var lines = new ArrayList<String>();
        var added = day(addedAt);
        var names = new LinkedHashSet<String>();
        // `frab:fosdem-2024` names the conference too, which the page does already.
        sources.forEach(source -> names.add(source.source().replaceFirst(":.*", "")));
        lines.add(
                names.isEmpty()
                        ? Wording.text("pages.added-by-hand-on", Dates.day(added))
                        : Wording.text(
                                "pages.imported-from-added-on",
                                String.join(Wording.text("pages.and"), names),
                                Dates.day(added)));
        var changed = day(changedAt);
        if (!changed.equals(added)) {
            lines.add(Wording.text("pages.last-changed-on", Dates.day(changed)));
        }
        return lines;
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneId.systemDefault());
    }
}

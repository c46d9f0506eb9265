package org.talks.catalogue.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.talks.catalogue.web.Dates;
import org.talks.events.SourceKey;

/// Says where a thing comes from.
public final class Provenance {

    private Provenance() {}

    /// Sentences: from which sources, since when, last changed when.
    public static List<String> of(List<SourceKey> sources, Instant addedAt, Instant changedAt) {
        var lines = new ArrayList<String>();
        var added = day(addedAt);
        var names = new LinkedHashSet<String>();
        sources.forEach(source -> names.add(source.source()));
        lines.add(
                names.isEmpty()
                        ? "Added by hand on " + Dates.day(added) + "."
                        : "Imported from " + String.join(" and ", names) + ", added on " + Dates.day(added) + ".");
        var changed = day(changedAt);
        if (!changed.equals(added)) {
            lines.add("Last changed on " + Dates.day(changed) + ".");
        }
        return lines;
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneId.systemDefault());
    }
}

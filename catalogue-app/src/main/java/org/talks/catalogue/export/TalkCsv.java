package org.talks.catalogue.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.published.PublishedTalk;
import org.talks.catalogue.text.Texts;
import org.talks.events.Resource;

/// Writes talks as a table (RFC 4180), one line per talk. Several values in one cell are separated by `; `.
///
/// A cell that a spreadsheet would take for a formula begins with an apostrophe, which it hides
/// (https://owasp.org/www-community/attacks/CSV_Injection).
public final class TalkCsv {

    private static final String FORMULA = "=+-@\t\r";

    private static final String[] COLUMNS = {
        "id",
        "url",
        "title",
        "subtitle",
        "speakers",
        "conference",
        "date",
        "start",
        "duration_seconds",
        "room",
        "kind",
        "language",
        "level",
        "track",
        "topics",
        "video",
        "slides",
        "cancelled",
        "summary",
        "added_at",
        "changed_at"
    };

    private final CSVPrinter printer;

    /// Writes the heading.
    public TalkCsv(Appendable output) throws IOException {
        printer = new CSVPrinter(
                output, CSVFormat.RFC4180.builder().setHeader(COLUMNS).get());
    }

    /// @param site whole URL of the catalogue without a slash at its end
    public void write(PublishedTalk talk, String site) throws IOException {
        var details = talk.content().details();
        var session = talk.content().sessions().isEmpty()
                ? null
                : talk.content().sessions().getFirst();
        var cells = new ArrayList<@Nullable Object>();
        cells.add(talk.id());
        cells.add(site + talk.path());
        cells.add(text(talk.title()));
        cells.add(text(details.subtitle()));
        cells.add(text(
                joined(talk.speakers().stream().map(PublishedTalk.Billed::name).toList())));
        cells.add(text(talk.conference().name()));
        cells.add(session == null ? null : session.date());
        cells.add(session == null ? null : session.localTime());
        cells.add(talk.seconds());
        cells.add(session == null ? null : text(session.room()));
        cells.add(details.kind());
        cells.add(details.language());
        cells.add(text(details.level()));
        cells.add(text(details.track()));
        cells.add(text(joined(details.topics())));
        cells.add(first(talk, Resource.VIDEO));
        cells.add(first(talk, Resource.SLIDES));
        cells.add(talk.cancelled());
        cells.add(text(Texts.plain(details.summary())));
        cells.add(talk.addedAt());
        cells.add(talk.changedAt());
        printer.printRecord(cells);
    }

    private static String joined(List<String> values) {
        return values.stream().collect(Collectors.joining("; "));
    }

    private static @Nullable String first(PublishedTalk talk, String kind) {
        return talk.content().resources().stream()
                .filter(resource -> resource.kind().equals(kind))
                .map(Resource::url)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null || text.isEmpty() || FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}

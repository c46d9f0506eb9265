package org.talks.catalogue.importing.table;

import java.io.IOException;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.Encodings;
import org.talks.catalogue.importing.format.Rejection;
import org.talks.catalogue.importing.format.SourceFile;
import org.talks.catalogue.importing.format.Texts;
import org.talks.catalogue.importing.format.UnreadableSourceException;

/// Opens files as tables and reads those whose mapping was confirmed.
public final class Tables {

    /// What the sentence says, after the name of the file, that asks for a mapping.
    public static final String UNEXPLAINED = " is a table whose columns nobody has explained yet.";

    /// The formats whose files need a mapping.
    public static final String CSV = "csv";

    public static final String JSON = "json";

    private Tables() {}

    /// @param format [#CSV] or [#JSON]
    public static Table open(String format, SourceFile file) throws IOException, UnreadableSourceException {
        return format.equals(CSV) ? CsvTable.read(file) : JsonTable.read(file);
    }

    /// Whether files of that format need a mapping.
    public static boolean needMapping(String format) {
        return format.equals(CSV) || format.equals(JSON);
    }

    /// CSV unless the file begins as JSON does.
    public static String formatOf(SourceFile file) throws IOException, UnreadableSourceException {
        String start = file.isTree() ? "" : Encodings.decodeHead(file.head()).stripLeading();
        return start.startsWith("{") || start.startsWith("[") ? JSON : CSV;
    }

    static void read(String format, SourceFile file, Mappings mappings, DraftSink sink)
            throws IOException, UnreadableSourceException {
        Table table = open(format, file);
        if (Speakers.are(table.columns())) {
            speakers(table, file.name(), sink);
            return;
        }
        Mapping mapping = mappings.find(table.fingerprint())
                .or(() -> Presets.of(table.columns()))
                .orElseThrow(() -> new UnreadableSourceException(file.name() + UNEXPLAINED
                        + " Say what they mean, on the page of this import or with --mapping. A proposal: "
                        + Proposals.propose(table)));
        if (mapping.of(Field.TITLE).isEmpty()) {
            throw new UnreadableSourceException(
                    file.name() + " is a table of which nobody said which column is the title.");
        }
        new TableReader(table, mapping, format, file.name(), sink).read();
    }

    /// People without talks: nothing in a catalogue of talks stands for them.
    private static void speakers(Table table, String fileName, DraftSink sink) {
        sink.partial(fileName + " lists speakers and no talks.");
        for (Table.Row row : table.rows()) {
            if (Speakers.name(row, table.columns()) == null) {
                sink.rejected(new Rejection(row.place(), "", "A speaker needs a name.", "Fill in the name."));
            } else {
                sink.ignored(
                        row.place() + ", speaker " + Texts.line(Speakers.name(row, table.columns())),
                        "A speaker without talks.");
            }
        }
    }
}

package org.talks.catalogue.importing.table;

import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Component;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.Encodings;
import org.talks.catalogue.importing.format.ImportFormat;
import org.talks.catalogue.importing.format.Recognition;
import org.talks.catalogue.importing.format.SourceFile;
import org.talks.catalogue.importing.format.UnreadableSourceException;

/// Tables of text: CSV, TSV, and spreadsheets exported to them.
@Component
final class CsvFormat implements ImportFormat {

    private final Mappings mappings;

    CsvFormat(Mappings mappings) {
        this.mappings = mappings;
    }

    @Override
    public String id() {
        return Tables.CSV;
    }

    @Override
    public String title() {
        return "Table (CSV, TSV, exported spreadsheet)";
    }

    @Override
    public Recognition recognise(SourceFile file) throws IOException {
        if (file.isTree()) {
            return Recognition.NO;
        }
        List<String> columns;
        try {
            columns = CsvTable.columns(Encodings.decodeHead(file.head()));
        } catch (UnreadableSourceException damaged) {
            return Recognition.NO;
        }
        if (columns.size() < 2) {
            return Recognition.NO;
        }
        if (mappings.find(new Table(columns.stream().filter(c -> !c.isEmpty()).toList(), List.of()).fingerprint())
                .isPresent()) {
            return Recognition.possible("It is a table whose columns were explained before.");
        }
        String system = Presets.systemOf(columns);
        if (system != null) {
            return Recognition.certain("It has the columns of " + system + "'s export.");
        }
        if (Speakers.are(columns)) {
            return Recognition.possible("It is a table of speakers.");
        }
        if (columns.size() > 2 && columns.getFirst().equals(CsvTable.UNNAMED + "1")) {
            return Recognition.possible("It is a table with a date in its first line, so without names of columns.");
        }
        return Proposals.areTalks(columns)
                ? Recognition.possible("It is a table with a title and " + (columns.size() - 1) + " other columns.")
                : Recognition.NO;
    }

    @Override
    public void read(SourceFile file, DraftSink sink) throws IOException, UnreadableSourceException {
        Tables.read(Tables.CSV, file, mappings, sink);
    }
}

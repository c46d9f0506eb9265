package org.talks.catalogue.importing.table;

import java.io.IOException;
import org.springframework.stereotype.Component;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.ImportFormat;
import org.talks.catalogue.importing.format.JsonOutline;
import org.talks.catalogue.importing.format.Recognition;
import org.talks.catalogue.importing.format.SourceFile;
import org.talks.catalogue.importing.format.UnreadableSourceException;

/// Any JSON that lists records of which a person says what they mean.
@Component
final class JsonRecordsFormat implements ImportFormat {

    private static final String[] PLACES = {"[]/", "*/", "*/[]/", "*/*/[]/", "[]/*/", "*/*/"};
    private static final String[] TITLES = {"title", "Title", "talkTitle", "sessionTitle", "talk_title"};

    private final Mappings mappings;

    JsonRecordsFormat(Mappings mappings) {
        this.mappings = mappings;
    }

    @Override
    public String id() {
        return Tables.JSON;
    }

    @Override
    public String title() {
        return "Any list of talks in JSON";
    }

    @Override
    public Recognition recognise(SourceFile file) throws IOException {
        JsonOutline outline = JsonOutline.of(file);
        for (String place : PLACES) {
            for (String title : TITLES) {
                if (outline.has(place + title)) {
                    return Recognition.possible("It is JSON with records that have a `" + title + "`.");
                }
            }
        }
        return Recognition.NO;
    }

    @Override
    public void read(SourceFile file, DraftSink sink) throws IOException, UnreadableSourceException {
        Tables.read(Tables.JSON, file, mappings, sink);
    }
}

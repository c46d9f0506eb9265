package org.talks.catalogue.importing.pretalx;

import java.io.IOException;
import org.springframework.stereotype.Component;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.ImportFormat;
import org.talks.catalogue.importing.format.Json;
import org.talks.catalogue.importing.format.JsonOutline;
import org.talks.catalogue.importing.format.Recognition;
import org.talks.catalogue.importing.format.SourceFile;
import org.talks.catalogue.importing.format.UnreadableSourceException;

/// Submissions or talks of pretalx's API: a bare list, one page of results, or a grid of days made of them. A
/// talk's and a person's key is pretalx's code.
@Component
final class PretalxFormat implements ImportFormat {

    @Override
    public String id() {
        return "pretalx";
    }

    @Override
    public String title() {
        return "pretalx API";
    }

    @Override
    public Recognition recognise(SourceFile file) throws IOException {
        JsonOutline outline = JsonOutline.of(file);
        for (String prefix : new String[] {"[]/", "results/[]/", "*/"}) {
            if (outline.has(prefix + "code", prefix + "submission_type")) {
                return Recognition.certain("Its records have pretalx's `code` and `submission_type`.");
            }
            if (outline.has(prefix + "code", prefix + "biography", prefix + "name")) {
                return Recognition.certain("Its records are pretalx's speakers.");
            }
        }
        return outline.has("*/*/*/*/code", "*/*/*/*/submission_type")
                ? Recognition.certain("It is a grid of days, times and rooms with pretalx's submissions.")
                : Recognition.NO;
    }

    @Override
    public void read(SourceFile file, DraftSink sink) throws IOException, UnreadableSourceException {
        new PretalxReader(file.name(), Json.read(file), sink).read();
    }
}

package org.talks.catalogue.importing.transcript;

import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.Encodings;
import org.talks.catalogue.importing.format.ImportFormat;
import org.talks.catalogue.importing.format.Recognition;
import org.talks.catalogue.importing.format.SourceFile;
import org.talks.catalogue.importing.format.UnreadableSourceException;

/// SubRip (`.srt`): numbered cues with comma milliseconds.
@Component
final class SubRipFormat implements ImportFormat {

    private static final Pattern FIRST_CUE = Pattern.compile(
            "\\A\\s{0,100}\\d{1,9}\\s*?\\R\\d{1,3}:\\d{2}:\\d{2},\\d{1,3}\\s*-->\\s*\\d{1,3}:\\d{2}:\\d{2},\\d{1,3}");

    @Override
    public String id() {
        return "srt";
    }

    @Override
    public String title() {
        return "SubRip transcript (.srt)";
    }

    @Override
    public Recognition recognise(SourceFile file) throws IOException {
        if (file.isTree()) {
            return Recognition.NO;
        }
        try {
            return FIRST_CUE.matcher(Encodings.decodeHead(file.head())).find()
                    ? Recognition.certain("It begins with a numbered cue.")
                    : Recognition.NO;
        } catch (UnreadableSourceException damaged) {
            return Recognition.NO;
        }
    }

    @Override
    public void read(SourceFile file, DraftSink sink) throws UnreadableSourceException {
        CueReader.read(file, sink);
    }
}

package org.talks.catalogue.importing.transcript;

import java.io.IOException;
import org.springframework.stereotype.Component;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.Encodings;
import org.talks.catalogue.importing.format.ImportFormat;
import org.talks.catalogue.importing.format.Recognition;
import org.talks.catalogue.importing.format.SourceFile;
import org.talks.catalogue.importing.format.UnreadableSourceException;

/// WebVTT, with voices; settings, styles and notes are passed over.
@Component
final class WebVttFormat implements ImportFormat {

    @Override
    public String id() {
        return "webvtt";
    }

    @Override
    public String title() {
        return "WebVTT transcript";
    }

    @Override
    public Recognition recognise(SourceFile file) throws IOException {
        if (file.isTree()) {
            return Recognition.NO;
        }
        try {
            return Encodings.decodeHead(file.head()).startsWith("WEBVTT")
                    ? Recognition.certain("It begins with `WEBVTT`.")
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

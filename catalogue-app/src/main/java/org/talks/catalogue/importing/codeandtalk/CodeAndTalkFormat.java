package org.talks.catalogue.importing.codeandtalk;

import java.io.IOException;
import org.springframework.stereotype.Component;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.ImportFormat;
import org.talks.catalogue.importing.format.Json;
import org.talks.catalogue.importing.format.Probing;
import org.talks.catalogue.importing.format.Recognition;
import org.talks.catalogue.importing.format.SourceFile;
import org.talks.catalogue.importing.format.UnreadableSourceException;
import tools.jackson.databind.JsonNode;

/// codeandtalk.com: all of its data or single folders of it, as a directory or an archive. A talk's key is
/// `<folder>/<file>`.
@Component
final class CodeAndTalkFormat implements ImportFormat {

    private static final int MAX_PROBES = 20;

    @Override
    public String id() {
        return "codeandtalk";
    }

    @Override
    public String title() {
        return "codeandtalk.com data";
    }

    @Override
    public Recognition recognise(SourceFile file) throws IOException {
        return Probing.finds(file, MAX_PROBES, path -> TalkPath.of(path) != null, CodeAndTalkFormat::isTalk)
                ? Recognition.certain("It has a JSON file per talk, whose videos are told by `type` and `code`.")
                : Recognition.NO;
    }

    @Override
    public void read(SourceFile file, DraftSink sink) throws IOException, UnreadableSourceException {
        if (!file.isTree()) {
            throw new UnreadableSourceException(
                    file.name() + " is a single file; codeandtalk.com's data is a directory or an archive.");
        }
        CodeAndTalkReader reader = new CodeAndTalkReader(file.name(), sink);
        file.walk(reader);
        reader.finish();
    }

    private static boolean isTalk(String path, byte[] content) throws UnreadableSourceException {
        JsonNode json = Json.read(path, content);
        JsonNode video = json.path("videos").path(0);
        return json.has("title") && json.path("speakers").isArray() && video.has("code") && video.has("type");
    }
}

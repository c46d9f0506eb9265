package org.talks.catalogue.importing.pyvideo;

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

/// pyvideo/data: the whole of it or any of its folders, as a directory or an archive. A talk's key is its path
/// `<folder>/<file>` without `.json`, because most files have no id; a conference's key is its folder.
@Component
final class PyvideoFormat implements ImportFormat {

    static final String SOURCE = "pyvideo";

    private static final int MAX_PROBES = 20;

    @Override
    public String id() {
        return "pyvideo";
    }

    @Override
    public String title() {
        return "pyvideo/data";
    }

    @Override
    public Recognition recognise(SourceFile file) throws IOException {
        return Probing.finds(file, MAX_PROBES, path -> PyvideoPath.of(path, "").isVideo(), PyvideoFormat::isVideo)
                ? Recognition.certain("It has files `<folder>/videos/<talk>.json` with title, speakers and videos.")
                : Recognition.NO;
    }

    @Override
    public void read(SourceFile file, DraftSink sink) throws IOException, UnreadableSourceException {
        if (!file.isTree()) {
            throw new UnreadableSourceException(
                    file.name() + " is a single file; pyvideo's data is a directory or an archive of folders.");
        }
        PyvideoReader reader = new PyvideoReader(file.name(), sink);
        file.walk(reader);
        reader.finish();
    }

    private static boolean isVideo(String path, byte[] content) throws UnreadableSourceException {
        JsonNode video = Json.read(path, content);
        return video.isObject()
                && video.has("title")
                && video.path("speakers").isArray()
                && video.path("videos").isArray();
    }
}

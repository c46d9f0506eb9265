package org.talks.catalogue.importing.pyvideo;

import java.io.IOException;
import org.springframework.stereotype.Component;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.ImportFormat;
import org.talks.catalogue.importing.format.Json;
import org.talks.catalogue.importing.format.Recognition;
import org.talks.catalogue.importing.format.SourceFile;
import org.talks.catalogue.importing.format.UnreadableSourceException;
import tools.jackson.databind.JsonNode;

/// pyvideo/data: the whole of it or any of its folders, as a directory or an archive. A talk's key is its path
/// `<folder>/<file>` without `.json`, because most files have no id; a conference's key is its folder.
@Component
final class PyvideoFormat implements ImportFormat {

    static final String SOURCE = "pyvideo";

    /// Files that are looked into before giving up: one that was damaged must not hide the rest.
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
        if (!file.isTree()) {
            return Recognition.NO;
        }
        Probe probe = new Probe();
        try {
            file.walk(probe);
        } catch (UnreadableSourceException damaged) {
            // What was seen before the damage decides; reading it will tell the rest.
            return probe.found ? Probe.FOUND : Recognition.NO;
        }
        return probe.found ? Probe.FOUND : Recognition.NO;
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

    private static final class Probe implements SourceFile.TreeVisitor {

        static final Recognition FOUND =
                Recognition.certain("It has files `<folder>/videos/<talk>.json` with title, speakers and videos.");

        private int probes;
        private boolean found;

        @Override
        public boolean wants(String path) {
            return !found && probes < MAX_PROBES && PyvideoPath.of(path, "").isVideo();
        }

        @Override
        public void file(String path, byte[] content) {
            if (found) {
                return;
            }
            probes++;
            try {
                JsonNode video = Json.read(path, content);
                found = video.isObject()
                        && video.has("title")
                        && video.path("speakers").isArray()
                        && video.path("videos").isArray();
            } catch (UnreadableSourceException notJson) {
                found = false;
            }
        }

        @Override
        public void skipped(String path, String reason) {
            probes++;
        }

        @Override
        public boolean done() {
            return found || probes >= MAX_PROBES;
        }
    }
}

package org.talks.catalogue.importing.rubyevents;

import java.io.IOException;
import org.springframework.stereotype.Component;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.ImportFormat;
import org.talks.catalogue.importing.format.Recognition;
import org.talks.catalogue.importing.format.SourceFile;
import org.talks.catalogue.importing.format.UnreadableSourceException;
import org.talks.catalogue.importing.format.Yaml;
import tools.jackson.databind.JsonNode;

/// RubyEvents, all of it, a series or one event, as a directory or an archive. Keys are RubyEvents' own ids,
/// which are unique over all of its data.
@Component
final class RubyEventsFormat implements ImportFormat {

    private static final int MAX_PROBES = 10;

    @Override
    public String id() {
        return "rubyevents";
    }

    @Override
    public String title() {
        return "RubyEvents (YAML)";
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
            return probe.recognition();
        }
        return probe.recognition();
    }

    @Override
    public void read(SourceFile file, DraftSink sink) throws IOException, UnreadableSourceException {
        if (!file.isTree()) {
            throw new UnreadableSourceException(
                    file.name() + " is a single file; RubyEvents is a directory or an archive of folders.");
        }
        RubyEventsReader reader = new RubyEventsReader(file.name(), sink);
        file.walk(reader);
        reader.finish();
    }

    private static final class Probe implements SourceFile.TreeVisitor {

        private int probes;
        private boolean found;

        Recognition recognition() {
            return found ? Recognition.certain("It has files `event.yml` with id, title and kind.") : Recognition.NO;
        }

        @Override
        public boolean wants(String path) {
            return !done() && (path.endsWith("/event.yml") || path.equals("event.yml"));
        }

        @Override
        public void file(String path, byte[] content) {
            probes++;
            try {
                JsonNode event = Yaml.read(path, content);
                found |= event.has("id") && event.has("title");
            } catch (UnreadableSourceException noYaml) {
                // The next one may be whole.
                return;
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

package org.talks.catalogue.importing.rubyevents;

import java.io.IOException;
import org.springframework.stereotype.Component;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.ImportFormat;
import org.talks.catalogue.importing.format.Probing;
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
        return Probing.finds(
                        file,
                        MAX_PROBES,
                        path -> path.endsWith("/event.yml") || path.equals("event.yml"),
                        RubyEventsFormat::isEvent)
                ? Recognition.certain("It has files `event.yml` with id, title and kind.")
                : Recognition.NO;
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

    private static boolean isEvent(String path, byte[] content) throws UnreadableSourceException {
        JsonNode event = Yaml.read(path, content);
        return event.has("id") && event.has("title");
    }
}

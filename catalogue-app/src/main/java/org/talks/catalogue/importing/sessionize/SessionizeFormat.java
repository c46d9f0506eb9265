package org.talks.catalogue.importing.sessionize;

import java.io.IOException;
import org.springframework.stereotype.Component;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.ImportFormat;
import org.talks.catalogue.importing.format.Json;
import org.talks.catalogue.importing.format.JsonOutline;
import org.talks.catalogue.importing.format.Recognition;
import org.talks.catalogue.importing.format.SourceFile;
import org.talks.catalogue.importing.format.UnreadableSourceException;

/// Sessionize in its four views. A talk's key is its session id, a person's key Sessionize's UUID, which is the
/// same at every conference.
@Component
final class SessionizeFormat implements ImportFormat {

    @Override
    public String id() {
        return "sessionize";
    }

    @Override
    public String title() {
        return "Sessionize (All, Sessions, GridSmart, Speakers)";
    }

    @Override
    public Recognition recognise(SourceFile file) throws IOException {
        JsonOutline outline = JsonOutline.of(file);
        if (outline.has("sessions/[]/isServiceSession")) {
            return Recognition.certain("It is Sessionize's view All: sessions with `isServiceSession`.");
        }
        if (outline.has("[]/sessions/[]/isServiceSession")) {
            return Recognition.certain("It is Sessionize's view Sessions: groups of sessions.");
        }
        if (outline.has("[]/rooms/[]/sessions/[]/isServiceSession")) {
            return Recognition.certain("It is Sessionize's view GridSmart: days, rooms, sessions.");
        }
        if (outline.has("*/isServiceSession", "*/title")) {
            return Recognition.certain("It has Sessionize's sessions by their ids.");
        }
        boolean speakers = outline.has("[]/fullName", "[]/tagLine") || outline.has("*/fullName", "*/tagLine");
        return speakers ? Recognition.certain("It is Sessionize's view Speakers.") : Recognition.NO;
    }

    @Override
    public void read(SourceFile file, DraftSink sink) throws IOException, UnreadableSourceException {
        new SessionizeReader(file.name(), Json.read(file), sink).read();
    }
}

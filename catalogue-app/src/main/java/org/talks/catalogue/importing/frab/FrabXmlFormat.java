package org.talks.catalogue.importing.frab;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.springframework.stereotype.Component;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.ImportFormat;
import org.talks.catalogue.importing.format.Recognition;
import org.talks.catalogue.importing.format.SourceFile;
import org.talks.catalogue.importing.format.UnreadableSourceException;
import org.talks.catalogue.importing.format.Xml;

/// `schedule.xml` in all its dialects.
@Component
final class FrabXmlFormat implements ImportFormat {

    @Override
    public String id() {
        return "frab";
    }

    @Override
    public String title() {
        return "schedule.xml (frab, pentabarf, pretalx, c3voc)";
    }

    @Override
    public Recognition recognise(SourceFile file) throws IOException {
        if (file.isTree()) {
            return Recognition.NO;
        }
        try {
            XMLStreamReader reader = Xml.reader(new ByteArrayInputStream(file.head()));
            boolean root = true;
            while (reader.hasNext()) {
                if (Xml.next(reader) != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                String name = reader.getLocalName();
                if (root && !name.equals("schedule")) {
                    return Recognition.NO;
                }
                root = false;
                if (name.equals("conference") || name.equals("event")) {
                    return Recognition.certain("Its root is `schedule`, and it has a `" + name + "`.");
                }
            }
        } catch (XMLStreamException cut) {
            // The head ends somewhere; what was seen until then did not tell.
            return Recognition.NO;
        } catch (UnreadableSourceException damaged) {
            return Recognition.NO;
        }
        return Recognition.NO;
    }

    @Override
    public void read(SourceFile file, DraftSink sink) throws IOException, UnreadableSourceException {
        if (file.isTree()) {
            throw new UnreadableSourceException(file.name() + " is a directory or an archive, not a schedule.xml.");
        }
        FrabSchedule schedule = new FrabSchedule(file.name(), sink);
        try (InputStream in = file.open()) {
            new FrabXmlReader(file.name(), schedule).read(Xml.reader(in));
        } catch (XMLStreamException malformed) {
            keep(schedule);
            throw Xml.unreadable(file.name(), malformed);
        } catch (UnreadableSourceException tooLarge) {
            keep(schedule);
            throw tooLarge;
        }
        if (schedule.isEmpty()) {
            throw new UnreadableSourceException(file.name() + " is a schedule without conference and events.");
        }
        schedule.finish();
    }

    /// What stood before the damage is handed over all the same.
    private static void keep(FrabSchedule schedule) {
        if (!schedule.isEmpty()) {
            schedule.finish();
        }
    }
}

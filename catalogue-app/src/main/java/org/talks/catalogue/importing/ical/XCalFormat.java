package org.talks.catalogue.importing.ical;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.talks.catalogue.importing.format.XmlElement;

/// xCal as pentabarf, frab and pretalx write it: `iCalendar/vcalendar/vevent`. Its durations have two readings in
/// two producers, so that only start and end are used.
@Component
final class XCalFormat implements ImportFormat {

    @Override
    public String id() {
        return "xcal";
    }

    @Override
    public String title() {
        return "xCal (pentabarf, frab, pretalx)";
    }

    @Override
    public Recognition recognise(SourceFile file) throws IOException {
        if (file.isTree()) {
            return Recognition.NO;
        }
        try {
            XMLStreamReader reader = Xml.reader(new ByteArrayInputStream(file.head()));
            while (reader.hasNext()) {
                if (Xml.next(reader) == XMLStreamConstants.START_ELEMENT) {
                    return reader.getLocalName().equalsIgnoreCase("icalendar")
                            ? Recognition.certain("Its root is `iCalendar`.")
                            : Recognition.NO;
                }
            }
        } catch (XMLStreamException | UnreadableSourceException noXml) {
            return Recognition.NO;
        }
        return Recognition.NO;
    }

    @Override
    public void read(SourceFile file, DraftSink sink) throws IOException, UnreadableSourceException {
        if (file.isTree()) {
            throw new UnreadableSourceException(file.name() + " is a directory or an archive, not xCal.");
        }
        Calendar calendar = new Calendar(file.name(), sink);
        try (InputStream in = file.open()) {
            read(Xml.reader(in), file.name(), calendar);
        } catch (XMLStreamException malformed) {
            if (!calendar.isEmpty()) {
                calendar.finish();
            }
            throw Xml.unreadable(file.name(), malformed);
        }
        calendar.finish();
    }

    private static void read(XMLStreamReader reader, String fileName, Calendar calendar)
            throws XMLStreamException, UnreadableSourceException {
        boolean root = true;
        while (reader.hasNext()) {
            if (Xml.next(reader) != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String name = reader.getLocalName().toLowerCase(Locale.ROOT);
            if (root && !name.equals("icalendar")) {
                throw new UnreadableSourceException(
                        fileName + " is not xCal: its root is `" + name + "`, not `iCalendar`.");
            }
            root = false;
            switch (name) {
                case "icalendar", "vcalendar" -> {
                    // Their children follow.
                }
                case "vevent" -> calendar.event(event(XmlElement.read(reader), fileName));
                default -> {
                    XmlElement element = XmlElement.read(reader);
                    calendar.property(element.name(), element.text());
                }
            }
        }
    }

    private static CalendarEvent event(XmlElement element, String fileName) {
        Map<String, String> values = new HashMap<>();
        List<String> speakers = new ArrayList<>();
        List<String> categories = new ArrayList<>();
        for (XmlElement child : element.children()) {
            switch (child.name()) {
                case "attendee" -> speakers.add(child.text());
                case "category", "categories" -> categories.add(child.text());
                // frab indents texts of several lines like its elements, which Markdown would take for code.
                case "description" ->
                    values.putIfAbsent(
                            "DESCRIPTION", child.text().stripTrailing().stripIndent());
                default -> values.putIfAbsent(child.name().toUpperCase(Locale.ROOT), child.text());
            }
        }
        values.remove("DURATION");
        return new CalendarEvent(values, null, speakers, categories, fileName + ", line " + element.line());
    }
}

package org.talks.catalogue.importing.frab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.importing.format.Moment;
import org.talks.catalogue.importing.format.UnreadableSourceException;
import org.talks.catalogue.importing.format.Xml;
import org.talks.catalogue.importing.format.XmlElement;
import org.talks.events.Resource;
import org.talks.events.RichText;

/// Walks through a `schedule.xml`, one event in memory at a time. Events stand in rooms, or directly in days.
final class FrabXmlReader {

    private final String fileName;
    private final FrabSchedule schedule;
    private FrabEvent.Day day = new FrabEvent.Day(null, null);
    private @Nullable String room;

    FrabXmlReader(String fileName, FrabSchedule schedule) {
        this.fileName = fileName;
        this.schedule = schedule;
    }

    void read(XMLStreamReader reader) throws XMLStreamException, UnreadableSourceException {
        boolean root = true;
        while (reader.hasNext()) {
            int step = Xml.next(reader);
            if (step == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("room")) {
                room = null;
            }
            if (step != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String name = reader.getLocalName();
            if (root && !name.equals("schedule")) {
                throw new UnreadableSourceException(
                        fileName + " is not a schedule.xml: its root is `" + name + "`, not `schedule`.");
            }
            root = false;
            element(name, reader);
        }
    }

    private void element(String name, XMLStreamReader reader) throws XMLStreamException, UnreadableSourceException {
        switch (name) {
            case "generator" -> schedule.generator(reader.getAttributeValue(null, "name"));
            case "conference" -> schedule.conference(simple(XmlElement.read(reader)));
            case "day" -> {
                Moment date = Moment.parse(reader.getAttributeValue(null, "date"));
                Moment start = Moment.parse(reader.getAttributeValue(null, "start"));
                day = new FrabEvent.Day(date == null ? dateOf(start) : date.date(), start);
                room = null;
            }
            case "room" -> room = reader.getAttributeValue(null, "name");
            case "event" -> schedule.event(event(XmlElement.read(reader)));
            // Lists of all tracks and persons stand beside the days; only those of events are credits.
            case "tracks", "persons" -> XmlElement.read(reader);
            default -> {
                // `schedule`, `version` and what is not known yet; their children are looked at in turn.
            }
        }
    }

    private FrabEvent event(XmlElement element) {
        Map<String, String> fields = simple(element);
        fields.putAll(element.attributes());
        if (room != null) {
            fields.putIfAbsent("room", room);
        }
        XmlElement recording = element.first("recording");
        String licence = recording == null ? null : recording.text("license");
        if (licence != null) {
            fields.put("licence", licence);
        }
        String id = element.attribute("id") == null ? "" : ", event " + element.attribute("id");
        return new FrabEvent(fields, day, persons(element), links(element), fileName + ", line " + element.line() + id);
    }

    private static List<FrabEvent.Person> persons(XmlElement element) {
        List<FrabEvent.Person> persons = new ArrayList<>();
        for (XmlElement list : element.all("persons")) {
            for (XmlElement person : list.all("person")) {
                persons.add(new FrabEvent.Person(
                        first(person.attribute("guid"), person.attribute("code"), person.attribute("id")),
                        person.text(),
                        RichText.EMPTY));
            }
        }
        return persons;
    }

    private static List<FrabEvent.FrabLink> links(XmlElement element) {
        List<FrabEvent.FrabLink> links = new ArrayList<>();
        for (XmlElement list : element.all("attachments")) {
            for (XmlElement attachment : list.all("attachment")) {
                links.add(new FrabEvent.FrabLink(
                        kind(attachment.attribute("type")), attachment.attribute("href"), attachment.text()));
            }
        }
        for (XmlElement list : element.all("links")) {
            for (XmlElement link : list.all("link")) {
                links.add(new FrabEvent.FrabLink(null, link.attribute("href"), link.text()));
            }
        }
        String video = element.text("video");
        if (video != null && !video.isBlank()) {
            links.add(new FrabEvent.FrabLink(Resource.VIDEO, video.strip(), null));
        }
        XmlElement recording = element.first("recording");
        if (recording != null) {
            links.add(new FrabEvent.FrabLink(Resource.VIDEO, recording.text("url"), null));
            links.add(new FrabEvent.FrabLink(Resource.VIDEO, recording.text("link"), null));
        }
        return links;
    }

    private static @Nullable String kind(@Nullable String type) {
        if (type == null) {
            return null;
        }
        return switch (type) {
            case "slides" -> Resource.SLIDES;
            case "paper" -> Resource.PAPER;
            case "video" -> Resource.VIDEO;
            case "audio" -> Resource.AUDIO;
            default -> null;
        };
    }

    /// Children that hold text only.
    private static Map<String, String> simple(XmlElement element) {
        Map<String, String> fields = new HashMap<>();
        for (XmlElement child : element.children()) {
            if (child.children().isEmpty()) {
                fields.putIfAbsent(child.name(), child.text());
            }
        }
        return fields;
    }

    private static java.time.@Nullable LocalDate dateOf(@Nullable Moment moment) {
        return moment == null ? null : moment.date();
    }

    private static @Nullable String first(@Nullable String... values) {
        for (String value : values) {
            if (value != null && !value.isBlank() && !value.equals("None") && !value.equals("0")) {
                return value.strip();
            }
        }
        return null;
    }
}

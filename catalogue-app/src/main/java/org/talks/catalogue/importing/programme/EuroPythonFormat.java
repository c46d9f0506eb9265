package org.talks.catalogue.importing.programme;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.HeldConference;
import org.talks.catalogue.importing.format.ImportFormat;
import org.talks.catalogue.importing.format.Kinds;
import org.talks.catalogue.importing.format.Moment;
import org.talks.catalogue.importing.format.Recognition;
import org.talks.catalogue.importing.format.Rejection;
import org.talks.catalogue.importing.format.SourceFile;
import org.talks.catalogue.importing.format.TalkDraftBuilder;
import org.talks.catalogue.importing.format.Texts;
import org.talks.catalogue.importing.format.UnreadableSourceException;
import org.talks.catalogue.importing.format.Xml;
import org.talks.catalogue.importing.format.XmlElement;

/// EuroPython's own `schedule.xml` of 2014: days with entries, start as `1000`, duration in minutes, and a break
/// as one entry in several rooms.
@Component
final class EuroPythonFormat implements ImportFormat {

    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2})(\\d\\d)");

    @Override
    public String id() {
        return "europython-xml";
    }

    @Override
    public String title() {
        return "EuroPython 2014 (XML)";
    }

    @Override
    public Recognition recognise(SourceFile file) throws IOException {
        if (file.isTree()) {
            return Recognition.NO;
        }
        try {
            XMLStreamReader reader = Xml.reader(new ByteArrayInputStream(file.head()));
            StringBuilder path = new StringBuilder();
            while (reader.hasNext() && path.length() < 40) {
                if (Xml.next(reader) == XMLStreamConstants.START_ELEMENT) {
                    path.append('/').append(reader.getLocalName());
                    if (path.toString().equals("/schedule/day/entry")) {
                        return Recognition.certain("It has `entry` in `day` in `schedule`, as EuroPython 2014.");
                    }
                }
            }
        } catch (XMLStreamException | UnreadableSourceException cut) {
            return Recognition.NO;
        }
        return Recognition.NO;
    }

    @Override
    public void read(SourceFile file, DraftSink sink) throws IOException, UnreadableSourceException {
        if (file.isTree()) {
            throw new UnreadableSourceException(file.name() + " is a directory or an archive, not a schedule.");
        }
        HeldConference conference = null;
        try (InputStream in = file.open()) {
            XMLStreamReader reader = Xml.reader(in);
            LocalDate day = null;
            while (reader.hasNext()) {
                if (Xml.next(reader) != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (reader.getLocalName().equals("day")) {
                    Moment date = Moment.parse(reader.getAttributeValue(null, "date"));
                    day = date == null ? null : date.date();
                } else if (reader.getLocalName().equals("entry")) {
                    conference = conference == null
                            ? HeldConference.namedByFile("europython-xml", file.name(), sink)
                            : conference;
                    entry(XmlElement.read(reader), day, file.name(), conference, sink);
                }
            }
        } catch (XMLStreamException malformed) {
            if (conference != null) {
                conference.handOver(sink);
            }
            throw Xml.unreadable(file.name(), malformed);
        }
        if (conference == null) {
            throw new UnreadableSourceException(file.name() + " holds no entries of EuroPython.");
        }
        conference.handOver(sink);
    }

    private static void entry(
            XmlElement entry, @Nullable LocalDate day, String fileName, HeldConference conference, DraftSink sink) {
        String id = Texts.line(entry.attribute("id"));
        String place = fileName + ", line " + entry.line();
        sink.progressed(place);
        if (id.isEmpty()) {
            sink.rejected(new Rejection(place, "", "A talk needs an id.", "Give it one in the source."));
            return;
        }
        List<XmlElement> speakers = speakers(entry);
        String title = entry.text("title");
        if (speakers.isEmpty() && Kinds.isBreak(title)) {
            sink.ignored(place, "A break: " + Texts.line(title));
            return;
        }
        TalkDraftBuilder talk = conference.talk(id, place, sink);
        talk.title(title)
                .summary(JsonProgramme.text(entry.text("abstract"), entry.text("description")))
                .kindFrom(entry.text("category"))
                .level(entry.text("audience"));
        XmlElement topics = entry.first("topics");
        for (XmlElement topic : topics == null ? List.<XmlElement>of() : topics.all("topic")) {
            talk.topic(topic.text());
        }
        for (XmlElement speaker : speakers) {
            talk.speaker(
                    speaker.attribute("id"),
                    speaker.text("name"),
                    JsonProgramme.text(speaker.text("profile")),
                    null,
                    List.of());
        }
        Matcher clock = CLOCK.matcher(Texts.line(entry.text("start")));
        String time = clock.matches() && Integer.parseInt(clock.group(1)) < 24 && Integer.parseInt(clock.group(2)) < 60
                ? "%02d:%s".formatted(Integer.parseInt(clock.group(1)), clock.group(2))
                : null;
        String minutes = Texts.line(entry.text("duration"));
        List<XmlElement> rooms = entry.all("room");
        talk.session(
                "0",
                day,
                time,
                null,
                minutes.matches("\\d{1,4}") ? Long.valueOf(Long.parseLong(minutes) * 60) : null,
                rooms.size() == 1 ? rooms.getFirst().text() : null);
        conference.add(talk.build());
    }

    private static List<XmlElement> speakers(XmlElement entry) {
        XmlElement speakers = entry.first("speakers");
        return speakers == null ? List.of() : speakers.all("speaker");
    }
}

package org.talks.catalogue.importing;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.importing.Programme.Given;
import org.talks.catalogue.importing.Programme.Person;
import tools.jackson.databind.json.JsonMapper;

/// Writes programmes as organisers' tools do, each in a format of its own.
enum WrittenAs {
    SCHEDULE_XML {
        @Override
        Path write(Programme programme, Path folder) throws IOException {
            var text = new StringWriter();
            try {
                schedule(programme, XMLOutputFactory.newFactory().createXMLStreamWriter(text));
            } catch (XMLStreamException e) {
                throw new IOException(e);
            }
            return Files.writeString(folder.resolve("schedule.xml"), text.toString());
        }
    },
    SESSIONIZE {
        @Override
        Path write(Programme programme, Path folder) throws IOException {
            return Files.writeString(
                    folder.resolve(programme.acronym() + ".json"), JSON.writeValueAsString(all(programme)));
        }
    },
    TABLE {
        @Override
        Path write(Programme programme, Path folder) throws IOException {
            return table(programme, folder, true);
        }

        @Override
        String mapping() {
            return MAPPING + "; key=Id";
        }
    },
    /// Rows are told apart by title, date and first speaker.
    TABLE_WITHOUT_KEYS {
        @Override
        Path write(Programme programme, Path folder) throws IOException {
            return table(programme, folder, false);
        }

        @Override
        String mapping() {
            return MAPPING;
        }
    },
    PYVIDEO {
        @Override
        Path write(Programme programme, Path folder) throws IOException {
            var home = folder.resolve("data-" + programme.acronym());
            var videos =
                    Files.createDirectories(home.resolve(programme.acronym()).resolve("videos"));
            try (var old = Files.list(videos)) {
                for (var file : old.toList()) {
                    Files.delete(file);
                }
            }
            Files.writeString(
                    videos.resolveSibling("category.json"),
                    JSON.writeValueAsString(Map.of("title", programme.title())));
            for (var talk : programme.talks()) {
                Files.writeString(videos.resolve(talk.key() + ".json"), JSON.writeValueAsString(video(talk)));
            }
            return home;
        }
    },
    CALENDAR {
        @Override
        Path write(Programme programme, Path folder) throws IOException {
            return Files.writeString(folder.resolve(programme.acronym() + ".ics"), calendar(programme));
        }
    };

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final DateTimeFormatter COMPACT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final String MAPPING = "title=Talk; summary=About; speakers=Who; start=Start; duration=Minutes;"
            + " room=Room; track=Track; language=Language; topics=Tags; video=Video";

    /// Over an earlier version of the same.
    abstract Path write(Programme programme, Path folder) throws IOException;

    /// What the columns mean, of tables.
    @Nullable
    String mapping() {
        return null;
    }

    private static void schedule(Programme programme, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("schedule");
        xml.writeStartElement("conference");
        element(xml, "acronym", programme.acronym());
        element(xml, "title", programme.title());
        element(xml, "time_zone_name", programme.zone());
        xml.writeEndElement();
        var days = programme.talks().stream()
                .collect(Collectors.groupingBy(
                        t -> t.start() == null ? "" : t.start().toLocalDate().toString(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        for (var day : days.entrySet()) {
            xml.writeStartElement("day");
            xml.writeAttribute("date", day.getKey());
            for (var talk : day.getValue()) {
                xml.writeStartElement("room");
                xml.writeAttribute("name", xmlText(talk.room()));
                event(talk, xml);
                xml.writeEndElement();
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.flush();
    }

    private static void event(Given talk, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("event");
        xml.writeAttribute("id", talk.key());
        xml.writeAttribute("guid", "guid-" + talk.key());
        element(xml, "title", talk.title());
        element(xml, "abstract", talk.text());
        element(xml, "start", talk.start() == null ? null : CLOCK.format(talk.start()));
        element(xml, "duration", "%d:%02d".formatted(talk.minutes() / 60, talk.minutes() % 60));
        element(xml, "track", talk.track());
        element(xml, "language", talk.language());
        element(xml, "video_download_url", talk.video());
        xml.writeStartElement("persons");
        for (var person : talk.speakers()) {
            xml.writeStartElement("person");
            xml.writeAttribute("id", "" + person.number());
            xml.writeCharacters(xmlText(person.name()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, @Nullable String text) throws XMLStreamException {
        if (text != null) {
            xml.writeStartElement(name);
            xml.writeCharacters(xmlText(text));
            xml.writeEndElement();
        }
    }

    /// XML cannot hold control characters at all.
    private static String xmlText(@Nullable String text) {
        return text == null ? "" : text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", "");
    }

    private static Map<String, Object> all(Programme programme) {
        var sessions = new ArrayList<Map<String, Object>>();
        var speakers = new LinkedHashMap<Integer, Map<String, Object>>();
        var rooms = new ArrayList<String>();
        for (var talk : programme.talks()) {
            var session = new LinkedHashMap<String, Object>();
            session.put("id", talk.key());
            session.put("title", talk.title());
            session.put("description", talk.text());
            session.put("startsAt", talk.start() == null ? null : SECONDS.format(talk.start()));
            session.put(
                    "endsAt",
                    talk.start() == null || talk.minutes() == 0
                            ? null
                            : SECONDS.format(talk.start().plusMinutes(talk.minutes())));
            session.put("isServiceSession", false);
            session.put("isPlenumSession", false);
            session.put("language", talk.language());
            session.put(
                    "speakers", talk.speakers().stream().map(WrittenAs::uuid).toList());
            session.put("recordingUrl", talk.video());
            if (talk.room() != null) {
                if (!rooms.contains(talk.room())) {
                    rooms.add(talk.room());
                }
                session.put("roomId", rooms.indexOf(talk.room()));
            }
            sessions.add(session);
            talk.speakers()
                    .forEach(p -> speakers.putIfAbsent(
                            p.number(), Map.of("id", uuid(p), "fullName", p.name(), "bio", "", "links", List.of())));
        }
        var listed = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < rooms.size(); i++) {
            listed.add(Map.of("id", i, "name", rooms.get(i)));
        }
        return Map.of(
                "sessions",
                sessions,
                "speakers",
                List.copyOf(speakers.values()),
                "questions",
                List.of(),
                "categories",
                List.of(),
                "rooms",
                listed);
    }

    private static String uuid(Person person) {
        return "7f1f2f3f-0000-4000-8000-%012d".formatted(person.number());
    }

    private static Path table(Programme programme, Path folder, boolean keys) throws IOException {
        var text = new StringBuilder();
        var columns = new ArrayList<>(List.of(
                "Talk", "About", "Who", "Start", "Minutes", "Room", "Track", "Language", "Tags", "Video", "Phone"));
        if (keys) {
            columns.add("Id");
        }
        try (var csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord(columns);
            for (var talk : programme.talks()) {
                var cells = new ArrayList<@Nullable String>();
                cells.add(talk.title());
                cells.add(talk.text());
                cells.add(talk.speakers().stream().map(Person::name).collect(Collectors.joining("; ")));
                cells.add(talk.start() == null ? null : SECONDS.format(talk.start()));
                cells.add(talk.minutes() == 0 ? null : "" + talk.minutes());
                cells.add(talk.room());
                cells.add(talk.track());
                cells.add(talk.language());
                cells.add(String.join(", ", talk.topics()));
                cells.add(talk.video());
                cells.add("0123 456789");
                if (keys) {
                    cells.add(talk.key());
                }
                csv.printRecord(cells);
            }
        }
        return Files.writeString(folder.resolve(programme.acronym() + ".csv"), text);
    }

    private static Map<String, Object> video(Given talk) {
        var video = new LinkedHashMap<String, Object>();
        video.put("title", talk.title());
        video.put("description", talk.text());
        video.put("speakers", talk.speakers().stream().map(Person::name).toList());
        video.put(
                "recorded",
                talk.start() == null ? null : talk.start().toLocalDate().toString());
        video.put("duration", talk.minutes() == 0 ? null : talk.minutes() * 60);
        video.put("language", talk.language());
        video.put("tags", talk.topics());
        video.put("videos", talk.video() == null ? List.of() : List.of(Map.of("type", "other", "url", talk.video())));
        return video;
    }

    private static String calendar(Programme programme) {
        var lines = new ArrayList<String>();
        lines.add("BEGIN:VCALENDAR");
        lines.add("VERSION:2.0");
        lines.add("PRODID:-//example//programme//EN");
        lines.add("X-WR-CALNAME:" + escaped(programme.title()));
        for (var talk : programme.talks()) {
            lines.add("BEGIN:VEVENT");
            lines.add("UID:" + talk.key() + "@" + programme.acronym());
            lines.add("DTSTAMP:20190101T000000Z");
            lines.add("SUMMARY:" + escaped(talk.title()));
            if (talk.text() != null) {
                lines.add("DESCRIPTION:" + escaped(talk.text()));
            }
            if (talk.start() != null) {
                var zone = programme.zone() == null ? ":" : ";TZID=" + programme.zone() + ":";
                lines.add("DTSTART" + zone + COMPACT.format(talk.start()));
                lines.add("DTEND" + zone + COMPACT.format(talk.start().plusMinutes(talk.minutes())));
            }
            if (talk.room() != null) {
                lines.add("LOCATION:" + escaped(talk.room()));
            }
            if (!talk.topics().isEmpty()) {
                lines.add("CATEGORIES:"
                        + talk.topics().stream().map(WrittenAs::escaped).collect(Collectors.joining(",")));
            }
            if (talk.video() != null) {
                lines.add("URL:" + talk.video());
            }
            lines.add("END:VEVENT");
        }
        lines.add("END:VCALENDAR");
        return lines.stream().map(WrittenAs::folded).collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String escaped(String text) {
        return Objects.requireNonNull(text)
                .replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", "")
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\r\n|\n|\r", "\\\\n");
    }

    private static String folded(String line) {
        var folded = new StringBuilder();
        int column = 0;
        for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
            if (column >= 60) {
                folded.append("\r\n ");
                column = 1;
            }
            folded.appendCodePoint(line.codePointAt(i));
            column++;
        }
        return folded.toString();
    }
}

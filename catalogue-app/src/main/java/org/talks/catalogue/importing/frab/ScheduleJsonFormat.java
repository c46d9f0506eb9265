package org.talks.catalogue.importing.frab;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.ImportFormat;
import org.talks.catalogue.importing.format.Json;
import org.talks.catalogue.importing.format.JsonOutline;
import org.talks.catalogue.importing.format.Moment;
import org.talks.catalogue.importing.format.Recognition;
import org.talks.catalogue.importing.format.SourceFile;
import org.talks.catalogue.importing.format.Summaries;
import org.talks.catalogue.importing.format.Texts;
import org.talks.catalogue.importing.format.UnreadableSourceException;
import org.talks.events.Resource;
import tools.jackson.databind.JsonNode;

/// `schedule.json` of the same family, version 1 (days, rooms, events) and the draft of version 2 (a flat list of
/// events with participants), after https://c3voc.de/schedule/schema.json. Its keys equal those of the XML.
/// Organisers' own scripts write the content of `schedule` at the top of the file.
@Component
final class ScheduleJsonFormat implements ImportFormat {

    @Override
    public String id() {
        return "schedule-json";
    }

    @Override
    public String title() {
        return "schedule.json (frab, pretalx, c3voc)";
    }

    @Override
    public Recognition recognise(SourceFile file) throws IOException {
        JsonOutline outline = JsonOutline.of(file);
        if (outline.has("schedule/conference/days/[]/rooms")) {
            return Recognition.certain("It has `schedule.conference.days[].rooms`.");
        }
        if (outline.has("schedule/events/[]", "schedule/conference")) {
            return Recognition.certain("It has `schedule.events[]` beside `schedule.conference`.");
        }
        if (outline.has("conference/days/[]/rooms")) {
            return Recognition.certain("It has `conference.days[].rooms`, as schedule.json has inside `schedule`.");
        }
        return outline.has("schedule/conference/acronym") || outline.has("schedule/conference/days")
                ? Recognition.certain("It has a `schedule.conference` with acronym or days.")
                : Recognition.NO;
    }

    @Override
    public void read(SourceFile file, DraftSink sink) throws IOException, UnreadableSourceException {
        JsonNode root = Json.read(file);
        JsonNode schedule = root.has("schedule") ? root.path("schedule") : root;
        JsonNode conference = schedule.path("conference");
        if (!conference.isObject()) {
            throw new UnreadableSourceException(file.name() + " has no `schedule.conference`.");
        }
        FrabSchedule held = new FrabSchedule(file.name(), sink);
        held.generator(Json.text(root.path("generator"), "name"));
        Map<String, String> fields = simple(conference);
        String base = Json.text(schedule, "base_url");
        if (base != null) {
            fields.putIfAbsent("base_url", base);
        }
        held.conference(fields);
        readDays(file.name(), conference, held);
        readFlat(file.name(), schedule, held);
        held.finish();
    }

    private static void readDays(String fileName, JsonNode conference, FrabSchedule held)
            throws UnreadableSourceException {
        for (JsonNode listed : Json.items(conference, "days")) {
            Moment date = Moment.parse(Json.text(listed, "date"));
            FrabEvent.Day day = new FrabEvent.Day(
                    date == null ? null : date.date(), Moment.parse(Json.firstText(listed, "day_start", "start")));
            for (Map.Entry<String, JsonNode> room : listed.path("rooms").properties()) {
                if (!room.getValue().isArray()) {
                    continue;
                }
                for (JsonNode event : room.getValue()) {
                    held.event(event(fileName, event, day, room.getKey(), Map.of()));
                }
            }
        }
    }

    private static void readFlat(String fileName, JsonNode schedule, FrabSchedule held)
            throws UnreadableSourceException {
        Map<String, JsonNode> persons = new HashMap<>();
        for (JsonNode person : Json.items(schedule, "persons")) {
            String guid = Json.text(person, "guid");
            if (guid != null) {
                persons.put(guid, person);
            }
        }
        for (JsonNode event : Json.items(schedule, "events")) {
            FrabEvent.Day unknown = new FrabEvent.Day(null, null);
            held.event(event(fileName, event, unknown, Json.localised(event.get("room")), persons));
        }
    }

    private static FrabEvent event(
            String fileName,
            JsonNode event,
            FrabEvent.Day day,
            @Nullable String room,
            Map<String, JsonNode> biographies) {
        Map<String, String> fields = simple(event);
        if (room != null) {
            fields.put("room", room);
        }
        put(fields, "track", event.path("track").isObject() ? track(event.get("track")) : fields.get("track"));
        put(fields, "licence", Json.text(event, "recording_license"));
        Moment start = Moment.parse(fields.get("start"));
        Moment end = Moment.parse(fields.get("end"));
        if (start != null) {
            // Version 2: moments in place of a clock time, and no duration.
            fields.put("date", String.valueOf(fields.get("start")));
            fields.remove("start");
            Long seconds = end == null ? null : start.secondsTo(end);
            if (seconds != null && seconds >= 0) {
                fields.putIfAbsent("duration", "PT" + seconds + "S");
            }
        }
        String id = Json.firstText(event, "id", "code", "guid");
        return new FrabEvent(
                fields,
                day,
                persons(event, biographies),
                links(event),
                fileName + (id == null ? "" : ", event " + Texts.shorten(Texts.line(id), 60)));
    }

    private static @Nullable String track(JsonNode track) {
        String name = Json.localised(track);
        return track.has("name") ? name : Json.text(track, "slug");
    }

    private static List<FrabEvent.Person> persons(JsonNode event, Map<String, JsonNode> biographies) {
        List<FrabEvent.Person> persons = new ArrayList<>();
        for (String member : new String[] {"persons", "participants"}) {
            for (JsonNode person : Json.items(event, member)) {
                String guid = Json.text(person, "guid");
                JsonNode known = guid == null ? person : biographies.getOrDefault(guid, person);
                String told = Json.firstText(person, "public_name", "name", "full_public_name");
                String name = told == null ? Json.firstText(known, "public_name", "name") : told;
                if (name == null) {
                    continue;
                }
                String biography = Json.text(known, "biography");
                persons.add(new FrabEvent.Person(
                        Json.firstText(person, "guid", "code", "id"),
                        name,
                        Texts.richOrHtml(biography, Summaries.guessFormat(biography))));
            }
        }
        return persons;
    }

    private static List<FrabEvent.FrabLink> links(JsonNode event) {
        List<FrabEvent.FrabLink> links = new ArrayList<>();
        for (String member : new String[] {"attachments", "links"}) {
            for (JsonNode link : Json.items(event, member)) {
                String type = Json.text(link, "type");
                String lower = type == null ? "" : type.toLowerCase(Locale.ROOT);
                if (!lower.equals("feedback")) {
                    links.add(new FrabEvent.FrabLink(
                            lower.equals("slides") ? Resource.SLIDES : null,
                            Json.firstText(link, "url", "href"),
                            Json.localised(link.get("title"))));
                }
            }
        }
        return links;
    }

    /// Members that are texts, or texts in several languages.
    private static Map<String, String> simple(JsonNode object) {
        Map<String, String> fields = new HashMap<>();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            JsonNode value = member.getValue();
            put(fields, member.getKey(), value.isObject() ? Json.localised(value) : Json.text(value));
        }
        return fields;
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}

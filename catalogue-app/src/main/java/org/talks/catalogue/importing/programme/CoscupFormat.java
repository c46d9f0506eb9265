package org.talks.catalogue.importing.programme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.HeldConference;
import org.talks.catalogue.importing.format.Json;
import org.talks.catalogue.importing.format.JsonOutline;
import org.talks.catalogue.importing.format.Moment;
import org.talks.catalogue.importing.format.TalkDraftBuilder;
import org.talks.catalogue.importing.format.Texts;
import org.talks.events.Resource;
import org.talks.events.RichText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// COSCUP: the app's file with `sessions[]` told in Chinese and English, and the one that keeps talks under days
/// (`Aug.9`) and rooms. The year of the latter stands only in the addresses of its talks.
@Component
final class CoscupFormat extends JsonProgramme {

    private static final Pattern ADDRESS = Pattern.compile("https?://coscup\\.org/(20\\d\\d)/.*");
    private static final Pattern DAY = Pattern.compile("([A-Z][a-z]{2})[a-z]*\\.? ?(\\d{1,2})");
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    CoscupFormat() {
        super("coscup", "COSCUP (JSON)");
    }

    @Override
    @Nullable
    String recognised(JsonOutline outline) {
        if (outline.has("sessions/[]/zh/title", "sessions/[]/id")) {
            return "It has `sessions[]` told in `zh` and `en`, as COSCUP's app has them.";
        }
        return outline.has("*/*/[]/code", "*/*/[]/title", "*/*/[]/day")
                ? "It has talks with `code` under days and rooms, as COSCUP's programme is kept."
                : null;
    }

    @Override
    Iterable<JsonNode> records(JsonNode root) {
        List<JsonNode> records = new ArrayList<>();
        if (root.path("sessions").isArray()) {
            Map<String, String> speakers = named(root, "speakers");
            Map<String, String> rooms = named(root, "rooms");
            Map<String, String> tags = named(root, "tags");
            for (JsonNode session : root.path("sessions")) {
                records.add(session instanceof ObjectNode object ? resolved(object, speakers, rooms, tags) : session);
            }
            return records;
        }
        for (JsonNode day : root.isObject() ? root : List.<JsonNode>of()) {
            for (JsonNode room : day.isObject() ? day : List.<JsonNode>of()) {
                itemsOf(room).forEach(records::add);
            }
        }
        return records;
    }

    /// The session with names in the place of ids.
    private static JsonNode resolved(
            ObjectNode session, Map<String, String> speakers, Map<String, String> rooms, Map<String, String> tags) {
        ObjectNode copy = session.deepCopy();
        replace(copy, "speakers", speakers, true);
        replace(copy, "tags", tags, false);
        String room = Json.text(session, "room");
        copy.put("room", rooms.getOrDefault(String.valueOf(room), room));
        return copy;
    }

    private static void replace(ObjectNode session, String member, Map<String, String> names, boolean keyed) {
        List<String> ids = new ArrayList<>();
        Json.items(session, member).forEach(id -> ids.add(String.valueOf(Json.text(id))));
        var replaced = session.putArray(member);
        for (String id : ids) {
            if (keyed) {
                replaced.addObject().put("id", id).put("name", names.get(id));
            } else {
                replaced.add(names.getOrDefault(id, id));
            }
        }
    }

    private static Map<String, String> named(JsonNode root, String list) {
        Map<String, String> names = new HashMap<>();
        for (JsonNode item : Json.items(root, list)) {
            String name = Json.localised(item.has("en") ? item.get("en") : item.get("zh"));
            if (name != null) {
                names.put(String.valueOf(Json.text(item, "id")), name);
            }
        }
        return names;
    }

    @Override
    @Nullable
    String key(JsonNode talk) {
        return Json.firstText(talk, "code", "id");
    }

    @Override
    HeldConference conference(List<JsonNode> records, String fileName, DraftSink sink) {
        String year = year(records.getFirst());
        return year == null
                ? super.conference(records, fileName, sink)
                : new HeldConference("coscup:" + year, year, "COSCUP " + year, fileName)
                        .website("https://coscup.org/" + year + "/");
    }

    @Override
    void talk(JsonNode json, TalkDraftBuilder talk) {
        JsonNode zh = json.path("zh");
        JsonNode en = json.path("en");
        String title = Json.firstText(zh, "title");
        talk.title(
                        title == null
                                ? Json.firstText(json, "title") == null
                                        ? Json.text(en, "title")
                                        : Json.text(json, "title")
                                : title)
                .subtitle(title == null ? null : Json.text(en, "title"))
                .summary(text(Json.text(json, "abstract"), Json.text(zh, "description"), Json.text(en, "description")))
                .language(Json.text(json, "language"))
                .level(Json.text(json, "difficulty"))
                .track(Json.text(json, "track"))
                .link(Json.firstText(json, "url", "uri"), null)
                .resource(Resource.SLIDES, Json.text(json, "slide"), null, null, null)
                .resource(Resource.VIDEO, Json.text(json, "record"), null, null, null);
        for (JsonNode tag : Json.items(json, "tags")) {
            talk.topic(Json.text(tag));
        }
        for (JsonNode speaker : Json.items(json, "speakers")) {
            if (speaker.isObject()) {
                talk.speaker(Json.text(speaker, "id"), Json.text(speaker, "name"), RichText.EMPTY, null, List.of());
            } else {
                talk.speakerNames(Json.text(speaker));
            }
        }
        talk.session("0", moment(json, "start"), moment(json, "end"), null, Json.text(json, "room"));
    }

    private static @Nullable Moment moment(JsonNode talk, String member) {
        String raw = Json.text(talk, member);
        Moment whole = Moment.parse(raw);
        if (whole != null || raw == null) {
            return whole;
        }
        Matcher day = DAY.matcher(Texts.line(Json.text(talk, "day")));
        String year = year(talk);
        if (!day.matches() || year == null || !MONTHS.contains(day.group(1))) {
            return null;
        }
        return Moment.parse(year + "-" + (MONTHS.indexOf(day.group(1)) + 1) + "-" + day.group(2) + " " + raw.strip());
    }

    private static @Nullable String year(JsonNode talk) {
        Matcher address = ADDRESS.matcher(Texts.line(Json.text(talk, "url")));
        return address.matches() ? address.group(1) : null;
    }
}

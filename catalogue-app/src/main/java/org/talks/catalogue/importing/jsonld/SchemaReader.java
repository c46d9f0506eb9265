package org.talks.catalogue.importing.jsonld;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.Durations;
import org.talks.catalogue.importing.format.HeldConference;
import org.talks.catalogue.importing.format.Json;
import org.talks.catalogue.importing.format.Kinds;
import org.talks.catalogue.importing.format.Moment;
import org.talks.catalogue.importing.format.Slugs;
import org.talks.catalogue.importing.format.Summaries;
import org.talks.catalogue.importing.format.TalkDraftBuilder;
import org.talks.catalogue.importing.format.Texts;
import org.talks.events.Resource;
import org.talks.events.RichText;
import tools.jackson.databind.JsonNode;

/// Walks through nodes of schema.org. An event with events inside is a conference; the others are talks of the
/// conference around them, of the one they name, or of one named after the file.
final class SchemaReader {

    private static final int MAX_DEPTH = 8;

    /// What Indico writes where it knows none.
    private static final String NO_LOCATION = "No location set";

    private final String fileName;
    private final DraftSink sink;
    private final Map<String, HeldConference> conferences = new LinkedHashMap<>();
    private final Set<String> keys = new HashSet<>();
    private @Nullable HeldConference unnamed;

    SchemaReader(String fileName, DraftSink sink) {
        this.fileName = fileName;
        this.sink = sink;
    }

    void block(JsonNode root) {
        node(root, null, 0);
    }

    boolean isEmpty() {
        return conferences.isEmpty() && unnamed == null;
    }

    void finish() {
        conferences.values().forEach(conference -> conference.handOver(sink));
        if (unnamed != null) {
            unnamed.handOver(sink);
        }
    }

    private void node(JsonNode node, @Nullable HeldConference around, int depth) {
        if (depth > MAX_DEPTH) {
            return;
        }
        if (node.isArray()) {
            node.forEach(item -> node(item, around, depth + 1));
            return;
        }
        if (!node.isObject()) {
            return;
        }
        if (node.has("@graph")) {
            node(node.get("@graph"), around, depth + 1);
        }
        JsonNode inner = node.has("subEvent") ? node.get("subEvent") : node.get("subEvents");
        if (isType(node, "Event") && inner != null && inner.isContainer()) {
            node(inner, conference(node), depth + 1);
        } else if (isType(node, "Event") || isType(node, "VideoObject")) {
            talk(node, around == null ? parent(node) : around);
        }
    }

    private void talk(JsonNode node, HeldConference conference) {
        String name = Json.localised(node.get("name"));
        String start = Json.text(node, "startDate");
        String key = Json.firstText(node, "@id", "url");
        if (key == null || !key.startsWith("http")) {
            key = Slugs.of(Texts.line(name)) + " " + (start == null ? "" : Texts.line(start));
        }
        String place = fileName + ", " + Texts.shorten(Texts.line(name), 80);
        sink.progressed(place);
        if (!keys.add(conference.source() + " " + key)) {
            sink.ignored(place, "It is listed a second time.");
            return;
        }
        TalkDraftBuilder talk = conference.talk(key.strip(), place, sink);
        String description = Json.localised(node.get("description"));
        String status = Texts.line(Json.text(node, "eventStatus"));
        talk.title(name)
                .summary(Summaries.join(Summaries.guessFormat(description), description))
                .kind(Kinds.ofTalk(Json.text(node, "additionalType")))
                .language(language(node.get("inLanguage")))
                .cancelled(status.endsWith("EventCancelled"));
        for (String role : new String[] {"performer", "performers", "actor", "contributor"}) {
            people(node.get(role), talk, 0);
        }
        topics(node.get("keywords"), talk);
        Moment from = Moment.parse(start);
        Long seconds = Durations.iso(Json.text(node, "duration"));
        Moment to = Moment.parse(Json.text(node, "endDate"));
        String room = room(node.get("location"));
        if (isType(node, "Event") && from != null && to == null && seconds != null) {
            talk.session("0", from.date(), from.localTime(), null, seconds, room);
        } else if (isType(node, "Event")) {
            talk.session("0", from, to, null, room);
        }
        videos(node, talk);
        talk.link(Json.text(node, "url"), null);
        conference.add(talk.build());
    }

    private static void people(@Nullable JsonNode value, TalkDraftBuilder talk, int depth) {
        if (value == null || depth > 3) {
            return;
        }
        if (value.isArray()) {
            value.forEach(item -> people(item, talk, depth + 1));
        } else if (value.isObject() && isType(value, "Role")) {
            people(value.get("performer"), talk, depth + 1);
        } else {
            String name = value.isObject() ? Json.localised(value.get("name")) : Json.text(value);
            String key = value.isObject() ? Json.text(value, "@id") : null;
            String affiliation = value.isObject() ? Json.localised(value.get("affiliation")) : null;
            talk.speaker(key, name, RichText.EMPTY, affiliation, List.of());
        }
    }

    private static void topics(@Nullable JsonNode keywords, TalkDraftBuilder talk) {
        if (keywords != null && keywords.isArray()) {
            keywords.forEach(keyword -> talk.topic(Json.localised(keyword)));
        } else {
            String list = Json.text(keywords);
            for (String keyword : list == null ? new String[0] : list.split(",", 50)) {
                talk.topic(keyword);
            }
        }
    }

    private static void videos(JsonNode node, TalkDraftBuilder talk) {
        if (isType(node, "VideoObject")) {
            Long seconds = Durations.iso(Json.text(node, "duration"));
            Integer length = seconds != null && seconds > 0 && seconds < 86_400 ? seconds.intValue() : null;
            String url = Json.firstText(node, "contentUrl", "embedUrl", "url");
            talk.resource(Resource.VIDEO, url, null, Json.text(node, "license"), length);
        }
        JsonNode recording = node.get("recordedIn");
        if (recording != null && recording.isObject()) {
            talk.resource(Resource.VIDEO, Json.firstText(recording, "contentUrl", "embedUrl", "url"), null, null, null);
        }
    }

    private HeldConference conference(JsonNode event) {
        String name = Texts.line(Json.localised(event.get("name")));
        HeldConference conference = named(name);
        Moment start = Moment.parse(Json.text(event, "startDate"));
        Moment end = Moment.parse(Json.text(event, "endDate"));
        JsonNode address = event.path("location").path("address");
        conference
                .dates(start == null ? null : start.date(), end == null ? null : end.date())
                .where(Json.text(address, "addressLocality"), Json.localised(address.get("addressCountry")))
                .website(Json.text(event, "url"));
        return conference;
    }

    private HeldConference parent(JsonNode event) {
        JsonNode parent = event.get("superEvent");
        String name = parent == null ? "" : Texts.line(Json.localised(parent));
        return named(name);
    }

    private HeldConference named(String name) {
        if (name.isEmpty()) {
            HeldConference file = unnamed;
            if (file == null) {
                file = HeldConference.namedByFile("jsonld", fileName, sink);
                unnamed = file;
            }
            return file;
        }
        return conferences.computeIfAbsent(name, title -> {
            String slug = Slugs.of(title);
            String key = slug.isEmpty() ? "conference" : slug;
            return new HeldConference("jsonld:" + key, key, title, fileName);
        });
    }

    private static @Nullable String room(@Nullable JsonNode location) {
        if (location == null || (location.isArray() && location.isEmpty())) {
            return null;
        }
        JsonNode first = location.isArray() ? location.get(0) : location;
        if (first == null || isType(first, "VirtualLocation")) {
            return null;
        }
        String name = first.isObject() ? Json.text(first, "name") : Json.text(first);
        return NO_LOCATION.equals(name) ? null : name;
    }

    private static @Nullable String language(@Nullable JsonNode value) {
        if (value == null || !value.isObject()) {
            return Json.text(value);
        }
        return Json.firstText(value, "alternateName", "name");
    }

    /// Whether one of its types ends so: `EducationEvent` is an Event, `PerformanceRole` a Role.
    private static boolean isType(JsonNode node, String end) {
        JsonNode type = node.get("@type");
        if (type == null) {
            return false;
        }
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (String.valueOf(Json.text(one)).endsWith(end)) {
                    return true;
                }
            }
            return false;
        }
        return String.valueOf(Json.text(type)).endsWith(end);
    }
}

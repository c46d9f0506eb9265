package org.talks.catalogue.importing.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talks.catalogue.importing.format.Json;
import org.talks.catalogue.importing.format.JsonOutline;
import org.talks.catalogue.importing.format.Kinds;
import org.talks.catalogue.importing.format.Moment;
import org.talks.catalogue.importing.format.TalkDraftBuilder;
import org.talks.catalogue.importing.format.Texts;
import org.talks.events.Resource;
import org.talks.events.RichText;
import tools.jackson.databind.JsonNode;

/// Sched's session export in JSON (https://sched.com/api). The key is `event_key`, which the organiser chose,
/// else Sched's own id; times are local and name no zone. Counts of seats and of people who go are not read.
@Component
final class SchedFormat extends JsonProgramme {

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final Set<String> OFF = Set.of("N", "n", "0", "false");

    SchedFormat() {
        super("sched", "Sched session export (JSON)");
    }

    @Override
    @Nullable
    String recognised(JsonOutline outline) {
        for (String place : new String[] {"[]/", "sessions/[]/", "*/"}) {
            if (outline.has(place + "event_key", place + "event_start")) {
                return "It is a list of sessions with `event_key` and `event_start`, as Sched exports them.";
            }
        }
        return null;
    }

    @Override
    Iterable<JsonNode> records(JsonNode root) {
        if (root.isArray()) {
            return root;
        }
        if (root.path("sessions").isArray()) {
            return root.path("sessions");
        }
        List<JsonNode> records = new ArrayList<>();
        for (JsonNode value : root.isObject() ? root : List.<JsonNode>of()) {
            if (value.has("event_start")) {
                records.add(value);
            }
        }
        return records;
    }

    @Override
    @Nullable
    String key(JsonNode session) {
        return Json.firstText(session, "event_key", "id");
    }

    @Override
    @Nullable
    String leftOut(JsonNode session) {
        String active = Json.text(session, "active");
        String name = Json.text(session, "name");
        if (active != null && OFF.contains(active)) {
            return "It is not active: " + Texts.line(name);
        }
        boolean nobody = session.path("speakers").isEmpty() && Json.firstText(session, "speakers") == null;
        boolean unmarked = Json.firstText(session, "description") == null;
        return nobody && unmarked && Kinds.isBreak(name) ? "A break: " + Texts.line(name) : null;
    }

    @Override
    void talk(JsonNode json, TalkDraftBuilder talk) {
        String type = plain(Json.text(json, "event_type"));
        talk.title(plain(Json.text(json, "name")))
                .summary(Texts.richOrHtml(Json.text(json, "description"), RichText.PLAIN))
                .kindFrom(type)
                .level(plain(Json.text(json, "audience")))
                .track(type)
                .topic(plain(Json.text(json, "event_subtype")))
                .topic(plain(Json.text(json, "subject")))
                .resource(Resource.VIDEO, Json.text(json, "video_stream"), null, null, null)
                .link(Json.text(json, "media_url"), null)
                .session(
                        "0",
                        Moment.parse(Json.text(json, "event_start")),
                        Moment.parse(Json.text(json, "event_end")),
                        null,
                        plain(Json.text(json, "venue")));
        String tags = Json.text(json, "tags");
        for (String tag : tags == null ? new String[0] : COMMA.split(tags, 100)) {
            talk.topic(plain(tag));
        }
        JsonNode speakers = json.path("speakers");
        for (JsonNode speaker : itemsOf(speakers)) {
            talk.speaker(
                    Json.text(speaker, "username"),
                    plain(Json.text(speaker, "name")),
                    RichText.EMPTY,
                    plain(Json.text(speaker, "company")),
                    List.of());
        }
        if (speakers.isString()) {
            talk.speakerNames(plain(speakers.stringValue()));
        }
    }

    /// Names carry HTML's entities.
    private static @Nullable String plain(@Nullable String raw) {
        return raw == null ? null : Parser.unescapeEntities(raw, false);
    }
}

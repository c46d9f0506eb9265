package org.talks.catalogue.importing.programme;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.Json;
import org.talks.catalogue.importing.format.JsonOutline;
import org.talks.catalogue.importing.format.Kinds;
import org.talks.catalogue.importing.format.Moment;
import org.talks.catalogue.importing.format.TalkDraftBuilder;
import org.talks.events.Resource;
import org.talks.events.RichText;
import tools.jackson.databind.JsonNode;

/// FOSSASIA's open-event: the sessions of its first exporter (`session_id`, `start_time`) and of the server's
/// later export (`starts_at`, `microlocation`), each with the lists of speakers and tracks beside them.
@Component
final class OpenEventFormat extends JsonProgramme {

    /// States of the server under which a session is given.
    private static final Set<String> GIVEN = Set.of("accepted", "confirmed", "");

    OpenEventFormat() {
        super("open-event", "open-event (FOSSASIA, JSON)");
    }

    @Override
    @Nullable
    String recognised(JsonOutline outline) {
        if (outline.has("sessions/[]/session_id", "sessions/[]/title")) {
            return "It has `sessions[]` with `session_id`, as open-event exports them.";
        }
        if (outline.has("[]/title", "[]/microlocation", "[]/starts_at")) {
            return "It is a list of sessions with `microlocation`, as open-event's server exports them.";
        }
        return outline.has("speakers/[]/organisation", "speakers/[]/biography") || outline.has("tracks/[]/key_color")
                ? "It is open-event's list of speakers or tracks."
                : null;
    }

    @Override
    boolean readOther(JsonNode root, String fileName, DraftSink sink) {
        if (root.path("sessions").isArray() || root.isArray()) {
            return false;
        }
        boolean speakers = root.path("speakers").isArray();
        JsonNode items = root.path(speakers ? "speakers" : "tracks");
        if (!items.isArray() || items.isEmpty()) {
            return false;
        }
        listWithoutTalks(items, speakers ? "speaker" : "track", fileName, sink);
        return true;
    }

    @Override
    Iterable<JsonNode> records(JsonNode root) {
        return itemsOf(root.isArray() ? root : root.path("sessions"));
    }

    @Override
    @Nullable
    String key(JsonNode talk) {
        return Json.firstText(talk, "session_id", "id");
    }

    @Override
    @Nullable
    String leftOut(JsonNode talk) {
        String state = Json.text(talk, "state");
        if (!GIVEN.contains(state == null ? "" : state)) {
            return "Its state is " + state + ", not accepted.";
        }
        boolean nobody = talk.path("speakers").isEmpty();
        String title = Json.text(talk, "title");
        return nobody
                        && title != null
                        && Kinds.isBreak(title)
                        && Json.firstText(talk, "description", "long_abstract") == null
                ? "A break: " + title
                : null;
    }

    @Override
    void talk(JsonNode json, TalkDraftBuilder talk) {
        String type = Json.localised(json.get("type"));
        talk.title(Json.text(json, "title"))
                .subtitle(Json.text(json, "subtitle"))
                .summary(text(
                        Json.text(json, "short_abstract"),
                        Json.text(json, "description"),
                        Json.text(json, "long_abstract")))
                .kindFrom(type == null || type.isBlank() ? Json.localised(json.get("session_type")) : type)
                .language(Json.text(json, "language"))
                .level(Json.localised(json.get("level")))
                .track(Json.localised(json.get("track")))
                .session(
                        "0",
                        Moment.parse(Json.firstText(json, "start_time", "starts_at")),
                        Moment.parse(Json.firstText(json, "end_time", "ends_at")),
                        null,
                        Json.localised(json.has("microlocation") ? json.get("microlocation") : json.get("location")));
        for (JsonNode speaker : Json.items(json, "speakers")) {
            talk.speaker(
                    Json.text(speaker, "id"),
                    Json.text(speaker, "name"),
                    RichText.EMPTY,
                    Json.text(speaker, "organisation"),
                    List.of());
        }
        talk.resource(Resource.SLIDES, Json.firstText(json, "slides_url", "slides"), null, null, null)
                .resource(Resource.VIDEO, Json.firstText(json, "video_url", "video"), null, null, null)
                .resource(Resource.AUDIO, Json.firstText(json, "audio_url", "audio"), null, null, null);
    }
}

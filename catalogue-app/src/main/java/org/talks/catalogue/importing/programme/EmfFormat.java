package org.talks.catalogue.importing.programme;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talks.catalogue.importing.format.Json;
import org.talks.catalogue.importing.format.JsonOutline;
import org.talks.catalogue.importing.format.Moment;
import org.talks.catalogue.importing.format.TalkDraftBuilder;
import org.talks.events.Resource;
import tools.jackson.databind.JsonNode;

/// EMF Camp's `schedule.json`: a flat list, speakers in one free text, clock times without a zone.
@Component
final class EmfFormat extends JsonProgramme {

    EmfFormat() {
        super("emf-json", "EMF Camp schedule (JSON)");
    }

    @Override
    @Nullable
    String recognised(JsonOutline outline) {
        return outline.has("[]/title", "[]/start_date", "[]/venue")
                ? "It is a list of talks with `start_date` and `venue`, as EMF Camp publishes it."
                : null;
    }

    @Override
    Iterable<JsonNode> records(JsonNode root) {
        return itemsOf(root);
    }

    @Override
    @Nullable
    String key(JsonNode talk) {
        return Json.text(talk, "id");
    }

    @Override
    void talk(JsonNode json, TalkDraftBuilder talk) {
        talk.title(Json.text(json, "title"))
                .summary(text(Json.text(json, "description")))
                .kindFrom(Json.text(json, "type"))
                .speakerNames(Json.text(json, "speaker"))
                .session(
                        "0",
                        Moment.parse(Json.text(json, "start_date")),
                        Moment.parse(Json.text(json, "end_date")),
                        null,
                        Json.text(json, "venue"))
                .resource(Resource.VIDEO, Json.text(json.path("video"), "ccc"), "media.ccc.de", null, null)
                .resource(Resource.VIDEO, Json.text(json.path("video"), "youtube"), "YouTube", null, null)
                .link(Json.text(json, "link"), null);
    }
}

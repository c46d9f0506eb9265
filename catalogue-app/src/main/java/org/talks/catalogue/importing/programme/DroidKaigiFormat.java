package org.talks.catalogue.importing.programme;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talks.catalogue.importing.format.Json;
import org.talks.catalogue.importing.format.JsonOutline;
import org.talks.catalogue.importing.format.Moment;
import org.talks.catalogue.importing.format.TalkDraftBuilder;
import org.talks.events.Resource;
import org.talks.events.RichText;
import tools.jackson.databind.JsonNode;

/// DroidKaigi 2016: one file per language of its app, one speaker per talk, clock times without a zone.
@Component
final class DroidKaigiFormat extends JsonProgramme {

    DroidKaigiFormat() {
        super("droidkaigi", "DroidKaigi 2016 (JSON)");
    }

    @Override
    @Nullable
    String recognised(JsonOutline outline) {
        return outline.has("[]/title", "[]/stime", "[]/etime")
                ? "It is a list of talks with `stime` and `etime`, as DroidKaigi publishes it."
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
        String category = Json.text(json.path("category"), "name");
        JsonNode speaker = json.path("speaker");
        talk.title(Json.text(json, "title"))
                .summary(text(Json.text(json, "description")))
                .kindFrom(category)
                .track(category)
                .language(Json.text(json, "language_id"))
                .speaker(
                        Json.text(speaker, "id"), Json.text(speaker, "name"), RichText.EMPTY, null, java.util.List.of())
                .session(
                        "0",
                        Moment.parse(Json.text(json, "stime")),
                        Moment.parse(Json.text(json, "etime")),
                        null,
                        Json.text(json.path("place"), "name"))
                .resource(Resource.SLIDES, Json.text(json, "slide_url"), null, null, null)
                .resource(Resource.VIDEO, Json.text(json, "movie_url"), null, null, null);
    }
}

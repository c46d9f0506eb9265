package org.talks.catalogue.importing.programme;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.HeldConference;
import org.talks.catalogue.importing.format.Json;
import org.talks.catalogue.importing.format.JsonOutline;
import org.talks.catalogue.importing.format.Moment;
import org.talks.catalogue.importing.format.Rejection;
import org.talks.catalogue.importing.format.TalkDraftBuilder;
import org.talks.catalogue.importing.format.Texts;
import org.talks.events.Resource;
import tools.jackson.databind.JsonNode;

/// MiXiT's talks of one year. Speakers stand in it only as ids of accounts, half of them UUIDs: an account is no
/// name, so none is made of it.
@Component
final class MixitFormat extends JsonProgramme {

    MixitFormat() {
        super("mixit", "MiXiT talks (JSON)");
    }

    @Override
    @Nullable
    String recognised(JsonOutline outline) {
        return outline.has("[]/title", "[]/speakerIds", "[]/event")
                ? "It is a list of talks with `event` and `speakerIds`, as MiXiT publishes it."
                : null;
    }

    @Override
    Iterable<JsonNode> records(JsonNode root) {
        return itemsOf(root);
    }

    @Override
    @Nullable
    String key(JsonNode talk) {
        return Json.firstText(talk, "id", "slug");
    }

    @Override
    HeldConference conference(List<JsonNode> records, String fileName, DraftSink sink) {
        String year = Texts.line(Json.text(records.getFirst(), "event"));
        if (!year.matches("(?:19|20)\\d\\d")) {
            return super.conference(records, fileName, sink);
        }
        sink.warning(new Rejection(
                fileName,
                "speakerIds",
                "The file knows its speakers only by the ids of their accounts; they were left out.",
                "Add the speakers after the import."));
        return new HeldConference("mixit:" + year, year, "MiXiT " + year, fileName);
    }

    @Override
    void talk(JsonNode json, TalkDraftBuilder talk) {
        String format = Json.text(json, "format");
        talk.title(Json.text(json, "title"))
                .summary(text(Json.text(json, "summary"), Json.text(json, "description")))
                .kindFrom(format == null ? null : format.replace('_', ' '))
                .language(Json.text(json, "language"))
                .level(Json.text(json, "level"))
                .topic(Json.text(json, "topic"))
                .session(
                        "0",
                        Moment.parse(Json.text(json, "start")),
                        Moment.parse(Json.text(json, "end")),
                        null,
                        Json.text(json, "room"))
                .resource(Resource.VIDEO, Json.text(json, "video"), null, null, null)
                .resource(Resource.VIDEO, Json.text(json, "video2"), null, null, null);
    }
}

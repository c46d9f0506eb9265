package org.talks.catalogue.importing.programme;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.HeldConference;
import org.talks.catalogue.importing.format.Json;
import org.talks.catalogue.importing.format.JsonOutline;
import org.talks.catalogue.importing.format.Moment;
import org.talks.catalogue.importing.format.TalkDraftBuilder;
import org.talks.catalogue.importing.format.Texts;
import org.talks.events.RichText;
import tools.jackson.databind.JsonNode;

/// Devoxx of 2010 to 2012: presentations, schedule and speakers in a file each. A talk has the number of its
/// presentation in all of them, so that importing one file after another completes the talks.
@Component
final class DevoxxRestFormat extends JsonProgramme {

    DevoxxRestFormat() {
        super("devoxx-rest-v1", "Devoxx 2010 to 2012 (REST, JSON)");
    }

    @Override
    @Nullable
    String recognised(JsonOutline outline) {
        if (outline.has("[]/presentationUri", "[]/fromTime")) {
            return "It is a schedule with `presentationUri`, as Devoxx published it.";
        }
        if (outline.has("[]/title", "[]/speakers/[]/speakerUri")) {
            return "It is a list of presentations with `speakerUri`, as Devoxx published it.";
        }
        return outline.has("[]/firstName", "[]/talks/[]/presentationUri")
                ? "It is a list of speakers with `presentationUri`, as Devoxx published it."
                : null;
    }

    @Override
    boolean readOther(JsonNode root, String fileName, DraftSink sink) {
        if (!root.isArray() || root.isEmpty() || !root.path(0).has("firstName")) {
            return false;
        }
        listWithoutTalks(root, "speaker", fileName, sink);
        return true;
    }

    @Override
    Iterable<JsonNode> records(JsonNode root) {
        return itemsOf(root);
    }

    @Override
    @Nullable
    String key(JsonNode talk) {
        String presentation = lastSegment(Json.text(talk, "presentationUri"));
        return presentation == null ? Json.text(talk, "id") : presentation;
    }

    @Override
    HeldConference conference(List<JsonNode> records, String fileName, DraftSink sink) {
        sink.partial(fileName + " is one of three files; import presentations and schedule both.");
        return super.conference(records, fileName, sink);
    }

    @Override
    @Nullable
    String leftOut(JsonNode talk) {
        String kind = Json.text(talk, "kind");
        return kind != null && !talk.has("presentationUri") ? "No talk: " + Texts.line(kind) : null;
    }

    @Override
    void talk(JsonNode json, TalkDraftBuilder talk) {
        talk.title(Json.text(json, "title"))
                .summary(text(Json.text(json, "summary")))
                .kindFrom("Keynote".equals(Json.text(json, "kind")) ? "Keynote" : Json.text(json, "type"))
                .level(level(Json.text(json, "experience")))
                .track(Json.text(json, "track"));
        for (JsonNode tag : Json.items(json, "tags")) {
            talk.topic(Json.text(tag, "name"));
        }
        for (JsonNode speaker : Json.items(json, "speakers")) {
            talk.speaker(
                    lastSegment(Json.text(speaker, "speakerUri")),
                    Json.text(speaker, "speaker"),
                    RichText.EMPTY,
                    null,
                    List.of());
        }
        if (json.has("fromTime")) {
            talk.session(
                    "0",
                    Moment.parse(Json.text(json, "fromTime")),
                    Moment.parse(Json.text(json, "toTime")),
                    null,
                    Json.text(json, "room"));
        }
    }

    private static @Nullable String level(@Nullable String experience) {
        return experience == null ? null : experience.toLowerCase(java.util.Locale.ROOT);
    }

    private static @Nullable String lastSegment(@Nullable String uri) {
        if (uri == null) {
            return null;
        }
        String last = uri.substring(uri.lastIndexOf('/') + 1);
        return last.isBlank() ? null : last;
    }
}

package org.talks.catalogue.importing.programme;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.HeldConference;
import org.talks.catalogue.importing.format.Json;
import org.talks.catalogue.importing.format.JsonOutline;
import org.talks.catalogue.importing.format.Moment;
import org.talks.catalogue.importing.format.Slugs;
import org.talks.catalogue.importing.format.TalkDraftBuilder;
import org.talks.catalogue.importing.format.Texts;
import org.talks.catalogue.importing.format.Urls;
import org.talks.events.Link;
import org.talks.events.RichText;
import tools.jackson.databind.JsonNode;

/// conference-hall's export of a schedule (https://github.com/conference-hall/conference-hall,
/// `schedule-export.server.ts`). A talk's key is that of its proposal, which stays when the slot moves; a slot
/// without a proposal is a break. E-mail addresses, which exports of proposals carry, are never read.
@Component
final class ConferenceHallFormat extends JsonProgramme {

    /// Where the schedule's zone is put into each session, since records are read one by one.
    private static final String ZONE = "(zone)";

    private static final String NAME = "(schedule)";

    private static final int MAX_LINKS = 20;

    ConferenceHallFormat() {
        super("conference-hall", "conference-hall schedule (JSON)");
    }

    @Override
    @Nullable
    String recognised(JsonOutline outline) {
        return outline.has("sessions/[]/proposal", "sessions/[]/id")
                ? "It has `sessions[]` with `proposal`, as conference-hall exports a schedule."
                : null;
    }

    @Override
    Iterable<JsonNode> records(JsonNode root) {
        List<JsonNode> records = new ArrayList<>();
        for (JsonNode session : itemsOf(root.path("sessions"))) {
            if (session instanceof tools.jackson.databind.node.ObjectNode object) {
                records.add(
                        object.deepCopy().put(ZONE, Json.text(root, "timeZone")).put(NAME, Json.text(root, "name")));
            } else {
                records.add(session);
            }
        }
        return records;
    }

    @Override
    HeldConference conference(List<JsonNode> records, String fileName, DraftSink sink) {
        String name = Texts.line(Json.text(records.getFirst(), NAME));
        String slug = Slugs.of(name);
        return slug.isEmpty()
                ? super.conference(records, fileName, sink)
                : new HeldConference(id() + ":" + slug, slug, name, fileName).zone(zoneOf(records.getFirst()));
    }

    @Override
    @Nullable
    String key(JsonNode session) {
        return Json.firstText(session.path("proposal"), "id");
    }

    @Override
    @Nullable
    String leftOut(JsonNode session) {
        return session.path("proposal").isObject() ? null : "No talk: " + Texts.line(Json.text(session, "title"));
    }

    @Override
    void talk(JsonNode json, TalkDraftBuilder talk) {
        JsonNode proposal = json.path("proposal");
        String title = Json.firstText(proposal, "title");
        talk.title(title == null ? Json.text(json, "title") : title)
                .summary(Texts.rich(Json.text(proposal, "abstract"), RichText.MARKDOWN))
                .level(Json.text(proposal, "level"))
                .language(Json.text(json, "language"));
        for (JsonNode format : Json.items(proposal, "formats")) {
            talk.kindFrom(Json.text(format));
        }
        for (JsonNode category : Json.items(proposal, "categories")) {
            talk.topic(Json.text(category));
        }
        for (JsonNode speaker : Json.items(proposal, "speakers")) {
            talk.speaker(
                    Json.text(speaker, "id"),
                    Json.text(speaker, "name"),
                    Texts.rich(Json.text(speaker, "bio"), RichText.MARKDOWN),
                    Json.text(speaker, "company"),
                    links(speaker));
        }
        // What is called a track there is the room of a slot.
        talk.session(
                "0",
                Moment.parse(Json.text(json, "start")),
                Moment.parse(Json.text(json, "end")),
                zoneOf(json),
                Json.text(json, "track"));
    }

    private static @Nullable String zoneOf(JsonNode session) {
        return Json.text(session, ZONE);
    }

    private static List<Link> links(JsonNode speaker) {
        List<Link> links = new ArrayList<>();
        for (JsonNode link : Json.items(speaker, "socialLinks")) {
            String url = Urls.http(Json.text(link));
            if (url != null && links.size() < MAX_LINKS) {
                links.add(new Link(url, null));
            }
        }
        return links;
    }
}

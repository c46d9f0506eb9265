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
import org.talks.events.RichText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// conference-hall (https://github.com/conference-hall/conference-hall) in its three exports: the schedule
/// (`schedule-export.server.ts`), the proposals as a list or under `proposals` (`proposals-export.server.ts`),
/// and the event as the first version's API answered it, with speakers, categories and formats by id. A talk's
/// key is that of its proposal in all of them. E-mail addresses, telephones, messages to the organisers and votes
/// stand in these files and are never read.
@Component
final class ConferenceHallFormat extends JsonProgramme {

    /// Where the schedule's zone is put into each session, since records are read one by one.
    private static final String ZONE = "(zone)";

    private static final String NAME = "(schedule)";
    private static final String START = "(start)";
    private static final String END = "(end)";

    ConferenceHallFormat() {
        super("conference-hall", "conference-hall (schedule, proposals or event, JSON)");
    }

    @Override
    @Nullable
    String recognised(JsonOutline outline) {
        if (outline.has("sessions/[]/proposal", "sessions/[]/id")) {
            return "It has `sessions[]` with `proposal`, as conference-hall exports a schedule.";
        }
        if (outline.has("proposals/[]/deliberationStatus") || outline.has("[]/deliberationStatus", "[]/title")) {
            return "It is a list of proposals with `deliberationStatus`, as conference-hall exports them.";
        }
        boolean event = outline.has("talks/[]/title", "talks/[]/formats", "talks/[]/abstract")
                || outline.has("talks/[]/title", "speakers/[]/uid");
        return event
                ? "It has `talks[]` with `formats` and speakers by `uid`, as conference-hall's event API answered."
                : null;
    }

    @Override
    Iterable<JsonNode> records(JsonNode root) {
        List<JsonNode> records = new ArrayList<>();
        if (root.isArray()) {
            return root;
        }
        for (JsonNode session : itemsOf(root.path("sessions"))) {
            records.add(session instanceof ObjectNode object ? named(object, root) : session);
        }
        for (JsonNode proposal : itemsOf(root.path("proposals"))) {
            records.add(proposal instanceof ObjectNode object ? named(object, root) : proposal);
        }
        EventExport event = new EventExport(root);
        for (JsonNode talk : itemsOf(root.path("talks"))) {
            records.add(talk instanceof ObjectNode object ? named(event.joined(object), root) : talk);
        }
        return records;
    }

    private static ObjectNode named(ObjectNode record, JsonNode root) {
        JsonNode dates = root.path("conferenceDates");
        String start = Json.text(root, "startDate");
        String end = Json.text(root, "endDate");
        return record.deepCopy()
                .put(ZONE, Json.text(root, "timeZone"))
                .put(NAME, Json.text(root, "name"))
                .put(START, start == null ? Json.text(dates, "start") : start)
                .put(END, end == null ? Json.text(dates, "end") : end);
    }

    @Override
    HeldConference conference(List<JsonNode> records, String fileName, DraftSink sink) {
        JsonNode first = records.getFirst();
        String name = Texts.line(Json.text(first, NAME));
        String slug = Slugs.of(name);
        HeldConference conference = slug.isEmpty()
                ? super.conference(records, fileName, sink)
                : new HeldConference(id() + ":" + slug, slug, name, fileName).zone(zoneOf(first));
        Moment start = Moment.parse(Json.text(first, START));
        Moment end = Moment.parse(Json.text(first, END));
        return conference.dates(start == null ? null : start.date(), end == null ? null : end.date());
    }

    @Override
    @Nullable
    String key(JsonNode record) {
        if (isSession(record)) {
            return Json.firstText(record.path("proposal"), "id");
        }
        // What organisers of the first version downloaded has no ids of talks, unlike what its API answered.
        String id = Json.firstText(record, "id");
        JsonNode first = record.path("speakers").path(0);
        return id == null ? keyOf(Json.text(record, "title"), Json.firstText(first, "displayName", "name")) : id;
    }

    private static boolean isSession(JsonNode record) {
        return record.has("proposal");
    }

    @Override
    @Nullable
    String leftOut(JsonNode record) {
        String title = Texts.line(Json.text(record, "title"));
        if (isSession(record)) {
            return record.path("proposal").isObject() ? null : "No talk: " + title;
        }
        String refused = ConferenceHallStates.whyNotGiven(record);
        return refused == null ? null : refused + " " + title;
    }

    @Override
    void talk(JsonNode json, TalkDraftBuilder talk) {
        JsonNode proposal = isSession(json) ? json.path("proposal") : json;
        String title = Json.firstText(proposal, "title");
        talk.title(title == null ? Json.text(json, "title") : title)
                .summary(Texts.richOrHtml(Json.text(proposal, "abstract"), RichText.MARKDOWN))
                .level(Json.text(proposal, "level"))
                .language(Json.text(json, "language"));
        if (!isSession(json)) {
            List<String> languages = new ArrayList<>();
            Json.items(proposal, "languages").forEach(language -> languages.add(String.valueOf(Json.text(language))));
            talk.language(String.join(", ", languages));
        }
        for (JsonNode format : Json.items(proposal, "formats")) {
            talk.kindFrom(Json.localised(format));
        }
        for (JsonNode category : Json.items(proposal, "categories")) {
            talk.topic(Json.localised(category));
        }
        for (JsonNode tag : Json.items(proposal, "tags")) {
            talk.topic(Json.localised(tag));
        }
        for (JsonNode speaker : Json.items(proposal, "speakers")) {
            talk.speaker(
                    Json.firstText(speaker, "id", "uid"),
                    Json.firstText(speaker, "name", "displayName"),
                    Texts.richOrHtml(Json.text(speaker, "bio"), RichText.MARKDOWN),
                    Json.text(speaker, "company"),
                    ConferenceHallLinks.of(speaker));
        }
        if (isSession(json)) {
            // What is called a track there is the room of a slot.
            talk.session(
                    "0",
                    Moment.parse(Json.text(json, "start")),
                    Moment.parse(Json.text(json, "end")),
                    zoneOf(json),
                    Json.text(json, "track"));
        }
    }

    private static @Nullable String zoneOf(JsonNode session) {
        return Json.text(session, ZONE);
    }
}

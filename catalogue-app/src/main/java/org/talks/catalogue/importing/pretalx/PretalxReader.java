package org.talks.catalogue.importing.pretalx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.HeldConference;
import org.talks.catalogue.importing.format.Json;
import org.talks.catalogue.importing.format.Kinds;
import org.talks.catalogue.importing.format.Moment;
import org.talks.catalogue.importing.format.Rejection;
import org.talks.catalogue.importing.format.Summaries;
import org.talks.catalogue.importing.format.TalkDraftBuilder;
import org.talks.catalogue.importing.format.Texts;
import org.talks.catalogue.importing.format.UnreadableSourceException;
import org.talks.events.RichText;
import tools.jackson.databind.JsonNode;

/// Takes only what the public programme shows: e-mail addresses, notes, answers, reviews and access codes, which
/// an organiser's token adds, are never looked at.
final class PretalxReader {

    private static final Set<String> PUBLIC = Set.of("confirmed", "accepted", "");
    private static final Set<String> GONE = Set.of("canceled", "cancelled", "withdrawn");
    private static final Pattern MEDIA = Pattern.compile("/media/([A-Za-z0-9_-]{1,60})/submissions/");

    /// Days, times and rooms around a submission.
    private static final int MAX_DEPTH = 6;

    private final String fileName;
    private final JsonNode root;
    private final DraftSink sink;

    PretalxReader(String fileName, JsonNode root, DraftSink sink) {
        this.fileName = fileName;
        this.root = root;
        this.sink = sink;
    }

    void read() throws UnreadableSourceException {
        List<JsonNode> records = new ArrayList<>();
        collect(root, 0, records);
        JsonNode next = root.isObject() ? root.get("next") : null;
        if (next != null && !next.isNull()) {
            sink.partial(fileName + " is one page of several; import the others too.");
        }
        if (records.isEmpty()) {
            ignoreSpeakers();
            return;
        }
        // A talk stands in every cell of a grid that it covers, and once for each of its slots.
        Map<String, List<JsonNode>> byCode = new LinkedHashMap<>();
        for (JsonNode record : records) {
            byCode.computeIfAbsent(String.valueOf(Json.text(record, "code")), code -> new ArrayList<>())
                    .add(record);
        }
        HeldConference conference = conference(records);
        byCode.forEach((code, same) -> read(code, same, conference));
        conference.handOver(sink);
    }

    private void read(String code, List<JsonNode> same, HeldConference conference) {
        JsonNode record = same.getFirst();
        String place = fileName + ", " + Texts.shorten(Texts.line(code), 60);
        sink.progressed(place);
        String state = Texts.line(Json.text(record, "state")).toLowerCase(Locale.ROOT);
        if (!PUBLIC.contains(state) && !GONE.contains(state)) {
            sink.ignored(place, "Its state is " + state + ", which is not part of the programme.");
            return;
        }
        TalkDraftBuilder talk = conference.talk(code, place, sink);
        String type = Json.localised(record.get("submission_type"));
        boolean pause = Kinds.isBreak(type)
                && !Json.items(record, "speakers").iterator().hasNext();
        talk.title(Json.localised(record.get("title")))
                .summary(Summaries.join(
                        RichText.MARKDOWN, Json.text(record, "abstract"), Json.text(record, "description")))
                .kindFrom(pause ? "break" : type)
                .language(Json.text(record, "content_locale"))
                .track(Json.localised(record.get("track")))
                .level(Json.text(record, "level"))
                .cancelled(GONE.contains(state));
        for (JsonNode tag : Json.items(record, "tags")) {
            talk.topic(Json.localised(tag.isObject() && tag.has("tag") ? tag.get("tag") : tag));
        }
        for (JsonNode speaker : Json.items(record, "speakers")) {
            if (speaker.isObject()) {
                talk.speaker(
                        Json.text(speaker, "code"),
                        Json.text(speaker, "name"),
                        Texts.richOrHtml(Json.text(speaker, "biography"), RichText.MARKDOWN),
                        null,
                        List.of());
            }
        }
        slots(record, same, talk);
        resources(record, talk);
        conference.add(talk.build());
    }

    private static void slots(JsonNode record, List<JsonNode> same, TalkDraftBuilder talk) {
        // By start, so that the rank of a slot does not depend on the order in the file.
        Map<String, JsonNode> slots = new TreeMap<>();
        for (JsonNode one : same) {
            List<JsonNode> found = new ArrayList<>();
            Json.items(one, "slots").forEach(found::add);
            if (one.path("slot").isObject()) {
                found.add(one.get("slot"));
            } else if (found.isEmpty() && one.has("start")) {
                found.add(one);
            }
            for (JsonNode slot : found) {
                String room = Json.localised(slot.get("room"));
                if (slot.isObject() && (Json.text(slot, "start") != null || room != null)) {
                    slots.putIfAbsent(Json.text(slot, "start") + " " + room, slot);
                }
            }
        }
        int rank = 0;
        for (JsonNode slot : slots.values()) {
            Moment start = Moment.parse(Json.text(slot, "start"));
            Moment end = Moment.parse(Json.text(slot, "end"));
            String room = Json.localised(slot.get("room"));
            if (start != null && end == null) {
                Long minutes = minutes(Json.text(record, "duration"));
                talk.session(
                        String.valueOf(rank),
                        start.date(),
                        start.localTime(),
                        null,
                        minutes == null ? null : minutes * 60,
                        room);
            } else {
                talk.session(String.valueOf(rank), start, end, null, room);
            }
            rank++;
        }
    }

    private static void resources(JsonNode record, TalkDraftBuilder talk) {
        for (JsonNode resource : Json.items(record, "resources")) {
            String url = Json.firstText(resource, "link", "resource");
            // Uploaded files are told without their host, which the file does not name.
            if (url != null && !url.startsWith("/")) {
                talk.link(url, Json.localised(resource.get("description")));
            }
        }
        talk.link(Json.text(record, "youtube_url"), null);
        talk.link(Json.text(record, "website_url"), null);
    }

    private void ignoreSpeakers() throws UnreadableSourceException {
        List<JsonNode> people = new ArrayList<>();
        for (JsonNode value : root.has("results") ? root.path("results") : root) {
            if (value.isObject() && value.has("code") && value.has("name")) {
                people.add(value);
            }
        }
        if (people.isEmpty()) {
            throw new UnreadableSourceException(fileName + " holds no submissions of pretalx.");
        }
        sink.partial(fileName + " is a list of speakers; talks are in the list of submissions.");
        people.forEach(person ->
                sink.ignored(fileName + ", " + Texts.line(Json.text(person, "code")), "A speaker without talks."));
    }

    /// Submissions wherever they stand: in a list, a page, a dictionary or a grid.
    private static void collect(JsonNode node, int depth, List<JsonNode> found) {
        if (node.isObject() && node.has("code") && (node.has("submission_type") || node.has("session_type"))) {
            found.add(node);
            return;
        }
        if (depth < MAX_DEPTH && node.isContainer()) {
            for (JsonNode child : node) {
                collect(child, depth + 1, found);
            }
        }
    }

    /// Uploads carry the event's short name in their path; otherwise only the name of the file is left.
    private HeldConference conference(List<JsonNode> records) {
        for (JsonNode record : records) {
            for (String url : addresses(record)) {
                Matcher media = MEDIA.matcher(url);
                if (media.find()) {
                    String slug = media.group(1).toLowerCase(Locale.ROOT);
                    sink.warning(new Rejection(
                            fileName,
                            slug,
                            "The file names its conference only by a short name.",
                            "Correct the name of the conference after the import."));
                    return new HeldConference("pretalx:" + slug, slug, slug, fileName);
                }
            }
        }
        return HeldConference.namedByFile("pretalx", fileName, sink);
    }

    private static List<String> addresses(JsonNode record) {
        List<String> addresses = new ArrayList<>();
        String image = Json.text(record, "image");
        if (image != null) {
            addresses.add(image);
        }
        for (JsonNode resource : Json.items(record, "resources")) {
            String url = Json.text(resource, "resource");
            if (url != null) {
                addresses.add(url);
            }
        }
        return addresses;
    }

    private static @Nullable Long minutes(@Nullable String raw) {
        return raw != null && raw.matches("\\d{1,5}") ? Long.valueOf(raw) : null;
    }
}

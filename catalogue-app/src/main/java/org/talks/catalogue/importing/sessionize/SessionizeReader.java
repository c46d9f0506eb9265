package org.talks.catalogue.importing.sessionize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.HeldConference;
import org.talks.catalogue.importing.format.Json;
import org.talks.catalogue.importing.format.Kinds;
import org.talks.catalogue.importing.format.Moment;
import org.talks.catalogue.importing.format.Rejection;
import org.talks.catalogue.importing.format.TalkDraftBuilder;
import org.talks.catalogue.importing.format.Texts;
import org.talks.catalogue.importing.format.UnreadableSourceException;
import org.talks.catalogue.importing.format.Urls;
import org.talks.events.Link;
import org.talks.events.Resource;
import org.talks.events.RichText;
import tools.jackson.databind.JsonNode;

/// Finds the sessions of one view and looks up what they only refer to. The file names neither conference nor
/// zone.
final class SessionizeReader {

    private static final int MAX_LINKS = 20;

    private final String fileName;
    private final JsonNode root;
    private final DraftSink sink;
    private final Map<String, JsonNode> speakers = new HashMap<>();
    private final Map<String, String> rooms = new HashMap<>();
    private final Map<String, String> questions = new HashMap<>();
    /// Item id to the title of its category and its own name.
    private final Map<String, Item> items = new HashMap<>();

    private final Set<String> seen = new HashSet<>();

    private record Item(String category, String name) {}

    SessionizeReader(String fileName, JsonNode root, DraftSink sink) {
        this.fileName = fileName;
        this.root = root;
        this.sink = sink;
    }

    void read() throws UnreadableSourceException {
        List<JsonNode> sessions = sessions();
        if (sessions.isEmpty()) {
            List<JsonNode> people = speakersView();
            if (people.isEmpty()) {
                throw new UnreadableSourceException(fileName + " holds no sessions of Sessionize.");
            }
            sink.partial(fileName + " is a list of " + people.size()
                    + " speakers; talks are in the views All, Sessions and GridSmart.");
            people.forEach(person ->
                    sink.ignored(fileName + ", speaker " + Json.text(person, "id"), "A speaker without talks."));
            return;
        }
        dictionaries();
        HeldConference conference = HeldConference.namedByFile("sessionize", fileName, sink);
        for (JsonNode session : sessions) {
            String id = Json.text(session, "id");
            String place = fileName + ", session " + Texts.shorten(Texts.line(id), 60);
            sink.progressed(place);
            read(session, id, place, conference);
        }
        conference.handOver(sink);
    }

    private void read(JsonNode session, @Nullable String id, String place, HeldConference conference) {
        if (!session.isObject() || id == null || id.isBlank()) {
            sink.rejected(new Rejection(place, "", "A session needs an id.", "Export the file again."));
        } else if (session.path("isServiceSession").asBoolean(false)) {
            sink.ignored(place, "A service session, such as a break: " + localised(session, "title"));
        } else if (!isAccepted(Json.text(session, "status"))) {
            sink.ignored(place, "Its status is " + Texts.line(Json.text(session, "status")) + ", not accepted.");
        } else if (!seen.add(id)) {
            sink.ignored(place, "It is listed a second time, in another room or slot.");
        } else {
            conference.add(talk(session, conference.talk(id, place, sink)).build());
        }
    }

    private TalkDraftBuilder talk(JsonNode session, TalkDraftBuilder talk) {
        String title = Json.localised(session.get("title"));
        String format = Json.firstText(session, "format");
        talk.title(title)
                .subtitle(Json.text(session.path("title"), "ja"))
                .summary(Texts.richOrHtml(Json.localised(session.get("description")), RichText.PLAIN))
                .level(Json.text(session, "level"))
                .kindFrom(format == null ? title : format)
                .session(
                        "0",
                        Moment.parse(Json.text(session, "startsAt")),
                        Moment.parse(Json.text(session, "endsAt")),
                        null,
                        room(session))
                .resource(Resource.VIDEO, Json.text(session, "recordingUrl"), null, null, null)
                .resource(Resource.VIDEO, Json.text(session.path("asset"), "videoUrl"), null, null, null)
                .resource(Resource.SLIDES, Json.text(session.path("asset"), "slideUrl"), null, null, null);
        language(session, talk);
        levels(session, talk);
        for (JsonNode speaker : Json.items(session, "speakers")) {
            speaker(speaker, talk);
        }
        for (JsonNode item : Json.items(session, "categoryItems")) {
            Item known = items.get(String.valueOf(Json.text(item)));
            if (known != null) {
                category(known, talk);
            }
        }
        Item only = items.get(String.valueOf(Json.text(session, "sessionCategoryItemId")));
        if (only != null) {
            category(only, talk);
        }
        for (JsonNode category : Json.items(session, "categories")) {
            for (JsonNode item : Json.items(category, "categoryItems")) {
                category(new Item(text(category, "name"), text(item, "name")), talk);
            }
        }
        for (JsonNode answer : Json.items(session, "questionAnswers")) {
            answer(answer, talk);
        }
        return talk;
    }

    /// DroidKaigi's server adds to Sessionize's sessions `language`, with words for what is open or several.
    private static void language(JsonNode session, TalkDraftBuilder talk) {
        String language = Texts.line(Json.text(session, "language"));
        if (!language.equalsIgnoreCase("TBD") && !language.equalsIgnoreCase("MIXED")) {
            talk.language(language);
        }
    }

    /// And `levels`; a talk for all of them has none.
    private static void levels(JsonNode session, TalkDraftBuilder talk) {
        List<String> levels = new ArrayList<>();
        Json.items(session, "levels").forEach(level -> levels.add(Texts.line(Json.text(level))));
        if (levels.size() == 1) {
            talk.level(levels.getFirst());
        }
    }

    private void speaker(JsonNode reference, TalkDraftBuilder talk) {
        String id = reference.isObject() ? Json.text(reference, "id") : Json.text(reference);
        JsonNode person = speakers.getOrDefault(String.valueOf(id), reference);
        String name = Json.firstText(person, "fullName", "name");
        if (name == null) {
            name = text(person, "firstName") + " " + text(person, "lastName");
        }
        if (name.isBlank()) {
            talk.warn(String.valueOf(id), "The file does not name this speaker.", "Export the view All.");
            return;
        }
        if (name.equals(id)) {
            // A table brought into this form, where one cell may name several.
            talk.speakerNames(name);
            return;
        }
        List<Link> links = new ArrayList<>();
        for (JsonNode link : Json.items(person, "links")) {
            String url = Urls.http(Json.text(link, "url"));
            if (url != null && links.size() < MAX_LINKS) {
                links.add(new Link(url, Texts.lineOrNull(Json.text(link, "title"))));
            }
        }
        talk.speaker(
                id, name, Texts.rich(Json.text(person, "bio"), RichText.PLAIN), Json.text(person, "tagLine"), links);
    }

    /// Organisers choose the titles of categories; what they usually call them is enough.
    private static void category(Item item, TalkDraftBuilder talk) {
        String title = item.category().toLowerCase(Locale.ROOT);
        if (title.contains("level")) {
            talk.level(item.name());
        } else if (title.contains("language")) {
            talk.language(item.name());
        } else if (title.contains("format") || title.contains("type")) {
            String kind = Kinds.ofTalk(item.name());
            if (kind != null) {
                talk.kind(kind);
            }
        } else if (title.contains("track")) {
            talk.track(item.name());
        } else {
            talk.topic(item.name());
        }
    }

    /// Free questions may be private; only what lies at a web address and is asked for as such is taken.
    private void answer(JsonNode answer, TalkDraftBuilder talk) {
        String question = Json.text(answer, "question");
        if (question == null) {
            question = questions.get(String.valueOf(Json.text(answer, "questionId")));
        }
        String url = Urls.http(Json.firstText(answer, "answerValue", "answer"));
        if (question == null || url == null) {
            return;
        }
        String lower = question.toLowerCase(Locale.ROOT);
        if (lower.contains("slide") || lower.contains("presentation")) {
            talk.resource(Resource.SLIDES, url, null, null, null);
        } else if (lower.contains("youtube") || lower.contains("video") || lower.contains("recording")) {
            talk.resource(Resource.VIDEO, url, null, null, null);
        } else if (lower.contains("code") || lower.contains("github") || lower.contains("repo")) {
            talk.resource(Resource.CODE, url, null, null, null);
        }
    }

    private @Nullable String room(JsonNode session) {
        String room = Json.localised(session.get("room"));
        return room == null ? rooms.get(String.valueOf(Json.text(session, "roomId"))) : room;
    }

    /// The sessions of whichever view it is; GridSmart tells each twice, by room and by time.
    private List<JsonNode> sessions() {
        List<JsonNode> sessions = new ArrayList<>();
        if (root.isObject()) {
            Json.items(root, "sessions").forEach(sessions::add);
            for (JsonNode value : sessions.isEmpty() ? root : List.<JsonNode>of()) {
                if (value.has("isServiceSession")) {
                    sessions.add(value);
                }
            }
            return sessions;
        }
        for (JsonNode group : root) {
            if (group.path("rooms").isArray()) {
                for (JsonNode room : group.path("rooms")) {
                    Json.items(room, "sessions").forEach(sessions::add);
                }
            } else if (!group.has("fullName")) {
                Json.items(group, "sessions").forEach(sessions::add);
            }
        }
        return sessions;
    }

    private List<JsonNode> speakersView() {
        List<JsonNode> people = new ArrayList<>();
        for (JsonNode value : root) {
            if (value.has("fullName")) {
                people.add(value);
            }
        }
        return people;
    }

    private void dictionaries() {
        if (!root.isObject()) {
            return;
        }
        for (JsonNode speaker : Json.items(root, "speakers")) {
            speakers.put(String.valueOf(Json.text(speaker, "id")), speaker);
        }
        for (JsonNode room : Json.items(root, "rooms")) {
            rooms.put(String.valueOf(Json.text(room, "id")), localised(room, "name"));
        }
        for (JsonNode question : Json.items(root, "questions")) {
            questions.put(String.valueOf(Json.text(question, "id")), localised(question, "question"));
        }
        for (JsonNode category : Json.items(root, "categories")) {
            for (JsonNode item : Json.items(category, "items")) {
                items.put(
                        String.valueOf(Json.text(item, "id")),
                        new Item(localised(category, "title"), localised(item, "name")));
            }
        }
    }

    private static String text(JsonNode node, String member) {
        return Texts.line(Json.text(node, member));
    }

    /// DroidKaigi tells its own words in two languages.
    private static String localised(JsonNode node, String member) {
        return Texts.line(Json.localised(node.get(member)));
    }

    /// Views for the public say nothing or `Accepted`; others hold proposals of every state.
    private static boolean isAccepted(@Nullable String status) {
        return status == null || status.isBlank() || status.equals("Accepted");
    }
}

package org.talks.catalogue.importing.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talks.catalogue.importing.format.Json;
import org.talks.catalogue.importing.format.JsonOutline;
import org.talks.catalogue.importing.format.Kinds;
import org.talks.catalogue.importing.format.Languages;
import org.talks.catalogue.importing.format.Moment;
import org.talks.catalogue.importing.format.People;
import org.talks.catalogue.importing.format.TalkDraftBuilder;
import org.talks.catalogue.importing.format.Texts;
import org.talks.catalogue.importing.format.Titles;
import org.talks.events.Resource;
import org.talks.events.RichText;
import tools.jackson.databind.JsonNode;

/// Sched's session export in JSON (https://sched.com/api). The key is `event_key`, which the organiser chose,
/// else Sched's own id; times are local and name no zone. Titles often end with the speakers, who stand in a list
/// of their own and are taken off. Counts of seats and of people who go are not read.
@Component
final class SchedFormat extends JsonProgramme {

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    /// A moderator mostly stands among the speakers, too.
    private static final String[] PEOPLE = {"speakers", "moderators"};

    private static final Set<String> OFF = Set.of("N", "n", "0", "false");
    private static final Set<String> LEVELS =
            Set.of("beginner", "intermediate", "advanced", "expert", "introductory", "novice");

    /// Said of talks for everybody, which is no level.
    private static final Set<String> ANY_LEVEL = Set.of("any", "all", "all levels", "everyone");

    /// Types of what is no talk when nobody speaks, beside what is called a break everywhere.
    private static final Pattern PAUSES = Pattern.compile("(?i)\\b(?:breaks|meals|(?:sponsor|solutions) showcase)\\b");

    private static final Pattern SLIDES = Pattern.compile("(?i).*\\.(?:pdf|pptx?|key|odp)");

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
        boolean unmarked = Json.firstText(session, "description") == null;
        String type = Texts.line(Json.text(session, "event_type"));
        boolean pause = PAUSES.matcher(type).find() || Kinds.isBreak(type) || (unmarked && Kinds.isBreak(name));
        return pause && names(session).isEmpty() ? "A break: " + Texts.line(name) : null;
    }

    @Override
    void talk(JsonNode json, TalkDraftBuilder talk) {
        String type = plain(Json.text(json, "event_type"));
        String subtype = plain(Json.text(json, "event_subtype"));
        talk.title(Titles.withoutSpeakers(Texts.line(plain(Json.text(json, "name"))), names(json)))
                .summary(Texts.richOrHtml(Json.text(json, "description"), RichText.PLAIN))
                .kind(kind(json))
                .track(type)
                .topic(subtype)
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
        audience(json, talk);
        for (JsonNode file : Json.items(json, "files")) {
            String name = plain(Json.text(file, "name"));
            boolean slides = name != null && SLIDES.matcher(name).matches();
            talk.resource(slides ? Resource.SLIDES : Resource.LINK, Json.text(file, "path"), name, null, null);
        }
        for (String member : PEOPLE) {
            JsonNode people = json.path(member);
            for (JsonNode person : itemsOf(people)) {
                talk.speaker(
                        Json.text(person, "username"),
                        plain(Json.text(person, "name")),
                        RichText.EMPTY,
                        plain(Json.text(person, "company")),
                        List.of());
            }
            if (people.isString()) {
                talk.listedSpeakers(plain(people.stringValue()));
            }
        }
    }

    /// Which of Sched's free columns holds what, each organiser decides: `audience` was seen as the level and as the
    /// kind, `company` of a session as its level and as its language.
    private static void audience(JsonNode json, TalkDraftBuilder talk) {
        String audience = Texts.line(plain(Json.text(json, "audience")));
        String free = Texts.line(plain(Json.text(json, "company")));
        if (LEVELS.contains(free.toLowerCase(Locale.ROOT))) {
            talk.level(free);
        } else if (!ANY_LEVEL.contains(audience.toLowerCase(Locale.ROOT)) && Kinds.ofTalk(audience) == null) {
            talk.level(audience);
        }
        if (Languages.toBcp47(free) != null) {
            talk.language(free);
        }
    }

    private static @Nullable String kind(JsonNode json) {
        for (String member : new String[] {"event_type", "event_subtype", "audience"}) {
            String kind = Kinds.ofTalk(plain(Json.text(json, member)));
            if (kind != null) {
                return kind;
            }
        }
        return null;
    }

    private static List<String> names(JsonNode session) {
        List<String> names = new ArrayList<>();
        for (String member : PEOPLE) {
            for (JsonNode person : itemsOf(session.path(member))) {
                names.add(Texts.line(plain(Json.text(person, "name"))));
            }
            names.addAll(People.listed(Texts.line(plain(Json.text(session, member)))));
        }
        return names;
    }

    /// Names carry HTML's entities.
    private static @Nullable String plain(@Nullable String raw) {
        return raw == null ? null : Parser.unescapeEntities(raw, false);
    }
}

package org.talks.catalogue.importing.programme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.HeldConference;
import org.talks.catalogue.importing.format.Json;
import org.talks.catalogue.importing.format.JsonOutline;
import org.talks.catalogue.importing.format.Moment;
import org.talks.catalogue.importing.format.TalkDraftBuilder;
import org.talks.catalogue.importing.format.Texts;
import org.talks.catalogue.importing.format.Urls;
import org.talks.events.Link;
import org.talks.events.Resource;
import tools.jackson.databind.JsonNode;

/// JavaZone: the sessions of one year as sleepingpill gives them, and the older list of conferences in
/// Collection+JSON. Clock times are taken as the place showed them; the ones in UTC beside them name no place.
@Component
final class JavaZoneFormat extends JsonProgramme {

    private static final Pattern VIMEO = Pattern.compile("\\d{5,12}");
    private static final Pattern TWITTER = Pattern.compile("@?(\\w{1,15})");

    JavaZoneFormat() {
        super("javazone", "JavaZone (sleepingpill, JSON)");
    }

    @Override
    @Nullable
    String recognised(JsonOutline outline) {
        if (outline.has("sessions/[]/sessionId", "sessions/[]/title")) {
            return "It has `sessions[]` with `sessionId`, as JavaZone's sleepingpill gives them.";
        }
        return outline.has("collection/items/[]/data/[]/name", "collection/items/[]/href")
                ? "It is a Collection+JSON of conferences or sessions, as JavaZone's older server gave it."
                : null;
    }

    @Override
    boolean readOther(JsonNode root, String fileName, DraftSink sink) {
        JsonNode items = root.path("collection").path("items");
        if (!items.isArray() || items.isEmpty()) {
            return false;
        }
        boolean sessions = false;
        for (JsonNode item : items) {
            Map<String, String> values = values(item);
            String name = values.get("name");
            String slug = values.get("slug");
            String place = fileName + ", " + Texts.shorten(Texts.line(slug), 60);
            sink.progressed(place);
            if (name == null || slug == null) {
                sessions |= values.containsKey("title");
                sink.ignored(
                        place,
                        "A proposal, which is no talk yet: its state is " + Texts.line(values.get("state")) + ".");
                continue;
            }
            Moment start = Moment.parse(values.get("start"));
            Moment end = Moment.parse(values.get("end"));
            new HeldConference("javazone:" + slug, slug, Texts.line(name), place)
                    .dates(start == null ? null : start.date(), end == null ? null : end.date())
                    .handOver(sink);
        }
        sink.partial(fileName + (sessions ? " lists proposals." : " lists conferences without their talks."));
        return true;
    }

    private static Map<String, String> values(JsonNode item) {
        Map<String, String> values = new HashMap<>();
        for (JsonNode pair : Json.items(item, "data")) {
            String name = Json.text(pair, "name");
            String value = Json.text(pair, "value");
            if (name != null && value != null) {
                values.putIfAbsent(name, value);
            }
        }
        return values;
    }

    @Override
    Iterable<JsonNode> records(JsonNode root) {
        return itemsOf(root.path("sessions"));
    }

    @Override
    @Nullable
    String key(JsonNode talk) {
        return Json.firstText(talk, "sessionId", "id");
    }

    @Override
    void talk(JsonNode json, TalkDraftBuilder talk) {
        talk.title(Json.text(json, "title"))
                .summary(text(Json.text(json, "abstract")))
                .kindFrom(Json.text(json, "format"))
                .language(Json.text(json, "language"));
        for (JsonNode speaker : Json.items(json, "speakers")) {
            talk.speaker(null, Json.text(speaker, "name"), text(Json.text(speaker, "bio")), null, twitter(speaker));
        }
        Moment start = Moment.parse(Json.text(json, "startTime"));
        Moment end = Moment.parse(Json.text(json, "endTime"));
        String room = Json.text(json, "room");
        Long minutes = minutes(Json.text(json, "length"));
        if (start != null && end == null && minutes != null) {
            talk.session("0", start.date(), start.localTime(), null, minutes * 60, room);
        } else {
            talk.session("0", start, end, null, room);
        }
        String video = Texts.line(Json.text(json, "video"));
        talk.resource(
                Resource.VIDEO,
                VIMEO.matcher(video).matches() ? "https://vimeo.com/" + video : video,
                null,
                null,
                null);
    }

    private static List<Link> twitter(JsonNode speaker) {
        List<Link> links = new ArrayList<>();
        var name = TWITTER.matcher(Texts.line(Json.text(speaker, "twitter")));
        String url = name.matches() ? Urls.http("https://twitter.com/" + name.group(1)) : null;
        if (url != null) {
            links.add(new Link(url, null));
        }
        return links;
    }

    private static @Nullable Long minutes(@Nullable String raw) {
        return raw != null && raw.matches("\\d{1,3}") ? Long.valueOf(raw) : null;
    }
}

package org.talks.catalogue.importing.programme;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talks.catalogue.importing.format.Durations;
import org.talks.catalogue.importing.format.Json;
import org.talks.catalogue.importing.format.JsonOutline;
import org.talks.catalogue.importing.format.TalkDraftBuilder;
import org.talks.catalogue.importing.format.Urls;
import org.talks.events.Link;
import org.talks.events.Resource;
import tools.jackson.databind.JsonNode;

/// Lists of talks that conferences keep for their own site: !!Con (`author`, `youtube`), DDD Perth
/// (`Presenters`), DevRel/Japan (`panelists`), and W3C's workshops (sections of talks by name). None names its
/// conference.
@Component
final class TalkListFormat extends JsonProgramme {

    TalkListFormat() {
        super("talk-json", "Talk list of a conference site (!!Con, DDD Perth, DevRel/Japan, W3C)");
    }

    @Override
    @Nullable
    String recognised(JsonOutline outline) {
        if (outline.has("[]/author", "[]/authorslug", "[]/title")) {
            return "It is a list of talks with `author` and `authorslug`, as !!Con keeps it.";
        }
        if (outline.has("[]/Title", "[]/Presenters")) {
            return "It is a list of talks with `Presenters`, as DDD Perth keeps it.";
        }
        if (outline.has("[]/title", "[]/panelists", "[]/theme")) {
            return "It is a list of talks with `panelists`, as DevRel/Japan keeps it.";
        }
        return outline.has("[]/*/title", "[]/*/author", "[]/*/abstract")
                ? "It is a list of sections with talks by name, as W3C's workshops keep it."
                : null;
    }

    @Override
    Iterable<JsonNode> records(JsonNode root) {
        List<JsonNode> records = new ArrayList<>();
        for (JsonNode item : itemsOf(root)) {
            boolean section = item.isObject() && !item.has("title") && !item.has("Title") && !item.isEmpty();
            boolean inside = section;
            for (JsonNode value : section ? item : List.<JsonNode>of()) {
                inside &= value.isObject();
            }
            if (inside) {
                item.forEach(records::add);
            } else {
                records.add(item);
            }
        }
        return records;
    }

    @Override
    @Nullable
    String key(JsonNode talk) {
        String id = Json.firstText(talk, "Id", "id");
        return id == null ? keyOf(Json.text(talk, "title"), Json.text(talk, "author")) : id;
    }

    @Override
    void talk(JsonNode json, TalkDraftBuilder talk) {
        talk.title(Json.firstText(json, "title", "Title"))
                .subtitle(Json.text(json, "title_zh"))
                .summary(text(
                        Json.firstText(json, "abstract", "abtract", "Abstract", "description"),
                        Json.text(json, "abstract_zh")))
                .kindFrom(Json.firstText(json, "Format", "format"))
                .level(Json.text(json, "Level"))
                .track(Json.text(json, "track"))
                .topic(Json.text(json, "theme"));
        for (JsonNode tag : Json.items(json, "Tags")) {
            talk.topic(Json.text(tag));
        }
        people(json, talk);
        Long seconds = Durations.playing(Json.text(json, "duration"));
        talk.resource(
                Resource.VIDEO,
                Json.text(json, "video"),
                null,
                null,
                seconds == null || seconds <= 0 || seconds > 86_400 ? null : Integer.valueOf(seconds.intValue()));
        JsonNode youtube = json.path("youtube");
        if (youtube.isString() && !youtube.stringValue().isBlank()) {
            talk.resource(Resource.VIDEO, youtube(youtube.stringValue()), null, null, null);
        }
        // A day of the month alone is no date; the clock time is kept.
        var start = Durations.timeOfDay(Json.text(json, "start"));
        if (start != null) {
            var end = Durations.timeOfDay(Json.text(json, "end"));
            Long length = end == null || !end.isAfter(start)
                    ? null
                    : Long.valueOf(java.time.Duration.between(start, end).toSeconds());
            talk.session("0", null, start.toString().substring(0, 5), null, length, null);
        }
    }

    private static void people(JsonNode json, TalkDraftBuilder talk) {
        talk.speakerNames(Json.text(json, "author"));
        for (JsonNode presenter : Json.items(json, "Presenters")) {
            talk.speaker(
                    Json.text(presenter, "Id"),
                    Json.text(presenter, "Name"),
                    text(Json.text(presenter, "Bio")),
                    Json.text(presenter, "Tagline"),
                    links(Json.text(presenter, "WebsiteUrl")));
        }
        for (JsonNode panelist : Json.items(json, "panelists")) {
            talk.speaker(
                    Json.text(panelist, "id"),
                    Json.text(panelist, "name"),
                    text(Json.text(panelist, "profile")),
                    Json.text(panelist, "company"),
                    links(Json.text(panelist, "web")));
        }
    }

    private static List<Link> links(@Nullable String raw) {
        String url = Urls.http(raw);
        return url == null ? List.of() : List.of(new Link(url, null));
    }
}

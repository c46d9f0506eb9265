package org.talks.catalogue.importing.codeandtalk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.Durations;
import org.talks.catalogue.importing.format.HeldConference;
import org.talks.catalogue.importing.format.Json;
import org.talks.catalogue.importing.format.Moment;
import org.talks.catalogue.importing.format.Rejection;
import org.talks.catalogue.importing.format.SourceFile;
import org.talks.catalogue.importing.format.Summaries;
import org.talks.catalogue.importing.format.TalkDraftBuilder;
import org.talks.catalogue.importing.format.Texts;
import org.talks.catalogue.importing.format.UnreadableSourceException;
import org.talks.events.Resource;
import org.talks.events.RichText;
import tools.jackson.databind.JsonNode;

/// Gathers talks, conferences and people while the files go by, and joins them at the end: a talk names its
/// speakers only by the names of their files.
final class CodeAndTalkReader implements SourceFile.TreeVisitor {

    static final String SOURCE = "codeandtalk";

    private static final int SECONDS_MAX = 86_400;

    private final String name;
    private final DraftSink sink;
    private final Map<String, List<Talk>> talks = new LinkedHashMap<>();
    private final Map<String, JsonNode> events = new HashMap<>();
    private final Map<String, String> people = new HashMap<>();
    private boolean guessedNames;

    private record Talk(TalkPath path, String place, JsonNode json) {}

    CodeAndTalkReader(String name, DraftSink sink) {
        this.name = name;
        this.sink = sink;
    }

    @Override
    public boolean wants(String path) {
        return TalkPath.of(path) != null || TalkPath.in("events", path) != null || TalkPath.in("people", path) != null;
    }

    @Override
    public void file(String path, byte[] content) {
        sink.progressed(path);
        JsonNode json;
        try {
            json = Json.read(path, content);
        } catch (UnreadableSourceException malformed) {
            sink.rejected(new Rejection(path, "", Texts.line(malformed.getMessage()), "Correct the file."));
            return;
        }
        String event = TalkPath.in("events", path);
        String person = TalkPath.in("people", path);
        TalkPath talk = TalkPath.of(path);
        String personName = Texts.lineOrNull(Json.text(json, "name"));
        if (event != null) {
            events.put(event, json);
        } else if (person != null && personName != null) {
            people.put(person, personName);
        } else if (talk != null && json.has("title") && json.path("speakers").isArray()) {
            talks.computeIfAbsent(talk.folder(), f -> new ArrayList<>()).add(new Talk(talk, path, json));
        } else if (talk != null && json.isObject() && json.has("videos")) {
            sink.rejected(new Rejection(path, "", "A talk needs a title and a list of speakers.", "Correct the file."));
        } else {
            sink.ignored(path, "It is no talk.");
        }
    }

    @Override
    public void skipped(String path, String reason) {
        sink.rejected(new Rejection(path, "", reason, "Import it by itself."));
    }

    void finish() throws UnreadableSourceException {
        if (talks.isEmpty()) {
            throw new UnreadableSourceException(name + " holds no talks of codeandtalk.com.");
        }
        talks.forEach((folder, held) -> {
            HeldConference conference = conference(folder);
            held.forEach(talk -> conference.add(talk(talk, conference)));
            conference.handOver(sink);
        });
        if (guessedNames) {
            sink.warning(new Rejection(
                    name,
                    "speakers",
                    "The files of the speakers are missing; their names were made of the names of these files.",
                    "Import data/videos together with data/people, or correct the names."));
        }
    }

    private HeldConference conference(String folder) {
        JsonNode event = events.get(folder);
        HeldConference conference = new HeldConference(SOURCE, folder, words(folder), folder);
        if (event == null) {
            return conference;
        }
        return conference
                .name(Json.text(event, "name"))
                .dates(date(event, "event_start"), date(event, "event_end"))
                .where(Json.text(event, "city"), Json.text(event, "country"))
                .website(Json.text(event, "url"));
    }

    private org.talks.catalogue.importing.format.@Nullable TalkDraft talk(Talk held, HeldConference conference) {
        JsonNode json = held.json();
        TalkDraftBuilder talk = conference.talk(held.path().key(), held.place(), sink);
        String description = Json.text(json, "description");
        talk.title(Json.text(json, "title"))
                .summary(Summaries.join(Summaries.guessFormat(description), description))
                .language(Json.text(json, "language"));
        for (JsonNode tag : Json.items(json, "tags")) {
            talk.topic(Json.text(tag));
        }
        for (JsonNode speaker : Json.items(json, "speakers")) {
            String slug = Texts.line(Json.text(speaker));
            String known = people.get(slug);
            guessedNames |= known == null && !slug.isEmpty();
            talk.speaker(slug, known == null ? words(slug) : known, RichText.EMPTY, null, List.of());
        }
        Moment recorded = Moment.parse(Json.text(json, "recorded"));
        if (recorded != null) {
            talk.session("0", recorded.date(), null, null, null, null);
        }
        Long seconds = Durations.playing(Json.text(json, "length"));
        for (JsonNode video : Json.items(json, "videos")) {
            talk.resource(
                    Resource.VIDEO,
                    address(video),
                    null,
                    null,
                    seconds == null || seconds <= 0 || seconds > SECONDS_MAX
                            ? null
                            : Integer.valueOf(seconds.intValue()));
        }
        return talk.build();
    }

    private static @Nullable String address(JsonNode video) {
        String code = Texts.line(Json.text(video, "code"));
        return switch (Texts.line(Json.text(video, "type")).toLowerCase(Locale.ROOT)) {
            case "youtube" -> "https://www.youtube.com/watch?v=" + code;
            case "vimeo" -> "https://vimeo.com/" + code;
            default -> Json.text(video, "url");
        };
    }

    private static @Nullable LocalDate date(JsonNode event, String member) {
        Moment moment = Moment.parse(Json.text(event, member));
        return moment == null ? null : moment.date();
    }

    /// `jarppe-lansio` is `Jarppe Lansio`.
    private static String words(String slug) {
        StringBuilder words = new StringBuilder(slug.length());
        boolean start = true;
        for (int c : slug.replace('-', ' ').replace('_', ' ').codePoints().toArray()) {
            words.appendCodePoint(start ? Character.toTitleCase(c) : c);
            start = c == ' ';
        }
        return words.toString();
    }
}

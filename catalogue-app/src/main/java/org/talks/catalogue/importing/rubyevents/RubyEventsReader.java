package org.talks.catalogue.importing.rubyevents;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.HeldConference;
import org.talks.catalogue.importing.format.Json;
import org.talks.catalogue.importing.format.Moment;
import org.talks.catalogue.importing.format.Rejection;
import org.talks.catalogue.importing.format.SourceFile;
import org.talks.catalogue.importing.format.Summaries;
import org.talks.catalogue.importing.format.TalkDraftBuilder;
import org.talks.catalogue.importing.format.Texts;
import org.talks.catalogue.importing.format.UnreadableSourceException;
import org.talks.catalogue.importing.format.Yaml;
import org.talks.events.Resource;
import tools.jackson.databind.JsonNode;

/// Gathers the two files of each event's folder, in whichever order they come.
final class RubyEventsReader implements SourceFile.TreeVisitor {

    private static final String SOURCE = "rubyevents";

    private final String rootName;
    private final DraftSink sink;
    private final Map<String, Folder> folders = new LinkedHashMap<>();
    private final Set<String> ids = new HashSet<>();
    private int others;

    private static final class Folder {
        private @Nullable JsonNode event;
        private @Nullable JsonNode videos;
        private String place = "";
    }

    RubyEventsReader(String rootName, DraftSink sink) {
        this.rootName = rootName;
        this.sink = sink;
    }

    @Override
    public boolean wants(String path) {
        boolean known = fileName(path).equals("event.yml") || fileName(path).equals("videos.yml");
        if (!known) {
            others++;
        }
        return known;
    }

    @Override
    public void file(String path, byte[] content) {
        int slash = path.lastIndexOf('/');
        String folderPath = slash < 0 ? rootName : path.substring(0, slash);
        Folder folder = folders.computeIfAbsent(folderPath, name -> new Folder());
        try {
            JsonNode yaml = Yaml.read(path, content);
            if (fileName(path).equals("event.yml")) {
                folder.event = yaml;
            } else {
                folder.videos = yaml;
                folder.place = path;
            }
        } catch (UnreadableSourceException malformed) {
            sink.rejected(new Rejection(
                    path, "", Texts.shorten(Texts.line(malformed.getMessage()), 400), "Correct the file."));
        }
        sink.progressed(path);
    }

    @Override
    public void skipped(String path, String reason) {
        sink.rejected(new Rejection(path, "", reason, "Make the file smaller or readable."));
    }

    void finish() throws UnreadableSourceException {
        if (folders.isEmpty()) {
            throw new UnreadableSourceException(rootName + " holds no event.yml of RubyEvents.");
        }
        folders.forEach(this::read);
        if (others > 0) {
            sink.ignored(rootName, others + " files beside event.yml and videos.yml, such as venues and sponsors.");
        }
    }

    private void read(String path, Folder folder) {
        String name = fileName(path);
        JsonNode event = folder.event;
        String title = event == null ? null : Json.text(event, "title");
        String id = event == null ? null : Texts.lineOrNull(Json.text(event, "id"));
        if (event == null) {
            sink.warning(new Rejection(
                    path, name, "The folder has no readable event.yml; its name was taken.", "Add one with a title."));
        }
        HeldConference conference = new HeldConference(
                SOURCE,
                Objects.requireNonNullElse(id, name),
                Objects.requireNonNullElse(Texts.lineOrNull(title), name.replace('-', ' ')),
                path);
        if (event != null) {
            details(event, path, conference);
        }
        for (JsonNode video :
                folder.videos != null && folder.videos.isArray() ? folder.videos : java.util.List.<JsonNode>of()) {
            record(video, folder.place, conference);
        }
        conference.handOver(sink);
    }

    private void details(JsonNode event, String path, HeldConference conference) {
        Moment start = Moment.parse(Json.text(event, "start_date"));
        Moment end = Moment.parse(Json.text(event, "end_date"));
        String location = Texts.line(Json.text(event, "location"));
        int comma = location.lastIndexOf(',');
        boolean online = location.equalsIgnoreCase("online");
        conference
                .dates(start == null ? null : start.date(), end == null ? null : end.date())
                .where(
                        comma < 0 || online ? null : location.substring(0, comma),
                        online ? null : location.substring(comma + 1))
                .zone(Json.text(event, "timezone"))
                .website(Json.text(event, "website"))
                .description(Summaries.join(
                        Summaries.guessFormat(Json.text(event, "description")), Json.text(event, "description")));
        if ("cancelled".equals(Json.text(event, "status"))) {
            sink.warning(new Rejection(
                    path, "cancelled", "The source marks the conference as cancelled.", "Cancel it after the import."));
        }
    }

    /// A record with `talks` is one recording of several talks; they are what was given.
    private void record(JsonNode record, String place, HeldConference conference) {
        JsonNode children = record.get("talks");
        if (children != null && children.isArray() && !children.isEmpty()) {
            String video = videoUrl(record);
            sink.ignored(place + ", " + id(record), "A recording of several talks, which were taken.");
            for (JsonNode child : children) {
                talk(child, video, place, conference);
            }
        } else {
            talk(record, null, place, conference);
        }
    }

    private void talk(JsonNode record, @Nullable String parentVideo, String file, HeldConference conference) {
        String id = id(record);
        String place = file + ", " + id;
        if (id.isEmpty() || !ids.add(id)) {
            sink.rejected(new Rejection(
                    place,
                    Texts.line(Json.text(record, "title")),
                    id.isEmpty() ? "A talk needs an id." : "The id was used before.",
                    "Give the talk an id of its own."));
            return;
        }
        TalkDraftBuilder talk = conference.talk(id, place, sink);
        String kind = Json.text(record, "kind");
        String title = Json.text(record, "title");
        talk.title(title)
                .summary(Summaries.join(
                        Summaries.guessFormat(Json.text(record, "description")), Json.text(record, "description")))
                .kindFrom(kind == null ? keynote(title) : kind.replace('_', ' '))
                .language(Json.text(record, "language"))
                .track(Json.text(record, "track"))
                .cancelled("cancelled".equals(Json.text(record, "status")));
        for (JsonNode speaker : Json.items(record, "speakers")) {
            talk.speaker(null, Json.text(speaker), org.talks.events.RichText.EMPTY, null, java.util.List.of());
        }
        Moment date = Moment.parse(Json.text(record, "date"));
        if (date != null) {
            talk.session("0", date.date(), date.localTime(), null, null, null);
        }
        String video = videoUrl(record);
        talk.resource(Resource.VIDEO, video == null ? parentVideo : video, null, null, null)
                .resource(Resource.SLIDES, Json.text(record, "slides_url"), null, null, null);
        for (String member : new String[] {"alternative_recordings", "additional_resources"}) {
            for (JsonNode resource : Json.items(record, member)) {
                resource(resource, talk);
            }
        }
        conference.add(talk.build());
    }

    private static void resource(JsonNode resource, TalkDraftBuilder talk) {
        String url = videoUrl(resource);
        String label = Json.firstText(resource, "title", "name");
        if (url != null) {
            talk.resource(Resource.VIDEO, url, label, null, null);
            return;
        }
        String type = Texts.line(Json.text(resource, "type")).toLowerCase(Locale.ROOT);
        String address = Json.firstText(resource, "url", "external_player_url");
        switch (type) {
            case "slides", "presentation" -> talk.resource(Resource.SLIDES, address, label, null, null);
            case "code", "repo", "repository", "github" -> talk.resource(Resource.CODE, address, label, null, null);
            case "blog", "article", "write-up", "post" -> talk.resource(Resource.POST, address, label, null, null);
            case "video" -> talk.resource(Resource.VIDEO, address, label, null, null);
            default -> talk.link(address, label);
        }
    }

    private static @Nullable String videoUrl(JsonNode record) {
        String id = Json.text(record, "video_id");
        String provider = Json.text(record, "video_provider");
        if (id == null || provider == null || id.isBlank()) {
            return null;
        }
        return switch (provider) {
            case "youtube" -> "https://www.youtube.com/watch?v=" + id;
            case "vimeo" -> "https://vimeo.com/" + id;
            case "mp4" -> id;
            default -> null;
        };
    }

    private static @Nullable String keynote(@Nullable String title) {
        return title != null && title.toLowerCase(Locale.ROOT).startsWith("keynote") ? "keynote" : null;
    }

    private static String id(JsonNode record) {
        return Texts.line(Json.text(record, "id"));
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}

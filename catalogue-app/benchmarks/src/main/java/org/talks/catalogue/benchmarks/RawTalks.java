package org.talks.catalogue.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.talks.search.TalkDocument;
import org.talks.search.TalkDocument.Entity;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an archive of pyvideo says, as it stands there: less than the catalogue's documents have, with markup where
/// they have text, no series, and names for ids.
final class RawTalks {

    private static final int BLOCK = 512;
    private static final JsonMapper JSON = new JsonMapper();

    private RawTalks() {}

    static List<TalkDocument> read(Path archive) throws IOException {
        var videos = new HashMap<String, byte[]>();
        var conferences = new HashMap<String, String>();
        try (var in = new BufferedInputStream(new GZIPInputStream(Files.newInputStream(archive)))) {
            String longName = null;
            for (var header = in.readNBytes(BLOCK); header.length == BLOCK && header[0] != 0; ) {
                var content = content(in, Math.toIntExact(Long.parseLong(text(header, 124, 12), 8)));
                var type = (char) header[156];
                if (type == 'L') {
                    longName = text(content, 0, content.length);
                } else if (type == 'x') {
                    longName = path(content);
                } else {
                    var name = longName == null ? name(header) : longName;
                    longName = null;
                    if (name.endsWith("/category.json")) {
                        var title = JSON.readTree(content).path("title").asString("");
                        conferences.put(directory(name), title);
                    } else if (name.contains("/videos/") && name.endsWith(".json")) {
                        videos.put(name, content);
                    }
                }
                header = in.readNBytes(BLOCK);
            }
        }
        return videos.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .map(e -> talk(e.getKey(), e.getValue(), conferences))
                .toList();
    }

    private static TalkDocument talk(String file, byte[] content, Map<String, String> conferences) {
        var conferenceId = directory(directory(file));
        JsonNode json;
        try {
            json = JSON.readTree(content);
        } catch (JacksonException damaged) {
            json = JSON.createObjectNode();
        }
        var duration = json.path("duration");
        var conference = conferences.getOrDefault(conferenceId, conferenceId);
        var language = json.path("language").asString("");
        var urls = json.path("videos")
                .valueStream()
                .map(v -> v.path("url").asString(""))
                .toList();
        return new TalkDocument(
                file,
                json.path("title").asString(""),
                null,
                texts(json.path("speakers")).stream()
                        .map(name -> new Entity(name, name, List.of()))
                        .toList(),
                List.of(conferenceId),
                new Entity(conferenceId, conference, List.of()),
                null,
                Stream.of(json.path("summary"), json.path("abstract"), json.path("description"))
                        .map(part -> part.asString(""))
                        .filter(text -> !text.isBlank())
                        .distinct()
                        .collect(Collectors.joining("\n\n")),
                List.of(),
                List.of(),
                texts(json.path("tags")),
                "talk",
                language.length() < 2 ? null : language.substring(0, 2),
                date(json.path("recorded").asString("")),
                duration.isNumber() ? duration.asInt() : null,
                !urls.isEmpty(),
                false,
                false,
                Instant.EPOCH,
                urls,
                List.of("pyvideo"),
                null);
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        for (var element : array) {
            if (element.isString() && !element.asString().isBlank()) {
                texts.add(element.asString());
            }
        }
        return texts;
    }

    private static @Nullable LocalDate date(String recorded) {
        try {
            return recorded.length() < 10 ? null : LocalDate.parse(recorded.substring(0, 10));
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    private static byte[] content(InputStream in, int size) throws IOException {
        var content = in.readNBytes(size);
        in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        return content;
    }

    /// The path in an extended header, whose lines are `length key=value`.
    private static @Nullable String path(byte[] header) {
        return new String(header, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(" path="))
                .map(line -> line.substring(line.indexOf(" path=") + 6))
                .findFirst()
                .orElse(null);
    }

    private static String name(byte[] header) {
        var prefix = text(header, 345, 155);
        var name = text(header, 0, 100);
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static String text(byte[] bytes, int from, int length) {
        var end = from;
        while (end < from + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.UTF_8).strip();
    }

    private static String directory(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('/')));
    }
}

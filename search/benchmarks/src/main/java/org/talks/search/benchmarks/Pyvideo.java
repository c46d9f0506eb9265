package org.talks.search.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the talks of an archive of github.com/pyvideo/data (CC0).
final class Pyvideo {

    private static final int BLOCK = 512;
    private static final Map<String, String> LANGUAGES = languages();

    private Pyvideo() {}

    /// All talks, by id.
    static List<Talk> talks(Path archive) throws IOException {
        var mapper = new JsonMapper();
        var videos = new HashMap<String, JsonNode>();
        var conferences = new HashMap<String, String>();
        try (var in = new BufferedInputStream(new GZIPInputStream(Files.newInputStream(archive)))) {
            String longName = null;
            for (var header = in.readNBytes(BLOCK); header.length == BLOCK && header[0] != 0; ) {
                var size = Math.toIntExact(Long.parseLong(text(header, 124, 12), 8));
                var content = content(in, size);
                var type = (char) header[156];
                if (type == 'L') {
                    longName = text(content, 0, content.length);
                } else if (type == 'x') {
                    longName = path(content);
                } else {
                    var name = longName == null ? name(header) : longName;
                    longName = null;
                    if (name.endsWith("/category.json")) {
                        conferences.put(
                                directory(name),
                                mapper.readTree(content).path("title").asString(""));
                    } else if (name.contains("/videos/") && name.endsWith(".json")) {
                        videos.put(name, mapper.readTree(content));
                    }
                }
                header = in.readNBytes(BLOCK);
            }
        }
        return videos.entrySet().stream()
                .map(e -> talk(e.getKey(), e.getValue(), conferences))
                .sorted(Comparator.comparing(Talk::id))
                .toList();
    }

    private static Talk talk(String file, JsonNode json, Map<String, String> conferences) {
        var conferenceId = directory(directory(file));
        var duration = json.path("duration");
        return new Talk(
                file,
                json.path("title").asString(""),
                json.path("description").asString(""),
                texts(json.path("speakers")),
                texts(json.path("tags")),
                conferenceId,
                conferences.getOrDefault(conferenceId, conferenceId),
                json.path("language").isString()
                        ? LANGUAGES.get(json.path("language").asString())
                        : null,
                json.path("recorded").isString() ? json.path("recorded").asString() : null,
                duration.isNumber() ? duration.asInt() : null,
                json.path("videos")
                        .valueStream()
                        .map(v -> v.path("url").asString(""))
                        .toList());
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

    private static Map<String, String> languages() {
        var languages = new HashMap<String, String>();
        for (var code : Locale.getISOLanguages()) {
            languages.put(Locale.of(code).getISO3Language(), code);
        }
        return languages;
    }

    /// The date of a talk, null when it is unknown or no date.
    static java.time.@Nullable LocalDate date(Talk talk) {
        var recorded = talk.recorded();
        try {
            return recorded == null || recorded.length() < 10
                    ? null
                    : java.time.LocalDate.parse(recorded.substring(0, 10));
        } catch (java.time.DateTimeException notADate) {
            return null;
        }
    }
}

package org.talks.catalogue.importing.format;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/// Reads JSON from outside within limits, and takes values out of it without trusting their types.
public final class Json {

    /// A tree in memory takes several times its text.
    public static final int MAX_BYTES = 24 << 20;

    /// The deepest real file has 12 levels.
    private static final int MAX_DEPTH = 64;

    /// The largest real file has 250,000 tokens; each costs up to 100 bytes.
    private static final long MAX_TOKENS = 1_500_000;

    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(1 << 20)
                            .maxNameLength(1_000)
                            .maxNumberLength(100)
                            .maxTokenCount(MAX_TOKENS)
                            .build())
                    .build())
            .build()
            .reader();

    private Json() {}

    /// The whole file as a tree.
    public static JsonNode read(SourceFile file) throws IOException, UnreadableSourceException {
        byte[] content;
        try (InputStream in = file.open()) {
            content = in.readNBytes(MAX_BYTES + 1);
        } catch (IOException damaged) {
            throw SourceFiles.unreadable(file.name(), damaged);
        }
        if (content.length > MAX_BYTES) {
            throw new UnreadableSourceException(file.name() + " is larger than " + (MAX_BYTES >> 20)
                    + " MiB. Split it into one file per conference.");
        }
        return read(file.name(), content);
    }

    /// @param place what to call it in the message
    public static JsonNode read(String place, byte[] content) throws UnreadableSourceException {
        try {
            JsonNode tree = READER.readTree(content);
            if (tree == null || tree.isMissingNode()) {
                throw new UnreadableSourceException(place + " is empty.");
            }
            return tree;
        } catch (JacksonException malformed) {
            throw new UnreadableSourceException(place + " is not valid JSON: " + reason(malformed), malformed);
        }
    }

    /// The text of a member: a string as it is, a number or boolean as written; null for anything else.
    public static @Nullable String text(JsonNode node, String member) {
        return text(node.get(member));
    }

    public static @Nullable String text(@Nullable JsonNode value) {
        if (value == null || value.isNull() || value.isContainer() || value.isMissingNode()) {
            return null;
        }
        return value.asString();
    }

    /// The first of these members that holds a text that is not blank.
    public static @Nullable String firstText(JsonNode node, String... members) {
        for (String member : members) {
            String text = text(node, member);
            if (text != null && !text.isBlank()) {
                return text;
            }
        }
        return null;
    }

    /// A text that may be told in several languages: a string, `{"en": …, "de": …}`, or an object with such a `name`.
    /// English comes first, otherwise what stands first.
    public static @Nullable String localised(@Nullable JsonNode value) {
        if (value == null || !value.isObject()) {
            return text(value);
        }
        JsonNode name = value.get("name");
        if (name != null) {
            return localised(name);
        }
        String english = text(value, "en");
        if (english != null && !english.isBlank()) {
            return english;
        }
        for (JsonNode translation : value) {
            String text = text(translation);
            if (text != null && !text.isBlank()) {
                return text;
            }
        }
        return null;
    }

    /// The member when it is an array, otherwise an empty one, so that it can be walked.
    public static Iterable<JsonNode> items(JsonNode node, String member) {
        JsonNode value = node.get(member);
        return value != null && value.isArray() ? value : java.util.List.of();
    }

    private static String reason(JacksonException malformed) {
        String message = malformed.getOriginalMessage();
        var location = malformed.getLocation();
        String where = location == null || location.getLineNr() < 0
                ? ""
                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
        return Texts.shorten(Texts.line(message), 200) + where;
    }
}

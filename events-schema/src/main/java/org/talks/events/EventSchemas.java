package org.talks.events;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Holds stored payloads against the JSON Schema (2020-12, formats asserted) of their name and revision: the
/// resource `/schemas/<name>/<revision>.json` of this module. Fields that a newer version added are accepted.
/// Each schema is parsed once. Safe for use by any number of threads.
public final class EventSchemas {

    /// More says no more about a payload than that it is another one.
    private static final int PROBLEMS_MAX = 10;

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaRegistryConfig(SchemaRegistryConfig.builder()
                    .formatAssertionsEnabled(true)
                    .locale(Locale.ROOT)
                    .build()));

    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private EventSchemas() {}

    /// What is wrong with a payload, at most ten problems, each with its place as a JSON Pointer; empty when it
    /// is valid. A name or revision that this version does not know is a problem, too.
    public static List<String> problems(String name, int revision, byte[] payload) {
        var schema = schema(name, revision);
        if (schema == null) {
            return List.of("this version knows no schema of " + name + " revision " + revision);
        }
        JsonNode tree;
        try {
            tree = MAPPER.readTree(payload);
        } catch (JacksonException e) {
            return List.of("it is no JSON: " + e.getOriginalMessage());
        }
        return schema.validate(tree).stream()
                .limit(PROBLEMS_MAX)
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    /// The names come from a log that may have been tampered with: only known ones become part of a path.
    private static @Nullable Schema schema(String name, int revision) {
        var type = EventTypes.named(name);
        if (type == null || revision < 1 || revision > type.revision()) {
            return null;
        }
        return SCHEMAS.computeIfAbsent(name + "/" + revision, EventSchemas::parse);
    }

    private static Schema parse(String path) {
        var resource = "/schemas/" + path + ".json";
        try (InputStream in = EventSchemas.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            return REGISTRY.getSchema(SchemaLocation.of("urn:talk-catalogue:" + path), MAPPER.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

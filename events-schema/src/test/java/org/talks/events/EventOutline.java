package org.talks.events;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a payload looks like, as paths with JSON types: `details.topics[]` is a `string`. Written down once from
/// the records and once from a schema; the two must agree.
final class EventOutline {

    private static final Map<Class<?>, String> SCALARS = Map.of(
            String.class,
            "string",
            LocalDate.class,
            "date",
            boolean.class,
            "boolean",
            int.class,
            "integer",
            long.class,
            "integer",
            Integer.class,
            "integer");

    private EventOutline() {}

    static SortedMap<String, String> ofRecord(Class<?> type) {
        var outline = new TreeMap<String, String>();
        addRecord("", type, outline);
        return outline;
    }

    static SortedMap<String, String> ofSchema(JsonNode schema) {
        var outline = new TreeMap<String, String>();
        addObject("", schema, schema, outline);
        return outline;
    }

    private static void addRecord(String path, Class<?> type, Map<String, String> outline) {
        for (var component : type.getRecordComponents()) {
            add(path + component.getName(), component.getAnnotatedType(), outline);
        }
    }

    private static void add(String path, AnnotatedType type, Map<String, String> outline) {
        var mark = type.isAnnotationPresent(Nullable.class) ? "?" : "";
        if (type.getType() instanceof ParameterizedType list && list.getRawType() == List.class) {
            outline.put(path, "array" + mark);
            var items = ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[0];
            add(path + "[]", items, outline);
        } else if (type.getType() instanceof Class<?> c && c.isRecord()) {
            outline.put(path, "object" + mark);
            addRecord(path + ".", c, outline);
        } else {
            var scalar = SCALARS.get(type.getType());
            if (scalar == null) {
                throw new AssertionError(path + " is a " + type.getType() + ": events hold JSON-native fields only");
            }
            outline.put(path, scalar + mark);
        }
    }

    private static void addObject(String path, JsonNode object, JsonNode root, Map<String, String> outline) {
        object.get("properties").forEachEntry((name, property) -> {
            boolean required = object.get("required")
                    .valueStream()
                    .anyMatch(r -> r.asString().equals(name));
            add(path + name, property, required ? "" : " (optional)", root, outline);
        });
    }

    private static void add(String path, JsonNode node, String suffix, JsonNode root, Map<String, String> outline) {
        if (node.has("anyOf")) {
            add(path, node.get("anyOf").get(0), "?" + suffix, root, outline);
            return;
        }
        if (node.has("$ref")) {
            add(path, root.at(node.get("$ref").asString().substring(1)), suffix, root, outline);
            return;
        }
        var type = node.get("type");
        var name = type.isArray() ? type.get(0).asString() : type.asString();
        var mark = (type.isArray() ? "?" : "") + suffix;
        var format = node.path("format").asString("");
        outline.put(path, (format.isEmpty() ? name : format) + mark);
        if (name.equals("array")) {
            add(path + "[]", node.get("items"), "", root, outline);
        } else if (name.equals("object")) {
            addObject(path + ".", node, root, outline);
        }
    }
}

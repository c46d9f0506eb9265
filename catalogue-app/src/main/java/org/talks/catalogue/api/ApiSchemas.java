package org.talks.catalogue.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.talks.events.RichText;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Describes Java types as JSON Schema (2020-12, which OpenAPI 3.1 uses), after how they are written and how
/// [CommandReader] reads them. Records are named once and referred to. Not for several threads.
final class ApiSchemas {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String COMPONENTS = "#/components/schemas/";

    /// What is asked of a type: how an answer has it, or how a request may have it.
    enum Direction {
        WRITTEN,
        READ
    }

    private record Named(
            Class<?> type, Direction direction, @Nullable String without) {}

    private final ObjectNode components = NODES.objectNode();
    private final Map<Named, String> names = new HashMap<>();

    ObjectNode components() {
        return components;
    }

    ObjectNode written(Type type) {
        return schema(type, Direction.WRITTEN);
    }

    ObjectNode read(Type type) {
        return schema(type, Direction.READ);
    }

    /// A command's fields; its id stands in the URL.
    ObjectNode command(Class<?> type, String without) {
        return reference(new Named(type, Direction.READ, without));
    }

    /// Whether a request has to say anything beside the component that stands in its address.
    static boolean mustSay(Class<?> type, String without) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> !component.getName().equals(without))
                .anyMatch(component -> !isNullable(component) && !mayBeLeftOut(component.getType()));
    }

    /// A request that registers something: its details, and its id for those who mint it themselves.
    ObjectNode registering(Class<?> type) {
        var schema = NODES.objectNode();
        var all = schema.putArray("allOf");
        all.add(schema(type, Direction.READ));
        var id = all.addObject().put("type", "object").putObject("properties").putObject("id");
        id.put("type", "string").put("format", "uuid");
        return schema;
    }

    private ObjectNode schema(Type type, Direction direction) {
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            return generic(raw, generic.getActualTypeArguments(), direction);
        }
        if (!(type instanceof Class<?> plain)) {
            return NODES.objectNode();
        }
        if (plain.isEnum()) {
            var schema = NODES.objectNode().put("type", "string");
            var values = schema.putArray("enum");
            Arrays.stream(plain.getEnumConstants()).forEach(value -> values.add(((Enum<?>) value).name()));
            return schema;
        }
        if (plain == RichText.class && direction == Direction.READ) {
            return text();
        }
        if (plain.isRecord()) {
            return record(plain, direction);
        }
        return simple(plain);
    }

    private ObjectNode generic(Class<?> raw, Type[] arguments, Direction direction) {
        if (Collection.class.isAssignableFrom(raw)) {
            var schema = NODES.objectNode().put("type", "array");
            schema.set("items", schema(arguments[0], direction));
            return schema;
        }
        if (Map.class.isAssignableFrom(raw)) {
            var schema = NODES.objectNode().put("type", "object");
            schema.set("additionalProperties", schema(arguments[1], direction));
            return schema;
        }
        return NODES.objectNode();
    }

    private static ObjectNode simple(Class<?> type) {
        var schema = NODES.objectNode();
        if (type == String.class || type == char.class) {
            return schema.put("type", "string");
        }
        if (type == boolean.class || type == Boolean.class) {
            return schema.put("type", "boolean");
        }
        if (type == int.class || type == Integer.class) {
            return schema.put("type", "integer").put("format", "int32");
        }
        if (type == long.class || type == Long.class) {
            return schema.put("type", "integer").put("format", "int64");
        }
        if (type == float.class || type == double.class || Number.class.isAssignableFrom(type)) {
            return schema.put("type", "number");
        }
        if (type == Instant.class) {
            return schema.put("type", "string").put("format", "date-time");
        }
        if (type == LocalDate.class) {
            return schema.put("type", "string").put("format", "date");
        }
        if (type == ProblemDetail.class) {
            return schema.put("$ref", COMPONENTS + "Problem");
        }
        // Anything: a tree, an event of whatever kind.
        return schema;
    }

    private ObjectNode record(Class<?> type, Direction direction) {
        var components = type.getRecordComponents();
        if (components.length == 1 && components[0].getAccessor().isAnnotationPresent(JsonValue.class)) {
            return schema(components[0].getGenericType(), direction).put("format", "uuid");
        }
        return reference(new Named(type, direction, null));
    }

    private ObjectNode reference(Named named) {
        var name = names.get(named);
        if (name == null) {
            name = name(named);
            names.put(named, name);
            // Known before it is filled, since records may hold themselves.
            var schema = components.putObject(name);
            fill(schema, named);
        }
        return NODES.objectNode().put("$ref", COMPONENTS + name);
    }

    /// Answers are nested in their endpoints: `TalkApi.Answer` is `Talk`.
    private String name(Named named) {
        var type = named.type();
        var outer = type.getEnclosingClass();
        var own = type.getSimpleName();
        var base = outer != null && outer.getSimpleName().endsWith("Api")
                ? outer.getSimpleName().replaceAll("Api$", "") + (own.equals("Answer") ? "" : own)
                : own;
        if (named.direction() == Direction.READ && named.without() == null) {
            base += "Request";
        }
        var name = base;
        for (var number = 2; components.has(name); number++) {
            name = base + number;
        }
        return name;
    }

    private void fill(ObjectNode schema, Named named) {
        schema.put("type", "object");
        var properties = schema.putObject("properties");
        var required = NODES.arrayNode();
        var omitsNull = named.type().isAnnotationPresent(JsonInclude.class);
        for (var component : named.type().getRecordComponents()) {
            if (component.getName().equals(named.without())) {
                continue;
            }
            var name = jsonName(component);
            var nullable = isNullable(component);
            var property = schema(component.getGenericType(), named.direction());
            properties.set(name, nullable ? orNull(property) : property);
            var must = named.direction() == Direction.WRITTEN
                    ? !(nullable && omitsNull)
                    : !nullable && !mayBeLeftOut(component.getType());
            if (must) {
                required.add(name);
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        if (named.direction() == Direction.READ) {
            schema.put("additionalProperties", false);
        }
    }

    /// As [CommandReader] has it.
    private static boolean mayBeLeftOut(Class<?> type) {
        return type == java.util.List.class || type == boolean.class || type == RichText.class;
    }

    private static ObjectNode text() {
        var schema = NODES.objectNode();
        schema.put("description", "A text; a plain string is Markdown.");
        var either = schema.putArray("anyOf");
        either.addObject().put("type", "string");
        var object = either.addObject().put("type", "object");
        var properties = object.putObject("properties");
        properties.putObject("text").put("type", "string");
        var formats = properties.putObject("format").put("type", "string").putArray("enum");
        for (var format : new String[] {RichText.MARKDOWN, RichText.HTML, RichText.RST, RichText.PLAIN}) {
            formats.add(format);
        }
        object.putArray("required").add("text").add("format");
        return schema;
    }

    private static ObjectNode orNull(ObjectNode schema) {
        var type = schema.get("type");
        if (type != null && type.isString() && !schema.has("enum")) {
            schema.putArray("type").add(type.stringValue()).add("null");
            return schema;
        }
        if (schema.isEmpty()) {
            return schema;
        }
        var either = NODES.objectNode();
        either.putArray("anyOf").add(schema).addObject().put("type", "null");
        return either;
    }

    private static String jsonName(RecordComponent component) {
        Method accessor = component.getAccessor();
        var renamed = accessor.getAnnotation(JsonProperty.class);
        return renamed == null || renamed.value().isEmpty() ? component.getName() : renamed.value();
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}

package org.talks.catalogue.api;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talks.catalogue.command.CatalogueCommand;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.command.Refused.FieldError;
import org.talks.events.RichText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads a command from JSON and says precisely what is wrong with it: fields that must be there, fields that are
/// unknown, values of the wrong type. Lists that are left out are empty, flags that are left out are false, and a
/// text may be given as a plain string, which is Markdown.
@Component
public final class CommandReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /// Records within records; no command is deeper than four.
    private static final int DEPTH_MAX = 8;

    /// @param body the command's fields without its id
    /// @param id the thing's id, as it stands in the URL
    /// @throws Refused.Invalid naming each wrong field
    <C extends CatalogueCommand> C read(Class<C> type, ObjectNode body, String id) {
        var components = type.getRecordComponents();
        body.put(components[0].getName(), id);
        return read(type, body);
    }

    /// @throws Refused.Invalid naming each wrong field
    public <R> R read(Class<R> type, ObjectNode body) {
        var missing = new ArrayList<FieldError>();
        complete(type, body, "", missing, 0);
        if (!missing.isEmpty()) {
            throw new Refused.Invalid("Some fields are missing.", missing);
        }
        try {
            return JSON.treeToValue(body, type);
        } catch (DatabindException e) {
            var cause = e.getCause();
            if (cause instanceof Refused refused) {
                throw refused;
            }
            var field = path(e);
            throw new Refused.Invalid(field, "The field " + field + " cannot be read: " + e.getOriginalMessage());
        } catch (JacksonException e) {
            throw new Refused.Invalid("body", "The body cannot be read: " + e.getOriginalMessage());
        }
    }

    private static void complete(Class<?> type, ObjectNode node, String path, List<FieldError> missing, int depth) {
        if (depth > DEPTH_MAX) {
            return;
        }
        for (var component : type.getRecordComponents()) {
            var name = component.getName();
            var value = node.get(name);
            if (value == null || value.isNull()) {
                whenAbsent(component, node, path + name, missing);
            } else if (component.getType() == RichText.class && value.isString()) {
                node.putObject(name).put("text", value.stringValue()).put("format", RichText.MARKDOWN);
            } else {
                within(component, value, path + name, missing, depth);
            }
        }
    }

    private static void whenAbsent(RecordComponent component, ObjectNode node, String path, List<FieldError> missing) {
        if (component.getType() == List.class) {
            node.putArray(component.getName());
        } else if (component.getType() == boolean.class) {
            node.put(component.getName(), false);
        } else if (component.getType() == RichText.class && !isNullable(component)) {
            node.putObject(component.getName()).put("text", "").put("format", RichText.PLAIN);
        } else if (!isNullable(component)) {
            missing.add(new FieldError(path, "The field " + path + " must be given."));
        }
    }

    private static void within(
            RecordComponent component, JsonNode value, String path, List<FieldError> missing, int depth) {
        if (component.getType().isRecord() && value instanceof ObjectNode object) {
            complete(component.getType(), object, path + ".", missing, depth + 1);
        } else if (component.getType() == List.class
                && component.getGenericType() instanceof ParameterizedType list
                && list.getActualTypeArguments()[0] instanceof Class<?> element
                && element.isRecord()) {
            var index = 0;
            for (var item : value) {
                if (item instanceof ObjectNode object) {
                    complete(element, object, path + "[" + index + "].", missing, depth + 1);
                }
                index++;
            }
        }
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static String path(DatabindException e) {
        var path = new StringBuilder();
        for (var reference : e.getPath()) {
            if (reference.getPropertyName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
            } else {
                path.append('[').append(reference.getIndex()).append(']');
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }
}

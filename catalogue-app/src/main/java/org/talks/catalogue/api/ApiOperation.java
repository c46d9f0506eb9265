package org.talks.catalogue.api;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.talks.search.Facet;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Describes endpoints as operations of OpenAPI: what they are asked with, and what they answer.
final class ApiOperation {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final CommandTypes types;
    private final ApiSchemas schemas;

    /// @param schemas takes what the operations refer to
    ApiOperation(CommandTypes types, ApiSchemas schemas) {
        this.types = types;
        this.schemas = schemas;
    }

    ObjectNode of(ApiEndpoint endpoint) {
        var handler = endpoint.handler();
        var describes = handler.getMethodAnnotation(Describes.class);
        var command = endpoint.fixed().get("command");
        var operation = NODES.objectNode();
        operation.putArray("tags").add(endpoint.tag());
        operation.put(
                "summary",
                command != null ? sentence(command) : describes != null ? describes.value() : summary(handler));
        operation.put("operationId", operationId(endpoint));
        if (handler.hasMethodAnnotation(Retiring.class)) {
            operation.put("deprecated", true);
        }
        parameters(operation, endpoint);
        var type = command == null
                ? null
                : types.find(CommandApi.kind(endpoint.thing()), command).orElseThrow();
        body(operation, endpoint, type, describes);
        if (endpoint.method() != RequestMethod.GET) {
            operation.putArray("security").addObject().putArray("token");
        }
        responses(operation, endpoint, describes);
        return operation;
    }

    private void parameters(ObjectNode operation, ApiEndpoint endpoint) {
        var parameters = NODES.arrayNode();
        for (var parameter : endpoint.handler().getMethodParameters()) {
            parameter(parameters, endpoint, parameter);
        }
        if (endpoint.also() != null) {
            add(parameters, endpoint.also(), "query", false, NODES.objectNode().put("type", "string"));
        }
        if (endpoint.method() == RequestMethod.GET) {
            add(parameters, "minPosition", "query", false, NODES.objectNode().put("type", "integer"))
                    .put("description", "Answer once the views show this position of the log.");
            add(parameters, "If-None-Match", "header", false, NODES.objectNode().put("type", "string"));
        }
        if (!parameters.isEmpty()) {
            operation.set("parameters", parameters);
        }
    }

    private void parameter(ArrayNode parameters, ApiEndpoint endpoint, MethodParameter parameter) {
        var variable = parameter.getParameterAnnotation(PathVariable.class);
        var query = parameter.getParameterAnnotation(RequestParam.class);
        var header = parameter.getParameterAnnotation(RequestHeader.class);
        var type = parameter.getParameterType();
        if (variable != null) {
            var name = name(variable.name(), variable.value(), parameter);
            if (!endpoint.fixed().containsKey(name)) {
                add(parameters, name, "path", true, schemas.read(type));
            }
        } else if (query != null && MultiValueMap.class.isAssignableFrom(type)) {
            for (var facet : Facet.values()) {
                var values = NODES.objectNode().put("type", "array");
                values.putObject("items").put("type", "string");
                add(parameters, facet.parameter(), "query", false, values);
            }
        } else if (query != null
                && !Map.class.isAssignableFrom(type)
                && !endpoint.isMultipart()
                && !endpoint.takesMembers()) {
            add(
                    parameters,
                    name(query.name(), query.value(), parameter),
                    "query",
                    mustBeGiven(query, parameter),
                    schema(query, type));
        } else if (header != null) {
            add(
                    parameters,
                    name(header.name(), header.value(), parameter),
                    "header",
                    header.required(),
                    schemas.read(type));
        }
    }

    private static boolean mustBeGiven(RequestParam annotation, MethodParameter parameter) {
        return annotation.required()
                && annotation.defaultValue().equals(ValueConstants.DEFAULT_NONE)
                && !parameter.isOptional();
    }

    private ObjectNode schema(RequestParam parameter, Class<?> type) {
        var schema = schemas.read(type);
        var preset = parameter.defaultValue();
        if (!preset.equals(ValueConstants.DEFAULT_NONE) && !preset.isEmpty()) {
            preset(schema, preset);
        }
        return schema;
    }

    private static void preset(ObjectNode schema, String value) {
        switch (schema.path("type").asString("")) {
            case "integer" -> schema.put("default", Long.parseLong(value));
            case "boolean" -> schema.put("default", Boolean.parseBoolean(value));
            default -> schema.put("default", value);
        }
    }

    private static ObjectNode add(ArrayNode parameters, String name, String in, boolean required, ObjectNode schema) {
        var parameter = parameters.addObject().put("name", name).put("in", in).put("required", required);
        parameter.set("schema", schema);
        return parameter;
    }

    private void body(
            ObjectNode operation, ApiEndpoint endpoint, @Nullable Class<?> command, @Nullable Describes describes) {
        if (command != null) {
            var id = command.getRecordComponents()[0].getName();
            var transcripts = endpoint.thing().equals("transcripts");
            content(
                    operation,
                    "application/json",
                    transcripts || ApiSchemas.mustSay(command, id),
                    transcripts ? schemas.read(command) : schemas.command(command, id));
            return;
        }
        if (endpoint.isMultipart()) {
            var form = NODES.objectNode().put("type", "object");
            var properties = form.putObject("properties");
            for (var parameter : endpoint.handler().getMethodParameters()) {
                var part = parameter.getParameterAnnotation(RequestParam.class);
                if (part != null) {
                    properties.set(
                            name(part.name(), part.value(), parameter),
                            parameter.getParameterType() == MultipartFile.class
                                    ? NODES.objectNode().put("type", "string").put("format", "binary")
                                    : schemas.read(parameter.getParameterType()));
                }
            }
            content(operation, "multipart/form-data", true, form);
            return;
        }
        if (endpoint.takesMembers()) {
            members(operation, endpoint);
            return;
        }
        if (describes != null && describes.body() != Void.class) {
            var body = describes.body();
            content(
                    operation,
                    "application/json",
                    true,
                    CommandApi.isRegistration(body)
                            ? schemas.command(body, body.getRecordComponents()[0].getName())
                            : schemas.registering(body));
            return;
        }
        for (var parameter : endpoint.handler().getMethodParameters()) {
            var body = parameter.getParameterAnnotation(RequestBody.class);
            if (body != null) {
                content(
                        operation,
                        "application/json",
                        body.required(),
                        schemas.read(parameter.getGenericParameterType()));
            }
        }
    }

    /// Parameters that may also stand in the query or in a form.
    private void members(ObjectNode operation, ApiEndpoint endpoint) {
        var object = NODES.objectNode().put("type", "object").put("additionalProperties", false);
        var properties = object.putObject("properties");
        var required = NODES.arrayNode();
        for (var parameter : endpoint.handler().getMethodParameters()) {
            var member = parameter.getParameterAnnotation(RequestParam.class);
            if (member != null) {
                var name = name(member.name(), member.value(), parameter);
                properties.set(name, schema(member, parameter.getParameterType()));
                if (mustBeGiven(member, parameter)) {
                    required.add(name);
                }
            }
        }
        if (!properties.isEmpty()) {
            if (!required.isEmpty()) {
                object.set("required", required);
            }
            content(operation, "application/json", !required.isEmpty(), object);
        }
    }

    private static void content(ObjectNode operation, String type, boolean required, ObjectNode schema) {
        var body = operation.putObject("requestBody").put("required", required);
        body.putObject("content").putObject(type).set("schema", schema);
    }

    private void responses(ObjectNode operation, ApiEndpoint endpoint, @Nullable Describes describes) {
        var responses = operation.putObject("responses");
        var returned = answer(endpoint.handler().getMethod().getGenericReturnType());
        var status = describes != null && describes.status() != 0
                ? String.valueOf(describes.status())
                : returned == Void.class ? "204" : "200";
        var usual = responses.putObject(status).put("description", "Done.");
        if (!status.equals("204")) {
            var schema = describes != null && describes.answer() != Void.class
                    ? schemas.written(describes.answer())
                    : returned instanceof Class<?> plain && (plain == byte[].class || plain == void.class)
                            ? NODES.objectNode()
                            : schemas.written(returned);
            usual.putObject("content")
                    .putObject(type(endpoint, describes, returned))
                    .set("schema", schema);
        }
        if (endpoint.method() == RequestMethod.GET) {
            responses.putObject("304").put("description", "Not changed since the ETag sent.");
        }
        responses.putObject("default").put("$ref", "#/components/responses/Problem");
    }

    /// Bytes may be anything, unless it is said what.
    private static String type(ApiEndpoint endpoint, @Nullable Describes describes, Type returned) {
        var mapped =
                AnnotatedElementUtils.findMergedAnnotation(endpoint.handler().getMethod(), RequestMapping.class);
        if (mapped != null && mapped.produces().length > 0) {
            return mapped.produces()[0];
        }
        if (describes != null) {
            return describes.type();
        }
        return returned == byte[].class || returned == void.class || returned == String.class
                ? "*/*"
                : "application/json";
    }

    private static Type answer(Type returned) {
        return returned instanceof ParameterizedType generic && generic.getRawType() == ResponseEntity.class
                ? generic.getActualTypeArguments()[0]
                : returned;
    }

    static String name(String name, String value, MethodParameter parameter) {
        return !name.isEmpty()
                ? name
                : !value.isEmpty()
                        ? value
                        : String.valueOf(parameter.getParameter().getName());
    }

    /// What generated clients call it: a command by its own name (`retitle_talk`), everything else by its method and
    /// its address, in which what has an id is one (`get_talks`, `get_talk`, `get_talk_history`).
    private static String operationId(ApiEndpoint endpoint) {
        var command = endpoint.fixed().get("command");
        return command != null
                ? command.replace('-', '_')
                : endpoint.method().name().toLowerCase(Locale.ROOT)
                        + endpoint.path()
                                .substring("/api".length())
                                .replaceAll("series/\\{[^/]*", "one_series")
                                .replaceAll("(?:history/)\\{[^/]*", "history")
                                .replaceAll("(?:(ch)es|s)/\\{[^/]*", "$1")
                                .replaceAll("/\\{[^/]*", "")
                                .replaceAll("[^A-Za-z0-9]+", "_");
    }

    /// `retitle-talk` as `Retitle talk.`
    private static String sentence(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1).replace('-', ' ') + ".";
    }

    private static String summary(HandlerMethod handler) {
        var words = handler.getMethod()
                .getName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
        return sentence(words);
    }
}

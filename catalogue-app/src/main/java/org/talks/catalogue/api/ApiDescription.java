package org.talks.catalogue.api;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
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
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.talks.search.Facet;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The description of the API (OpenAPI 3.1), made of the very mappings that serve it and of the records that are
/// read and written: what is served is described, and nothing else is. Made once, at the first request.
@Component
final class ApiDescription {

    static final String VERSION = "1";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern VARIABLE = Pattern.compile("\\{([^/:}]+)(?::([^/]*?))?}(?=/|$)");
    private static final Pattern WORDS = Pattern.compile("[a-z]+(?:\\|[a-z]+)*");
    private static final List<String> THINGS = List.of("talks", "conferences", "speakers", "series", "transcripts");

    private static final String ABOUT = """
            Reading is open. Writing needs `Authorization: Bearer tc_…`; tokens are made at /account/tokens.

            Answers of things carry `version`; a command with `If-Match: "v12"` is refused with 409 when it would \
            overwrite what somebody else changed since. `Idempotency-Key` gives the same reply to the same request. \
            Replies to commands carry `position`; any GET takes it as `minPosition` and waits until it shows it.

            ETags are strong: send one as `If-None-Match` and what has not changed is 304. Lists go on at the `Link` \
            with `rel="next"`.

            Errors are problem details (RFC 9457); `type` is stable, `detail` is for people. `RateLimit` tells what \
            is left of the allowance; 429 says in `Retry-After` when to go on. What is to go is announced by \
            `Deprecation` and `Sunset` at least half a year before.""";

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final CommandTypes types;
    private @Nullable ObjectNode made;

    ApiDescription(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings,
            CommandTypes types) {
        this.mappings = mappings;
        this.types = types;
    }

    /// An endpoint: one method at one address.
    ///
    /// @param fixed what variables of the mapping's address are here
    /// @param also a parameter with which another method answers
    private record Endpoint(
            String path,
            RequestMethod method,
            HandlerMethod handler,
            Map<String, String> fixed,
            @Nullable String also) {

        Endpoint(String path, RequestMethod method, HandlerMethod handler, Map<String, String> fixed) {
            this(path, method, handler, fixed, null);
        }

        Endpoint asking(String parameter) {
            return new Endpoint(path, method, handler, fixed, parameter);
        }
    }

    synchronized ObjectNode document() {
        if (made == null) {
            made = make();
        }
        return made;
    }

    private ObjectNode make() {
        var schemas = new ApiSchemas();
        var document = NODES.objectNode().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Talk Catalogue")
                .put("version", VERSION)
                .put("description", ABOUT);
        document.putArray("servers").addObject().put("url", "/");
        var paths = document.putObject("paths");
        for (var endpoint : endpoints()) {
            var path = paths.has(endpoint.path())
                    ? (ObjectNode) paths.get(endpoint.path())
                    : paths.putObject(endpoint.path());
            path.set(endpoint.method().name().toLowerCase(Locale.ROOT), operation(endpoint, schemas));
        }
        var components = document.putObject("components");
        components.set("schemas", schemas.components());
        schemas.components().set("Problem", problem());
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer");
        var failed = components.putObject("responses").putObject("Problem");
        failed.put("description", "What is wrong, as problem details (RFC 9457).");
        failed.putObject("content")
                .putObject("application/problem+json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/Problem");
        return document;
    }

    private List<Endpoint> endpoints() {
        var byAddress = new TreeMap<String, Endpoint>();
        var others = new TreeMap<String, Endpoint>();
        var asked = new TreeMap<String, String>();
        mappings.getObject().getHandlerMethods().forEach((info, handler) -> {
            for (var pattern : info.getPatternValues()) {
                if (!pattern.startsWith("/api/")) {
                    continue;
                }
                for (var method : info.getMethodsCondition().getMethods()) {
                    for (var expanded : expand(new Endpoint(pattern, method, handler, Map.of()))) {
                        var address = expanded.path() + " " + method;
                        // Whoever answers only with a parameter is another form of the same.
                        var with = info.getParamsCondition().getExpressions();
                        if (with.isEmpty() && info.getProducesCondition().isEmpty()) {
                            byAddress.put(address, expanded);
                        } else {
                            with.forEach(parameter -> asked.put(address, parameter.getName()));
                            others.put(address, expanded);
                        }
                    }
                }
            }
        });
        others.forEach(byAddress::putIfAbsent);
        byAddress.replaceAll((address, endpoint) ->
                asked.containsKey(address) ? endpoint.asking(String.valueOf(asked.get(address))) : endpoint);
        return List.copyOf(byAddress.values());
    }

    /// One endpoint for each word that a variable may be, and for each command; other variables without their
    /// patterns.
    private List<Endpoint> expand(Endpoint endpoint) {
        var variables = VARIABLE.matcher(endpoint.path());
        while (variables.find()) {
            var name = variables.group(1);
            var pattern = variables.group(2);
            if (pattern != null && WORDS.matcher(pattern).matches()) {
                return expanded(endpoint, variables.group(), name, List.of(pattern.split("\\|", -1)));
            }
            if (name.equals("command")) {
                return expanded(endpoint, variables.group(), name, commands(endpoint));
            }
            if (pattern != null) {
                return expand(new Endpoint(
                        endpoint.path().replace(variables.group(), "{" + name + "}"),
                        endpoint.method(),
                        endpoint.handler(),
                        endpoint.fixed()));
            }
        }
        return List.of(endpoint);
    }

    private List<Endpoint> expanded(Endpoint endpoint, String variable, String name, List<String> words) {
        var expanded = new ArrayList<Endpoint>();
        for (var word : words) {
            var fixed = new java.util.HashMap<>(endpoint.fixed());
            fixed.put(name, word);
            expanded.addAll(expand(new Endpoint(
                    endpoint.path().replace(variable, word), endpoint.method(), endpoint.handler(), fixed)));
        }
        return expanded;
    }

    private List<String> commands(Endpoint endpoint) {
        return types.names(CommandApi.kind(thing(endpoint.path())));
    }

    private static String thing(String path) {
        var first = path.substring("/api/".length()).replaceAll("/.*", "");
        return THINGS.contains(first) ? first : "";
    }

    private ObjectNode operation(Endpoint endpoint, ApiSchemas schemas) {
        var handler = endpoint.handler();
        var describes = handler.getMethodAnnotation(Describes.class);
        var command = endpoint.fixed().get("command");
        var operation = NODES.objectNode();
        operation.putArray("tags").add(tag(endpoint.path()));
        operation.put(
                "summary",
                command != null ? sentence(command) : describes != null ? describes.value() : summary(handler));
        operation.put("operationId", operationId(endpoint));
        if (handler.hasMethodAnnotation(Retiring.class)) {
            operation.put("deprecated", true);
        }
        parameters(operation, endpoint, schemas);
        var type = command == null
                ? null
                : types.find(CommandApi.kind(thing(endpoint.path())), command).orElseThrow();
        body(operation, endpoint, type, describes, schemas);
        if (endpoint.method() != RequestMethod.GET) {
            operation.putArray("security").addObject().putArray("token");
        }
        responses(operation, endpoint, describes, schemas);
        return operation;
    }

    private void parameters(ObjectNode operation, Endpoint endpoint, ApiSchemas schemas) {
        var parameters = NODES.arrayNode();
        for (var parameter : endpoint.handler().getMethodParameters()) {
            parameter(parameters, endpoint, parameter, schemas);
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

    private static void parameter(
            ArrayNode parameters, Endpoint endpoint, MethodParameter parameter, ApiSchemas schemas) {
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
        } else if (query != null && !Map.class.isAssignableFrom(type) && !isMultipart(endpoint.handler())) {
            var schema = schemas.read(type);
            var preset = query.defaultValue();
            if (!preset.equals(ValueConstants.DEFAULT_NONE) && !preset.isEmpty()) {
                preset(schema, preset);
            }
            add(
                    parameters,
                    name(query.name(), query.value(), parameter),
                    "query",
                    query.required() && preset.equals(ValueConstants.DEFAULT_NONE),
                    schema);
        } else if (header != null) {
            add(
                    parameters,
                    name(header.name(), header.value(), parameter),
                    "header",
                    header.required(),
                    schemas.read(type));
        }
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

    private static void body(
            ObjectNode operation,
            Endpoint endpoint,
            @Nullable Class<?> command,
            @Nullable Describes describes,
            ApiSchemas schemas) {
        if (command != null) {
            var id = command.getRecordComponents()[0].getName();
            var transcripts = thing(endpoint.path()).equals("transcripts");
            content(operation, "application/json", transcripts ? schemas.read(command) : schemas.command(command, id));
            return;
        }
        if (isMultipart(endpoint.handler())) {
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
            content(operation, "multipart/form-data", form);
            return;
        }
        if (describes != null && describes.body() != Void.class) {
            var body = describes.body();
            content(
                    operation,
                    "application/json",
                    CommandApi.isRegistration(body)
                            ? schemas.command(body, body.getRecordComponents()[0].getName())
                            : schemas.registering(body));
            return;
        }
        for (var parameter : endpoint.handler().getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestBody.class)) {
                content(operation, "application/json", schemas.read(parameter.getGenericParameterType()));
            }
        }
    }

    private static void content(ObjectNode operation, String type, ObjectNode schema) {
        operation.putObject("requestBody").putObject("content").putObject(type).set("schema", schema);
    }

    private static void responses(
            ObjectNode operation, Endpoint endpoint, @Nullable Describes describes, ApiSchemas schemas) {
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
    private static String type(Endpoint endpoint, @Nullable Describes describes, Type returned) {
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

    private static boolean isMultipart(HandlerMethod handler) {
        for (var parameter : handler.getMethodParameters()) {
            if (parameter.getParameterType() == MultipartFile.class) {
                return true;
            }
        }
        return false;
    }

    private static String name(String name, String value, MethodParameter parameter) {
        return !name.isEmpty()
                ? name
                : !value.isEmpty()
                        ? value
                        : String.valueOf(parameter.getParameter().getName());
    }

    private static String tag(String path) {
        return path.substring("/api/".length()).replaceAll("/.*", "");
    }

    private static String operationId(Endpoint endpoint) {
        return endpoint.method().name().toLowerCase(Locale.ROOT)
                + endpoint.path()
                        .substring("/api".length())
                        .replaceAll("[{}]", "")
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

    private static ObjectNode problem() {
        var schema = NODES.objectNode().put("type", "object");
        var properties = schema.putObject("properties");
        for (var name : List.of("type", "title", "detail", "instance")) {
            properties.putObject(name).put("type", "string");
        }
        properties.putObject("status").put("type", "integer");
        var errors = properties.putObject("errors").put("type", "array");
        errors.put("description", "The wrong fields.");
        var field = errors.putObject("items").put("type", "object").putObject("properties");
        field.putObject("field").put("type", "string");
        field.putObject("message").put("type", "string");
        schema.putArray("required").add("type").add("status");
        return schema;
    }
}

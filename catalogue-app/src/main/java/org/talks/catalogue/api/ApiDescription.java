package org.talks.catalogue.api;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The description of the API (OpenAPI 3.1), made of the very mappings that serve it and of the records that are
/// read and written: what is served is described, and nothing else is. Made once, at the first request.
@Component
final class ApiDescription {

    static final String VERSION = "1";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
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

    synchronized ObjectNode document() {
        if (made == null) {
            made = make();
        }
        return made;
    }

    private ObjectNode make() {
        var schemas = new ApiSchemas();
        var operations = new ApiOperation(types, schemas);
        var document = NODES.objectNode().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Talk Catalogue")
                .put("version", VERSION)
                .put("description", ABOUT);
        document.putArray("servers").addObject().put("url", "/");
        var paths = document.putObject("paths");
        for (var endpoint : new ApiEndpoints(mappings.getObject(), types).all()) {
            var path = paths.has(endpoint.path())
                    ? (ObjectNode) paths.get(endpoint.path())
                    : paths.putObject(endpoint.path());
            path.set(endpoint.method().name().toLowerCase(Locale.ROOT), operations.of(endpoint));
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

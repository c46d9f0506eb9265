package org.talks.catalogue.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.talks.catalogue.text.Texts;
import org.talks.catalogue.web.PageController;
import org.talks.catalogue.web.SafeHtml;
import org.talks.catalogue.web.Visit;
import org.talks.events.RichText;
import tools.jackson.databind.JsonNode;

/// `GET /api`: the description for people, made of the one for programs.
@PageController
final class ApiPages {

    private static final Set<String> EVERYWHERE = Set.of("minPosition", "If-None-Match", "If-Match", "Idempotency-Key");
    private static final int REFERENCES_MAX = 4;

    private final ApiDescription description;

    ApiPages(ApiDescription description) {
        this.description = description;
    }

    @GetMapping("/api")
    ApiPage api(Visit visit) {
        var document = description.document();
        var groups = new LinkedHashMap<String, List<ApiPage.Endpoint>>();
        for (var path : document.get("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                var tag = operation.getValue().at("/tags/0").asString("");
                groups.computeIfAbsent(tag, t -> new ArrayList<>())
                        .add(endpoint(document, path.getKey(), operation.getKey(), operation.getValue()));
            }
        }
        return new ApiPage(
                visit,
                SafeHtml.trusted(Texts.html(
                        RichText.markdown(document.at("/info/description").asString("")))),
                groups.entrySet().stream()
                        .map(group -> new ApiPage.Group(group.getKey(), group.getValue()))
                        .toList());
    }

    private static ApiPage.Endpoint endpoint(JsonNode document, String path, String method, JsonNode operation) {
        var parameters = new ArrayList<ApiPage.Field>();
        for (var parameter : operation.path("parameters")) {
            var name = parameter.get("name").stringValue();
            if (!EVERYWHERE.contains(name)) {
                parameters.add(new ApiPage.Field(
                        name,
                        type(parameter.get("schema")),
                        parameter.get("required").booleanValue()));
            }
        }
        var fields = new ArrayList<ApiPage.Field>();
        for (var content : operation.at("/requestBody/content")) {
            fields(document, content.get("schema"), fields, 0);
        }
        return new ApiPage.Endpoint(
                operation.get("operationId").stringValue(),
                method.toUpperCase(Locale.ROOT),
                path,
                operation.get("summary").stringValue(),
                operation.has("security"),
                operation.path("deprecated").asBoolean(false),
                parameters,
                fields);
    }

    private static void fields(JsonNode document, JsonNode schema, List<ApiPage.Field> fields, int depth) {
        if (depth > REFERENCES_MAX) {
            return;
        }
        if (schema.has("$ref")) {
            fields(document, document.at(schema.get("$ref").stringValue().substring(1)), fields, depth + 1);
        }
        for (var part : schema.path("allOf")) {
            fields(document, part, fields, depth + 1);
        }
        var required = schema.path("required").toString();
        for (var property : schema.path("properties").properties()) {
            fields.add(new ApiPage.Field(
                    property.getKey(), type(property.getValue()), required.contains("\"" + property.getKey() + "\"")));
        }
    }

    private static String type(JsonNode schema) {
        if (schema.has("$ref")) {
            return schema.get("$ref").stringValue().replaceAll(".*/", "");
        }
        if (schema.has("anyOf")) {
            var either = schema.get("anyOf");
            return schema.has("description") ? "text" : type(either.get(0));
        }
        var type = schema.path("type");
        if (type.isArray()) {
            return type.get(0).stringValue();
        }
        var name = type.asString("");
        if (name.equals("array")) {
            return "list of " + type(schema.path("items"));
        }
        var format = schema.path("format").asString("");
        return format.isEmpty() || format.startsWith("int") ? name : name + ", " + format;
    }
}

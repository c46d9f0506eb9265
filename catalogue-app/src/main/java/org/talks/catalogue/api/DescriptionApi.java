package org.talks.catalogue.api;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// `GET /api/openapi.json`.
@RestController
final class DescriptionApi {

    private final ApiDescription description;
    private final TaggedJson json;

    DescriptionApi(ApiDescription description, TaggedJson json) {
        this.description = description;
        this.json = json;
    }

    @Describes(value = "This description.", answer = JsonNode.class)
    @GetMapping("/api/openapi.json")
    ResponseEntity<byte[]> openApi() {
        return json.of(description.document());
    }
}

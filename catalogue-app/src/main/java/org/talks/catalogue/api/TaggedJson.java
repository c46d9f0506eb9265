package org.talks.catalogue.api;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.talks.catalogue.web.Tagged;
import tools.jackson.databind.json.JsonMapper;

/// Answers with JSON and a strong ETag: a hash of the very bytes, so that `If-None-Match` saves sending them
/// again.
@Component
public final class TaggedJson {

    private final JsonMapper json;

    TaggedJson(JsonMapper json) {
        this.json = json;
    }

    public ResponseEntity<byte[]> of(Object body) {
        return Tagged.of(json.writeValueAsBytes(body), MediaType.APPLICATION_JSON);
    }
}

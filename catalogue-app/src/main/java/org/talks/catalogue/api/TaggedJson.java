package org.talks.catalogue.api;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Answers with JSON and a strong ETag: a hash of the very bytes, so that `If-None-Match` saves sending them
/// again.
@Component
public final class TaggedJson {

    private static final int DIGEST_CHARACTERS = 32;

    private final JsonMapper json;

    TaggedJson(JsonMapper json) {
        this.json = json;
    }

    public ResponseEntity<byte[]> of(Object body) {
        var bytes = json.writeValueAsBytes(body);
        return ResponseEntity.ok()
                .eTag("\"" + digest(bytes) + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .body(bytes);
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .substring(0, DIGEST_CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}

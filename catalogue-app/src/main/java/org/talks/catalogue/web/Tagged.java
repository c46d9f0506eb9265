package org.talks.catalogue.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// Answers with bytes and a strong ETag, a hash of these very bytes, so that `If-None-Match` saves sending them
/// again.
public final class Tagged {

    /// Half of SHA-256: nobody gains by two answers with one tag.
    private static final int DIGEST_CHARACTERS = 32;

    private Tagged() {}

    public static ResponseEntity<byte[]> of(byte[] body, MediaType type) {
        return headed(body, type).body(body);
    }

    /// The same, offered to be kept under a name.
    ///
    /// @param fileName plain ASCII
    public static ResponseEntity<byte[]> file(byte[] body, MediaType type, String fileName) {
        return headed(body, type)
                .header("Content-Disposition", "inline; filename=\"" + fileName + "\"")
                .body(body);
    }

    private static ResponseEntity.BodyBuilder headed(byte[] body, MediaType type) {
        return ResponseEntity.ok().eTag(tag(body)).contentType(type);
    }

    /// With its quotes.
    static String tag(byte[] bytes) {
        try {
            return "\""
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                            .substring(0, DIGEST_CHARACTERS)
                    + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}

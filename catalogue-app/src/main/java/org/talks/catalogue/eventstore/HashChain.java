package org.talks.catalogue.eventstore;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// One hash chain over the whole log. Each link covers the previous link, every column of the row and the
/// digests of payload and metadata, not the texts themselves: forgetting a person replaces a payload, keeps its
/// digest, and the chain still holds. Not safe for use by several threads.
public final class HashChain {

    private final MessageDigest sha256 = sha256();

    /// The link before the first event; it binds the chain to one log.
    public byte[] genesis(String logId) {
        return digest(("talk-catalogue " + logId).getBytes(StandardCharsets.UTF_8));
    }

    public byte[] digest(byte[] bytes) {
        return sha256.digest(bytes);
    }

    public byte[] link(byte[] previous, RawEvent event, byte[] payloadDigest, byte[] metaDigest) {
        sha256.update(previous);
        // Line feeds cannot stand in any of these columns, so no two rows have the same text.
        sha256.update((event.position() + "\n" + event.stream() + "\n" + event.sequence() + "\n" + event.eventId()
                        + "\n" + event.type() + "\n" + event.revision() + "\n" + event.timeMillis() + "\n")
                .getBytes(StandardCharsets.UTF_8));
        sha256.update(payloadDigest);
        sha256.update(metaDigest);
        return sha256.digest();
    }

    public static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}

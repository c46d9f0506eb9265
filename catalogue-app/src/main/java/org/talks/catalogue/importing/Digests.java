package org.talks.catalogue.importing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.talks.catalogue.importing.format.ConferenceDraft;
import org.talks.catalogue.importing.format.TalkDraft;

/// Digests of what was delivered, by which the same delivery is known again. For one thread.
final class Digests {

    private final MessageDigest sha256;

    Digests() {
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    String of(ConferenceDraft draft) {
        return of(draft.toString());
    }

    /// The same record in another file is the same delivery.
    String of(TalkDraft draft) {
        var text = draft.toString();
        return of(text.substring(0, text.length() - draft.place().length() - 1));
    }

    private String of(String delivery) {
        return HexFormat.of().formatHex(sha256.digest(delivery.getBytes(StandardCharsets.UTF_8)));
    }
}

package org.talks.catalogue.projection;

import org.talks.catalogue.eventstore.RawEvent;

/// An event stops a build because it cannot be applied. The message names it, says why and what to do.
public final class UnappliableEventException extends RuntimeException {

    private static final String REMEDY =
            " Start the version of the catalogue that wrote it, or a newer one; if there is"
                    + " none, run `catalogue verify` to see whether the log is damaged and restore a backup.";

    UnappliableEventException(RawEvent raw, RuntimeException cause) {
        super(
                "Event %d (%s of %s) cannot be applied: %s.%s"
                        .formatted(raw.position(), raw.type(), raw.stream(), reason(cause), REMEDY),
                cause);
    }

    UnappliableEventException(RawEvent first, RawEvent last, RuntimeException cause) {
        super(
                "The events of %s (positions %d to %d) cannot be applied: %s.%s"
                        .formatted(first.stream(), first.position(), last.position(), reason(cause), REMEDY),
                cause);
    }

    /// As a part of a sentence.
    static String reason(RuntimeException cause) {
        var message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }
}

package org.talks.catalogue.eventstore;

/// The log cannot be read or written: a full disk, a lost file, a damaged one. Nothing that was acknowledged is
/// lost.
public final class EventLogException extends RuntimeException {

    public EventLogException(String message, Throwable cause) {
        super(message, cause);
    }

    public EventLogException(String message) {
        super(message);
    }
}

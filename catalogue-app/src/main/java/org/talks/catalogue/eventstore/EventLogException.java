package org.talks.catalogue.eventstore;

import java.sql.SQLException;

/// The log cannot be read or written: a full disk, a lost file, a damaged one. Nothing that was acknowledged is
/// lost.
public final class EventLogException extends RuntimeException {

    /// Fails to do something because the database does.
    static EventLogException because(String what, SQLException failure) {
        return new EventLogException(what + ": " + SqliteTrouble.words(failure), failure);
    }

    /// Whether there was no space left; then it goes on by itself as soon as there is some.
    public boolean isDiskFull() {
        return getCause() instanceof SQLException failure && SqliteTrouble.isFull(failure);
    }

    public EventLogException(String message, Throwable cause) {
        super(message, cause);
    }

    public EventLogException(String message) {
        super(message);
    }
}

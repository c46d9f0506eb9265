package org.talks.events;

/// A stored event that this version of the software cannot read. A rebuild stops at it, the live tail parks its
/// talk.
public final class UnreadableEventException extends RuntimeException {

    public UnreadableEventException(String name, int revision, String reason) {
        super(name + " revision " + revision + " cannot be read: " + reason);
    }

    public UnreadableEventException(String name, int revision, String reason, Throwable cause) {
        super(name + " revision " + revision + " cannot be read: " + reason, cause);
    }
}

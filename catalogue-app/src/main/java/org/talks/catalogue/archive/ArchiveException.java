package org.talks.catalogue.archive;

/// An export, a backup or what is asked of it is no good. The message is a sentence for people: what, where, what
/// to do.
public final class ArchiveException extends RuntimeException {

    public ArchiveException(String message) {
        super(message);
    }

    public ArchiveException(String message, Throwable cause) {
        super(message, cause);
    }
}

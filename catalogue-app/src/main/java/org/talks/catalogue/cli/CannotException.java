package org.talks.catalogue.cli;

/// Why a verb cannot do its work, as a sentence for whoever typed it.
public final class CannotException extends RuntimeException {

    public CannotException(String message) {
        super(message);
    }

    public CannotException(String message, Throwable cause) {
        super(message, cause);
    }
}

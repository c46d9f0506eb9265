package org.talks.catalogue.importing.format;

/// A source that cannot be read as a whole. The message says what, where and what to do, for people.
public final class UnreadableSourceException extends Exception {

    /// How the sentence begins that refuses what has no known format.
    public static final String NOTHING_FITS = "No known format fits ";

    public UnreadableSourceException(String message) {
        super(message);
    }

    public UnreadableSourceException(String message, Throwable cause) {
        super(message, cause);
    }
}

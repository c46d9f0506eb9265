package org.talks.catalogue.projection;

/// A view on disk that must not be used as it is: of another format, of another log, or damaged. The message says
/// which; the remedy is always to build it again.
public final class UnusableViewException extends Exception {

    public UnusableViewException(String message) {
        super(message);
    }

    public UnusableViewException(String message, Throwable cause) {
        super(message, cause);
    }
}

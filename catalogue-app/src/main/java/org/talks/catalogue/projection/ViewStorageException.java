package org.talks.catalogue.projection;

/// The files of a view cannot be read or written: a full disk, a lost directory. The log is not affected; the
/// view can be built again from it.
public final class ViewStorageException extends RuntimeException {

    public ViewStorageException(String message, Throwable cause) {
        super(message, cause);
    }
}

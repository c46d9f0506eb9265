package org.talks.catalogue.importing.format;

import java.io.IOException;

/// A limit of [SourceFiles] was passed while reading; the message says which, for people.
final class LimitExceededException extends IOException {

    LimitExceededException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}

package org.talks.search;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The directory holds no index that this version can use. The remedy is always the same: build a new one from
/// the source of the talks, in an empty directory. Nothing was changed on disk.
public final class UnusableIndexException extends IOException {

    /// What is wrong.
    public enum Reason {
        /// There is no index, and the settings ask for an existing one.
        MISSING,
        /// Its files are damaged or incomplete.
        CORRUPT,
        /// Another version of this library, with other fields or another analysis, wrote it.
        OTHER_FORMAT
    }

    private final Reason reason;

    UnusableIndexException(Reason reason, Path directory, @Nullable Throwable cause) {
        super("The search index in " + directory + " cannot be used: " + reason, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}

package org.talks.catalogue.pages;

import org.talks.catalogue.importing.format.SourceFiles;

/// What is said about the size of uploads.
public final class Uploads {

    /// In words.
    public static final String LIMIT = (SourceFiles.MAX_PACKED_BYTES >> 20) + " MB";

    /// What to do about a file beyond the limit.
    public static final String TOO_LARGE = "A file may have at most " + LIMIT
            + ". Packed as zip or tar.gz it may be smaller; or split it, or import it at the command line.";

    private Uploads() {}
}

package org.talks.catalogue.projection;

/// Somebody cancelled a rebuild; the live view was never touched.
public final class RebuildCancelledException extends RuntimeException {

    public RebuildCancelledException() {
        super("The rebuild was cancelled; the live view is as it was.");
    }
}

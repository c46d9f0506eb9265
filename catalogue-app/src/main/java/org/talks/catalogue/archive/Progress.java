package org.talks.catalogue.archive;

/// Told how far the work is, on the calling thread; may be called often.
@FunctionalInterface
public interface Progress {

    /// @param total 0 while it is not known
    void at(String phase, long done, long total);
}

package org.talks.catalogue.cli;

/// Exit codes of the command line.
final class Exit {

    static final int OK = 0;

    /// Done, but something was rejected or differs.
    static final int WITH_REMARKS = 1;

    /// The arguments make no sense.
    static final int USAGE = 2;

    /// It cannot be done: the lock is held and no server answers, a path cannot be read, an import failed.
    static final int CANNOT = 3;

    private Exit() {}
}

package org.talks.catalogue.api;

/// The views did not reach the position that a request asked for within its time.
public final class PositionNotReachedException extends RuntimeException {

    PositionNotReachedException(long position) {
        super("The views have not reached position " + position + " yet. Ask again in a moment.");
    }
}

package org.talks.catalogue.history.web;

/// Nobody else may follow the log for now.
final class TooManyFollowersException extends RuntimeException {

    TooManyFollowersException() {
        super("Too many are following already. Try again later, or ask for the events after a position now and then.");
    }
}

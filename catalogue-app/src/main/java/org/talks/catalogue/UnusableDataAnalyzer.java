package org.talks.catalogue;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.talks.catalogue.data.DataDirectoryException;
import org.talks.catalogue.eventstore.EventLogException;

/// Says in a few lines why a catalogue cannot start on its data, instead of a page of trace.
final class UnusableDataAnalyzer implements FailureAnalyzer {

    private static final String ACTION = "Nothing was changed. README, section \"When something is wrong\", says how to"
            + " look into it and how to restore a backup.";

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof EventLogException || cause instanceof DataDirectoryException) {
                return new FailureAnalysis(String.valueOf(cause.getMessage()), ACTION, cause);
            }
        }
        return null;
    }
}

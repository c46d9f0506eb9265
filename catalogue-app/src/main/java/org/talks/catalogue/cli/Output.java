package org.talks.catalogue.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/// Keeps standard output for results.
final class Output {

    private Output() {}

    /// From now on everything else that writes to standard output, logging above all, writes to standard error.
    /// The verbs have their own [Terminal] already.
    static void reserve() {
        System.setOut(System.err);
    }

    /// Without Spring Boot, which would set logging up, only warnings are logged.
    static void quiet() {
        reserve();
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.WARN);
        }
    }
}

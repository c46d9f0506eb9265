package org.talks.catalogue.importing.format;

/// @param place file, and line, path or id within
/// @param value what was there, shortened
/// @param reason the rule it breaks, as a sentence
/// @param remedy what to do
public record Rejection(String place, String value, String reason, String remedy) {}

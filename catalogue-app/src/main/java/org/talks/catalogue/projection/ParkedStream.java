package org.talks.catalogue.projection;

/// A stream that a view leaves out since one of its events could not be applied.
public record ParkedStream(String stream, long position, String reason) {}

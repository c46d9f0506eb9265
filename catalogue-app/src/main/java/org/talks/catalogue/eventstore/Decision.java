package org.talks.catalogue.eventstore;

/// What a handled command comes to, before its events have positions.
///
/// @param version of the stream after the command
/// @param events how many it led to
record Decision(String stream, long version, int events) {}

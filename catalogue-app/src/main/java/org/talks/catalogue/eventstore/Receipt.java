package org.talks.catalogue.eventstore;

/// The reply to a command: durable when it is given.
///
/// @param version of the stream after the command
/// @param position of the log from which on every view shows the effect; the head for a command that changed
///     nothing
/// @param events how many were recorded
public record Receipt(String stream, long version, long position, int events) {}

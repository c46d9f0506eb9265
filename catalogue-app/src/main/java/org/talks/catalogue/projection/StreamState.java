package org.talks.catalogue.projection;

import java.time.Instant;

/// A stream's content with what its recording adds.
///
/// @param id the stream without its prefix
/// @param version how many events it has had
public record StreamState<S>(String stream, String id, long version, Instant addedAt, Instant changedAt, S content) {}

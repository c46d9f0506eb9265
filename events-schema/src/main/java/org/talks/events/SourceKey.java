package org.talks.events;

/// The name a source has for a thing. Unique among the things that are not removed; never a title, never an id of
/// ours.
///
/// @param source the source and, where its keys are only unique within, its conference: `pyvideo`, `frab:38c3`
/// @param key the source's own key: a path, a guid, a code
public record SourceKey(String source, String key) {}

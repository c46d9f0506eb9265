package org.talks.catalogue.speaker;

/// A speaker as talks show them: after merges, under the name they go by.
public record SpeakerName(String id, String name) {}

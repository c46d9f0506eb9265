package org.talks.catalogue.command;

import org.jspecify.annotations.Nullable;
import org.talks.events.SourceKey;

/// What a decision may ask about other things. Answers are those of the transaction that the decision is part of,
/// never those of a view.
public interface Lookup {

    /// Whether a thing was recorded and is not removed: `speaker:0198…`.
    boolean exists(String stream);

    /// The stream that a source's key belongs to, null when it is free. Keys of talks, conferences and speakers
    /// are apart: `kind` is `talk`, `conference`, `series` or `speaker`.
    @Nullable
    String streamOf(String kind, SourceKey key);

    /// The speaker under whom this one is shown after merges: itself when it was not merged.
    String canonicalSpeaker(String speakerId);
}

package org.talks.catalogue.speaker;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Speakers for the pages of all features.
public interface Speakers extends SpeakerNames {

    long count();

    /// A speaker by their id, whatever their state; null when there never was one.
    @Nullable
    SpeakerContent find(String speakerId);

    /// The speaker and everybody who was merged into them, directly or through others.
    Set<String> withMerged(String speakerId);

    /// Those who are shown, after merges, by id, beginning after one; the empty id begins at the first.
    List<SpeakerName> shownAfter(String speakerId, int limit);

    /// Those who are shown under this name, whatever its case and accents.
    List<SpeakerName> named(String name);
}

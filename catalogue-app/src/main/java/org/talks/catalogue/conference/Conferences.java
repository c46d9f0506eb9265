package org.talks.catalogue.conference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Conferences for the pages of all features.
public interface Conferences {

    /// Those that are shown, latest first, those without a date last.
    List<ListedConference> all();

    long count();

    /// A conference by its id, whatever its state; null when there never was one.
    @Nullable
    ConferenceContent find(String conferenceId);
}

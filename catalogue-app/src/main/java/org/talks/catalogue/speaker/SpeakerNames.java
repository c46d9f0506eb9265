package org.talks.catalogue.speaker;

import java.util.Collection;
import java.util.Map;

/// Tells under which name speakers are shown.
public interface SpeakerNames {

    /// The shown name of each speaker, after merges; removed and unknown ones are missing.
    Map<String, SpeakerName> names(Collection<String> ids);
}

package org.talks.catalogue.importing.format;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.events.Cue;

/// A transcript as its file tells it. Which talk it belongs to is not in the file: the name of the file or a
/// person must tell.
///
/// @param name of the file without its extensions
/// @param language BCP 47 tag, where the file or its name tells it
/// @param cues in the order of their starts, never empty
public record TranscriptDraft(String name, @Nullable String language, List<Cue> cues, String place) {

    public TranscriptDraft {
        cues = List.copyOf(cues);
    }
}

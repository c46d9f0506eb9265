package org.talks.catalogue.transcript;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.talk.TalkId;
import org.talks.events.Cue;
import org.talks.events.TranscriptEvent;
import org.talks.events.TranscriptEvent.TranscriptAttached;
import org.talks.events.TranscriptEvent.TranscriptRemoved;
import org.talks.events.TranscriptEvent.TranscriptReplaced;

/// What the events of a transcript add up to. [#after] is the only fold there is.
///
/// @param cues in time order; none once it is removed
public record TranscriptContent(String talkId, String language, String origin, List<Cue> cues, boolean removed) {

    public TranscriptContent {
        cues = List.copyOf(cues);
    }

    /// The content after an event. Total: every event says all there is to know.
    public static TranscriptContent after(@Nullable TranscriptContent before, TranscriptEvent event) {
        return switch (event) {
            case TranscriptAttached e -> new TranscriptContent(e.talkId(), e.language(), e.origin(), e.cues(), false);
            case TranscriptReplaced e -> new TranscriptContent(e.talkId(), e.language(), e.origin(), e.cues(), false);
            case TranscriptRemoved e -> new TranscriptContent(e.talkId(), e.language(), e.origin(), List.of(), true);
        };
    }

    public TranscriptId id() {
        return new TranscriptId(new TalkId(talkId), language, origin);
    }
}

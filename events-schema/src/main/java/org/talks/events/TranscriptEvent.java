package org.talks.events;

import java.util.List;

/// What can happen to a transcript. Transcripts are streams of their own, so that a command on a talk does not
/// read hundreds of kilobytes.
public sealed interface TranscriptEvent extends CatalogueEvent {

    String talkId();

    /// BCP 47 tag.
    String language();

    /// Where it comes from: `auto`, `human`, or the name of a service.
    String origin();

    @Override
    default String stream() {
        return "transcript:" + talkId() + ":" + language() + ":" + origin();
    }

    @Override
    default String part() {
        return "transcript";
    }

    /// Undone by removing it.
    @EventSchema(name = "transcript.attached")
    record TranscriptAttached(String talkId, String language, String origin, List<Cue> cues)
            implements TranscriptEvent {
        public TranscriptAttached {
            cues = List.copyOf(cues);
        }
    }

    /// Undone by replacing it with what was before.
    @EventSchema(name = "transcript.replaced")
    record TranscriptReplaced(String talkId, String language, String origin, List<Cue> cues)
            implements TranscriptEvent {
        public TranscriptReplaced {
            cues = List.copyOf(cues);
        }
    }

    /// Undone by attaching it again.
    @EventSchema(name = "transcript.removed")
    record TranscriptRemoved(String talkId, String language, String origin) implements TranscriptEvent {}
}

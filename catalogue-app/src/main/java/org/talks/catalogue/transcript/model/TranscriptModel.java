package org.talks.catalogue.transcript.model;

import org.talks.catalogue.command.Decider;
import org.talks.catalogue.transcript.TranscriptCommand;
import org.talks.catalogue.transcript.TranscriptContent;
import org.talks.events.TranscriptEvent;

/// The way into the rules of transcripts.
public final class TranscriptModel {

    private static final Decider<TranscriptCommand, TranscriptEvent, TranscriptContent> DECIDER =
            new TranscriptDecider();

    private TranscriptModel() {}

    /// Stateless and safe for use by any number of threads.
    public static Decider<TranscriptCommand, TranscriptEvent, TranscriptContent> decider() {
        return DECIDER;
    }
}

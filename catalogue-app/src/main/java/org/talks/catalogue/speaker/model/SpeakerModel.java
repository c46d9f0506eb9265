package org.talks.catalogue.speaker.model;

import org.talks.catalogue.command.Decider;
import org.talks.catalogue.speaker.SpeakerCommand;
import org.talks.catalogue.speaker.SpeakerContent;
import org.talks.events.SpeakerEvent;

/// The way into the rules of speakers.
public final class SpeakerModel {

    private static final Decider<SpeakerCommand, SpeakerEvent, SpeakerContent> DECIDER = new SpeakerDecider();

    private SpeakerModel() {}

    /// Stateless and safe for use by any number of threads.
    public static Decider<SpeakerCommand, SpeakerEvent, SpeakerContent> decider() {
        return DECIDER;
    }
}

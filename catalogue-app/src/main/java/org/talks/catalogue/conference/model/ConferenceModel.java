package org.talks.catalogue.conference.model;

import org.talks.catalogue.command.Decider;
import org.talks.catalogue.conference.ConferenceCommand;
import org.talks.catalogue.conference.ConferenceContent;
import org.talks.events.ConferenceEvent;

/// The way into the rules of conferences.
public final class ConferenceModel {

    private static final Decider<ConferenceCommand, ConferenceEvent, ConferenceContent> DECIDER =
            new ConferenceDecider();

    private ConferenceModel() {}

    /// Stateless and safe for use by any number of threads.
    public static Decider<ConferenceCommand, ConferenceEvent, ConferenceContent> decider() {
        return DECIDER;
    }
}

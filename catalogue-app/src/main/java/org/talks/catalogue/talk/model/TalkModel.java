package org.talks.catalogue.talk.model;

import org.talks.catalogue.command.Decider;
import org.talks.catalogue.talk.TalkCommand;
import org.talks.catalogue.talk.TalkContent;
import org.talks.events.TalkEvent;

/// The way into the rules of talks.
public final class TalkModel {

    private static final Decider<TalkCommand, TalkEvent, TalkContent> DECIDER = new TalkDecider();

    private TalkModel() {}

    /// Stateless and safe for use by any number of threads.
    public static Decider<TalkCommand, TalkEvent, TalkContent> decider() {
        return DECIDER;
    }
}

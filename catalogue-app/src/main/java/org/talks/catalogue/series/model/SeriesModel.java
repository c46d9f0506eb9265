package org.talks.catalogue.series.model;

import org.talks.catalogue.command.Decider;
import org.talks.catalogue.series.SeriesCommand;
import org.talks.catalogue.series.SeriesContent;
import org.talks.events.SeriesEvent;

/// The way into the rules of series.
public final class SeriesModel {

    private static final Decider<SeriesCommand, SeriesEvent, SeriesContent> DECIDER = new SeriesDecider();

    private SeriesModel() {}

    /// Stateless and safe for use by any number of threads.
    public static Decider<SeriesCommand, SeriesEvent, SeriesContent> decider() {
        return DECIDER;
    }
}

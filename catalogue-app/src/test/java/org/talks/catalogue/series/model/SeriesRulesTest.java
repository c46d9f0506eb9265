package org.talks.catalogue.series.model;

import org.junit.jupiter.api.Test;
import org.talks.catalogue.command.KnownThings;
import org.talks.catalogue.command.Scenario;
import org.talks.catalogue.series.SeriesCommand;
import org.talks.catalogue.series.SeriesCommand.CorrectSeriesDetails;
import org.talks.catalogue.series.SeriesCommand.RegisterSeries;
import org.talks.catalogue.series.SeriesCommand.RemoveSeries;
import org.talks.catalogue.series.SeriesCommand.RestoreSeries;
import org.talks.catalogue.series.SeriesContent;
import org.talks.catalogue.series.SeriesId;
import org.talks.events.SeriesEvent;
import org.talks.events.SeriesEvent.SeriesDetailsCorrected;
import org.talks.events.SeriesEvent.SeriesRegistered;
import org.talks.events.SeriesEvent.SeriesRemoved;
import org.talks.events.SeriesEvent.SeriesRestored;
import org.talks.events.SourceKey;

class SeriesRulesTest {

    private static final String S = "01940000-0000-7000-8000-0000000000e1";
    private static final SeriesId SERIES = new SeriesId(S);
    private static final SourceKey KEY = new SourceKey("rubyevents", "pycon-ireland");
    private static final SeriesEvent REGISTERED = new SeriesRegistered(S, "PyCon Ireland", "https://python.ie", KEY);
    private static final SeriesEvent REMOVED = new SeriesRemoved(S, "double");

    private static Scenario<SeriesCommand, SeriesEvent, SeriesContent> series() {
        return new Scenario<>(SeriesModel.decider(), KnownThings.of());
    }

    @Test
    void isRegisteredOnce() {
        var register = new RegisterSeries(SERIES, "PyCon Ireland", "https://python.ie", KEY);
        series().when(register).then(REGISTERED);
        series().given(REGISTERED).when(register).thenNothing();
        series().given(REGISTERED)
                .when(new RegisterSeries(SERIES, "Other", null, KEY))
                .thenNotNow("new id");
    }

    @Test
    void hasANameAndAWebAddress() {
        series().when(new RegisterSeries(SERIES, " ", "python.ie", null)).thenInvalid("name", "website");
        series().given(REGISTERED)
                .when(new CorrectSeriesDetails(SERIES, "", "mailto:x"))
                .thenInvalid("name", "website");
    }

    @Test
    void isCorrectedUnlessItIsRemoved() {
        var correct = new CorrectSeriesDetails(SERIES, "PyCon IE", null);
        series().given(REGISTERED).when(correct).then(new SeriesDetailsCorrected(S, "PyCon IE", null));
        series().given(REGISTERED)
                .when(new CorrectSeriesDetails(SERIES, "PyCon Ireland", "https://python.ie"))
                .thenNothing();
        series().given(REGISTERED, REMOVED).when(correct).thenNotNow("restore it");
        series().when(correct).thenNotFound();
    }

    @Test
    void isRemovedAndRestored() {
        series().given(REGISTERED).when(new RemoveSeries(SERIES, "double")).then(REMOVED);
        series().given(REGISTERED, REMOVED)
                .when(new RemoveSeries(SERIES, "double"))
                .thenNothing();
        series().given(REGISTERED, REMOVED).when(new RestoreSeries(SERIES)).then(new SeriesRestored(S));
        series().given(REGISTERED).when(new RestoreSeries(SERIES)).thenNothing();
        series().when(new RemoveSeries(SERIES, null)).thenNotFound();
        series().when(new RestoreSeries(SERIES)).thenNotFound();
    }

    @Test
    void aSourceKeyBelongsToOneSeries() {
        var taken = KnownThings.of().owning("series", KEY, "series:01940000-0000-7000-8000-0000000000e2");
        new Scenario<>(SeriesModel.decider(), taken)
                .when(new RegisterSeries(SERIES, "PyCon Ireland", null, KEY))
                .thenNotNow("unlink it there");
        new Scenario<>(SeriesModel.decider(), taken)
                .given(REGISTERED, REMOVED)
                .when(new RestoreSeries(SERIES))
                .thenNotNow("unlink it there");
    }
}
